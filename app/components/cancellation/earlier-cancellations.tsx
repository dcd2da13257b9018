import { BlockStack, Box, Button, Collapsible, Divider, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';

import { TitledCard } from '../frame/titled-card.tsx';
import { type StaffMessages, useMessages } from '../messages/messages.tsx';
import { listed } from '../../presentation/text/listed.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
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
  const { t } = useMessages();
  if (cancellations.length === 0) return null;
  return (
    <TitledCard title={t('cancellation.earlier.title')}>
      {cancellations.map((view, index) => (
        <BlockStack gap="300" key={view.id}>
          {index > 0 && <Divider />}
          <Earlier view={view} />
        </BlockStack>
      ))}
    </TitledCard>
  );
}

function Earlier({ view }: { readonly view: StaffCancellationView }) {
  const messages = useMessages();
  const { t, rich } = messages;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">
          {rich('cancellation.facts.byAt', {
            who: view.requestedBy,
            when: <DateTime at={view.requestedAt} />,
          })}
        </Text>
        <CancellationBadge statusLabel={view.statusLabel} tone={view.tone} />
      </InlineStack>
      <InlineStack align="space-between" gap="200" wrap={false}>
        <Text as="p" tone="subdued" breakWord>
          {extentOf(view, messages)}
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
          {t(open ? 'cancellation.earlier.hide' : 'cancellation.earlier.show')}
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

const extentOf = ({ scope, lines }: StaffCancellationView, { t, locale }: StaffMessages): string =>
  scope === 'order'
    ? t('wholeOrder')
    : listed(
        lines.map((line) => t('units', line)),
        locale,
      );
