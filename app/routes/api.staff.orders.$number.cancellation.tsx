import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { readStaffOrder } from '../application/read-staff-order.ts';
import { startCancellation } from '../application/start-cancellation.ts';
import { type OrderId, type ShopDomain, parseOrderId } from '../domain/ids.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refused, refusedBody } from '../http/refused.ts';
import { STAFF_LOCALE, staffJson } from '../http/staff.ts';
import { presentStaffOrder, presentStaffRefusal } from '../presentation/present-staff-order.ts';
import type { StaffCancelBody } from '../presentation/staff-view.ts';

/** Texts are only bounded here; whether they make sense is the use case's decision. */
const staffCancelBody: z.ZodType<StaffCancelBody> = z.strictObject({
  issueRefund: z.boolean(),
  amount: z.string().max(40),
  method: z.enum(['original', 'store_credit']),
  restock: z.boolean(),
  reason: z.string().max(40),
  notify: z.boolean(),
  noteToCustomer: z.string(),
  internalNote: z.string(),
});

/** What the app's own pages and the admin's extensions show of an order. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    if (!orderId) return refused([{ code: 'order_not_found' }], presentStaffRefusal);
    return orderAnswer(args.context, shop, orderId);
  });

/** Starts a cancellation, or leads to the one that is under way; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async ({ shop, actor }) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    if (!orderId) return refused([{ code: 'order_not_found' }], presentStaffRefusal);
    const body = await readJsonBody(args.request, staffCancelBody);
    if (!body.ok) return refusedBody(body.error);
    const channel = isOwnPage(args.request) ? 'app' : 'admin_order_page';
    const { container } = args.context;
    const by = { actor, channel } as const;
    const started = await startCancellation(container, shop, orderId, by, body.value);
    return started.ok
      ? orderAnswer(args.context, shop, orderId)
      : refused(started.error, presentStaffRefusal);
  });

async function orderAnswer(
  { container }: AppLoadContext,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<Response> {
  const read = await readStaffOrder(container, shop, orderId);
  return read.ok
    ? Response.json(presentStaffOrder(read.value, STAFF_LOCALE))
    : refused(read.error, presentStaffRefusal);
}

/** Extensions run on an origin of Shopify's; the app's own pages on the app's. */
const isOwnPage = (request: Request): boolean =>
  request.headers.get('Sec-Fetch-Site') === 'same-origin';
