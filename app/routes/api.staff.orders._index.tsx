import type { LoaderFunctionArgs } from '@remix-run/node';

import { listOrders } from '../application/order/list-orders.ts';
import { STAFF_LOCALE, staffJson } from '../http/staff/staff.ts';
import { presentOrderList } from '../presentation/list/present-lists.ts';

/** Orders by number, customer name or e-mail, for a page that lets staff pick one. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const text = new URL(args.request.url).searchParams.get('query') ?? '';
    const list = await listOrders(args.context.container, shop, { text, page: 1 });
    return Response.json(presentOrderList(list, text, STAFF_LOCALE));
  });
