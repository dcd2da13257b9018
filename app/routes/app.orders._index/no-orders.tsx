import { EmptySearchResult } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { ORDER_STATES } from '../../domain/order/order-state.ts';
import type { OrderListView } from '../../contract/list/order-list-view.ts';

/** Why no order is listed. */
export function NoOrders({ list: { query, copying } }: { readonly list: OrderListView }) {
  const { t } = useMessages();
  const { status } = query.filters;
  const isFiltered = Object.keys(query.filters).some(
    (name) => name !== 'status' && name !== 'view',
  );
  const state = isFiltered ? undefined : ORDER_STATES.find((known) => known === status);
  if (query.text !== '') {
    return (
      <EmptySearchResult
        title={t('orders.none.matching.title', { text: query.text })}
        description={t('orders.none.matching.text')}
        withIllustration
      />
    );
  }
  if (isFiltered) {
    return (
      <EmptySearchResult
        title={t('orders.none.filtered.title')}
        description={t('orders.none.filtered.text')}
        withIllustration
      />
    );
  }
  if (state !== undefined) {
    return (
      <EmptySearchResult
        title={t(`orders.none.state.title.${state}`)}
        description={t('orders.none.state.text')}
        withIllustration
      />
    );
  }
  return (
    <EmptySearchResult
      title={t(copying ? 'orders.none.copying.title' : 'orders.none.yet.title')}
      description={t(copying ? 'orders.none.copying.text' : 'orders.none.yet.text')}
    />
  );
}
