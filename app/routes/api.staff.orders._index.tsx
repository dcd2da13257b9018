import type { LoaderFunctionArgs } from '@remix-run/node';

import { listOrders } from '../application/order/list-orders.ts';
import { NEWEST_ORDERS, ORDER_LIST } from '../application/order/order-search.ts';
import type { OrderListView } from '../contract/list/order-list-view.ts';
import { staffJson } from '../http/staff/staff.ts';
import { firstPage } from '../presentation/list/list-query.ts';
import { presentOrderList } from '../presentation/list/present-lists.ts';

/** Orders by number, customer name or e-mail, for a page that lets staff pick one. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const { shop } = staff;
    const text = new URL(args.request.url).searchParams.get('query') ?? '';
    const list = await listOrders(args.context.container, shop, { ...NEWEST_ORDERS, text });
    return Response.json(
      presentOrderList(
        list,
        { ...firstPage(ORDER_LIST), text },
        staff.messages,
      ) satisfies OrderListView,
    );
  });
