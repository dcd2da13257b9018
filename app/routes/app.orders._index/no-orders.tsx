import { EmptySearchResult } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { stateOf } from '../../application/order/order-search.ts';
import type { OrderListView } from '../../contract/list/order-list-view.ts';

/** Why no order is listed. */
export function NoOrders({ list: { query, copying } }: { readonly list: OrderListView }) {
  const { t } = useMessages();
  const state = stateOf(query.filters);
  if (query.text !== '') {
    return (
      <EmptySearchResult
        title={t('orders.none.matching.title', { text: query.text })}
        description={t('orders.none.matching.text')}
        withIllustration
      />
    );
  }
  if (state !== null) {
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
