import {
  BlockStack,
  Box,
  Card,
  InlineStack,
  ResourceItem,
  ResourceList,
  Text,
} from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import type { Messages } from '../../messages/message-types.ts';
import { TimeAgo } from '../../components/words/date-time.tsx';
import { CancellationBadge } from '../../components/words/status-badges.tsx';
import type { CancellationRow } from '../../contract/list/cancellation-list-view.ts';

interface Props {
  readonly title: string;
  readonly rows: readonly CancellationRow[];
}

/** Cancellations that each lead to their order. */
export function CancellationList({ title, rows }: Props) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <Card padding="0">
      <BlockStack>
        <Box paddingInline="300" paddingBlockStart="400" paddingBlockEnd="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
        </Box>
        <ResourceList
          resourceName={{ singular: t('home.resource.one'), plural: t('home.resource.many') }}
          items={[...rows]}
          idForItem={(row) => row.id}
          renderItem={(row) => renderRow(row, messages)}
        />
      </BlockStack>
    </Card>
  );
}

/** Not a component: the list accepts nothing but its own items. */
function renderRow(row: CancellationRow, { t }: Messages<'staff'>) {
  return (
    <ResourceItem
      id={row.id}
      url={`/app/orders/${row.orderNumber}`}
      accessibilityLabel={t('home.row', { order: row.orderName, status: row.statusLabel })}
    >
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <InlineStack gap="200" blockAlign="center" align="start">
            <Text as="span" fontWeight="semibold">
              {row.orderName}
            </Text>
            <CancellationBadge statusLabel={row.statusLabel} tone={row.tone} />
          </InlineStack>
          <Text as="span" variant="bodySm" tone="subdued">
            {[row.requestedBy, row.reason].filter(Boolean).join(' · ')} ·{' '}
            <TimeAgo at={row.requestedAt} />
          </Text>
        </BlockStack>
        <Text as="span" numeric>
          {row.amount}
        </Text>
      </InlineStack>
    </ResourceItem>
  );
}
