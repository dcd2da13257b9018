import { useNavigate } from '@remix-run/react';
import { IndexTableSelectionType, useIndexResourceState } from '@shopify/polaris';
import { useEffect } from 'react';

import { useSending } from '../../components/form/use-sending.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { startedBulk } from '../../contract/bulk/bulk-view.ts';
import type { OrdersPageView } from '../../contract/list/order-list-view.ts';
import { ORDER_LIST } from '../../application/order/order-search.ts';
import { listParams } from '../../presentation/list/list-query.ts';
import { askedBy } from '../../presentation/list/order-views.ts';

/** Chooses orders of the list, or all that it shows, and leads to the review of cancelling them. */
export function useOrderSelection(list: OrdersPageView) {
  const messages = useMessages();
  const { t } = messages;
  const navigate = useNavigate();
  const { isSending, refusals, send } = useSending();
  const rows = list.orders.map(({ number }) => ({ id: number }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(rows);
  // What is chosen is what is in sight: another page, search or filter begins with nothing.
  // https://github.com/Shopify/polaris-react-archive/issues/7864
  const shown = listParams(ORDER_LIST, list.query).toString();
  useEffect(() => clearSelection(), [shown, clearSelection]);
  const start = async () => {
    const body = allResourcesSelected
      ? { matching: askedBy(list.query) }
      : { orders: selectedResources };
    const sent = await send(startedBulk, '/api/staff/bulk-cancellations', body);
    if (sent.ok) navigate(`/app/bulk/${sent.value.id}`);
  };
  const hasMore = list.next !== null || list.previous !== null;
  const { Single, All } = IndexTableSelectionType;
  return {
    refusals,
    /** For where the table has no room to choose in. */
    narrow: {
      count: allResourcesSelected ? null : selectedResources.length,
      isSelected: (number: string) => selectedResources.includes(number),
      toggle: (number: string) =>
        handleSelectionChange(Single, !selectedResources.includes(number), number),
      selectAll: () => handleSelectionChange(All, true),
      start: () => void start(),
      isSending,
      mayStart: list.forbidden === null,
    },
    selection: {
      selected: selectedResources,
      table: {
        selectedItemsCount: allResourcesSelected ? ('All' as const) : selectedResources.length,
        onSelectionChange: handleSelectionChange,
        hasMoreItems: hasMore,
        ...(hasMore && {
          paginatedSelectAllActionText: t(
            allResourcesSelected ? 'orders.selection.allChosen' : 'orders.selection.all',
          ),
        }),
        promotedBulkActions: [
          {
            content: t('orders.selection.cancel'),
            disabled: isSending || list.forbidden !== null,
            onAction: () => void start(),
          },
        ],
      },
    },
  };
}
