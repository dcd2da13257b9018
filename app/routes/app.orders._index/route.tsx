import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { listOrders } from '../../application/order/list-orders.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { ListError } from '../../components/list/list-error.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { staffPage } from '../../http/staff/staff.ts';
import { readListQuery } from '../../presentation/list/list-query.ts';
import { ORDER_LIST, stateOf } from '../../application/order/order-search.ts';
import { presentOrderList } from '../../presentation/list/present-lists.ts';
import { OrdersPage } from './orders-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const { shop } = staff;
    const query = readListQuery(ORDER_LIST, new URL(args.request.url).searchParams);
    const { text, sort, cursor } = query;
    const search = { text, sort, cursor, state: stateOf(query.filters) };
    const list = await listOrders(args.context.container, shop, search);
    return presentOrderList(list, query, staff.messages);
  });

export default function OrdersRoute() {
  return <OrdersPage {...useLoaderData<typeof loader>()} />;
}

/** The page stays when its list could not be read. */
export function ErrorBoundary() {
  const { t } = useMessages();
  return (
    <TitledPage title={t('orders.title')} fullWidth>
      <ListError resources={t('orders.resource.many')} />
    </TitledPage>
  );
}
