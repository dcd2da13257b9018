import { Box, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import type { OrderRow } from '../../contract/list/order-list-view.ts';
import type { useOrderSelection } from './use-order-selection.ts';

type Narrow = ReturnType<typeof useOrderSelection>['narrow'];

/** What can be done with the orders that are chosen, where Polaris' table, made narrow, lets nobody choose. */
export function NarrowSelectionBar({ narrow }: { readonly narrow: Narrow }) {
  const { t } = useMessages();
  const { count, selectAll, start, isSending, mayStart } = narrow;
  if (count === 0) return null;
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border">
      <InlineStack gap="200" blockAlign="center" wrap>
        <Text as="span" fontWeight="semibold">
          {count === null
            ? t('orders.selection.allChosen')
            : t('orders.selection.count', { count })}
        </Text>
        {count !== null && (
          <Button variant="plain" onClick={selectAll}>
            {t('orders.selection.all')}
          </Button>
        )}
        <Button disabled={!mayStart} loading={isSending} onClick={start}>
          {t('orders.selection.cancel')}
        </Button>
      </InlineStack>
    </Box>
  );
}

/** A row with its own box to tick. */
export function NarrowSelectableRow({
  order,
  narrow,
  children,
}: {
  readonly order: OrderRow;
  readonly narrow: Narrow;
  readonly children: ReactNode;
}) {
  const { t } = useMessages();
  return (
    <InlineStack gap="200" wrap={false} blockAlign="start">
      {/* The row itself leads to the order: what is pressed here must not. */}
      <div onClick={(event) => event.stopPropagation()} role="presentation">
        <Checkbox
          label={t('orders.selection.one', { order: order.name })}
          labelHidden
          checked={narrow.isSelected(order.number)}
          onChange={() => narrow.toggle(order.number)}
        />
      </div>
      <div style={{ flexGrow: 1, minWidth: 0 }}>{children}</div>
    </InlineStack>
  );
}
