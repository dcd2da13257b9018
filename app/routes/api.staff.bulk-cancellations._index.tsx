import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod/mini';

import { startBulk, type ChosenOrders } from '../application/bulk/start-bulk.ts';
import { readFilters } from '../application/order/list-orders.ts';
import { ORDER_LIST } from '../application/order/order-search.ts';
import { type StartBulkBody, type startedBulk, startBulkBody } from '../contract/bulk/bulk-view.ts';
import { parseOrderId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { staffJson, type Staff } from '../http/staff/staff.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { listParams, readListQuery } from '../presentation/list/list-query.ts';

/** Room for a thousand order numbers. */
const MOST_BYTES = 64 * 1024;

/** Fixes the orders of a bulk and has them planned; nothing is cancelled by it. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, startBulkBody, MOST_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const chosen = await chosenOrders(args, staff, body.value);
    if (chosen === null) {
      return refusedBodyOfStaff(staff, { code: 'body_malformed', fields: { matching: '' } });
    }
    return asPermitted(args, staff, async (by) => {
      const started = await startBulk(args.context.container, staff.shop, by, chosen);
      return started.ok
        ? Response.json({ id: started.value } satisfies z.infer<typeof startedBulk>)
        : refusedToStaff(staff, [started.error]);
    });
  });

/** Null for an address of which something would be left out: it would mean more orders than somebody saw. */
async function chosenOrders(
  { context: { container } }: ActionFunctionArgs,
  { shop }: Staff,
  body: StartBulkBody,
): Promise<ChosenOrders | null> {
  if ('orders' in body) {
    return { ids: body.orders.flatMap((number) => parseOrderId(number) ?? []) };
  }
  const params = new URLSearchParams(body.matching);
  const query = { ...readListQuery(ORDER_LIST, params), cursor: null };
  const read = listParams(ORDER_LIST, query);
  const isWhole = [...params.keys()].every(
    (name) =>
      name === 'sort' ||
      (params.getAll(name).length === 1 && read.get(name) === params.get(name)?.trim()),
  );
  if (!isWhole) return null;
  const { staffPlatform: platform, clock } = container;
  const filters = await readFilters({ platform, clock }, shop, query.filters);
  return { matching: { ...filters, text: query.text, sort: query.sort } };
}
