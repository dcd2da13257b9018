import {
  BlockStack,
  Box,
  Button,
  Card,
  Collapsible,
  Divider,
  InlineStack,
  Text,
} from '@shopify/polaris';
import { useId, useState } from 'react';

import type { StaffCancellationView } from '../../contract/staff/staff-view.ts';
import { CancellationFacts } from './cancellation-facts.tsx';
import { HistoryList } from './history/cancellation-history.tsx';
import { DateTime } from '../words/date-time.tsx';
import { CancellationBadge } from '../words/status-badges.tsx';

/** The order's cancellations before the present one, newest first; each opens to all that is known of it. */
export function EarlierCancellations({
  cancellations,
}: {
  readonly cancellations: readonly StaffCancellationView[];
}) {
  if (cancellations.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Earlier cancellations
        </Text>
        {cancellations.map((view, index) => (
          <BlockStack gap="300" key={view.id}>
            {index > 0 && <Divider />}
            <Earlier view={view} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Earlier({ view }: { readonly view: StaffCancellationView }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">
          {view.requestedBy}, <DateTime at={view.requestedAt} />
        </Text>
        <CancellationBadge statusLabel={view.statusLabel} tone={view.tone} />
      </InlineStack>
      <InlineStack align="space-between" gap="200" wrap={false}>
        <Text as="p" tone="subdued" breakWord>
          {extentOf(view)}
        </Text>
        <Text as="span" numeric>
          {view.amount}
        </Text>
      </InlineStack>
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide details' : 'Show details'}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <Box paddingBlockStart="200">
          <BlockStack gap="400">
            <CancellationFacts view={view} />
            <HistoryList history={view.history} />
          </BlockStack>
        </Box>
      </Collapsible>
    </BlockStack>
  );
}

const extentOf = ({ scope, lines }: StaffCancellationView): string =>
  scope === 'order'
    ? 'The whole order'
    : lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ');
