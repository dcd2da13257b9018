import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { listOrders } from '../../application/order/list-orders.ts';
import { STAFF_LOCALE, staffPage } from '../../http/staff/staff.ts';
import { presentOrderList } from '../../presentation/list/present-lists.ts';
import { OrdersPage } from './orders-page.tsx';
import { orderQueryOf } from './order-query.ts';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop }) => {
    const query = orderQueryOf(new URL(args.request.url).searchParams);
    const list = await listOrders(args.context.container, shop, query);
    return presentOrderList(list, query.text, STAFF_LOCALE, query.state ?? null);
  });

export default function OrdersRoute() {
  return <OrdersPage {...useLoaderData<typeof loader>()} />;
}
