import { BlockStack } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { CopyingBanner } from '../../components/list/copying-banner.tsx';
import { UnreadableOrdersBanner } from '../../components/list/unreadable-orders-banner.tsx';
import {
  EMPTY_PAUSE_MS,
  LIST_PAUSE_MS,
  useFreshList,
} from '../../components/list/use-fresh-list.ts';
import type { OrdersPageView } from '../../contract/list/order-list-view.ts';
import { OrderTable } from './order-table.tsx';

/** All orders, found by number, customer name or e-mail. */
export function OrdersPage(list: OrdersPageView) {
  const { t } = useMessages();
  // An order that has just been placed is found as soon as Shopify has told of it.
  useFreshList(list.orders.length === 0 ? EMPTY_PAUSE_MS : LIST_PAUSE_MS, isHandled);
  return (
    <TitledPage title={t('orders.title')} fullWidth>
      <BlockStack gap="400">
        {list.copying ? <CopyingBanner /> : <UnreadableOrdersBanner orders={list.unreadable} />}
        <OrderTable list={list} />
      </BlockStack>
    </TitledPage>
  );
}

/** While somebody points at the rows, has a menu open or chooses some, none moves under the press. */
const isHandled = (): boolean =>
  document.querySelector(
    'tbody:hover, [aria-expanded="true"], tbody input[type="checkbox"]:checked',
  ) !== null;
