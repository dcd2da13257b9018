import type { AppLoadContext } from '@remix-run/node';

import { readStaffOrder } from '../../application/order/read-staff-order.ts';
import type { StaffMember } from '../../application/cancellation/open/asked-by-staff.ts';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import { type OrderId, parseOrderId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { presentStaffRefusal } from '../../presentation/refusal/staff-refusal.ts';
import { presentStaffOrder } from '../../presentation/staff/present-staff-order.ts';
import type { BodyFault } from '../body/json-body.ts';
import { refused, refusedBody } from '../server/refused.ts';
import { type Staff, staffAccess, staffJson } from './staff.ts';

/** A request to a route about one order, which its path names by number. */
interface OrderRequest {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

/** A staff member's request about one order. */
export interface StaffsOrder extends Staff {
  readonly orderId: OrderId;
}

/** Runs the work of a JSON route for the staff member and the order that its path names. */
export function staffsOrderJson(
  args: OrderRequest,
  work: (asked: StaffsOrder) => Promise<Response>,
): Promise<Response> {
  return staffJson(args, async (staff) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    return orderId
      ? work({ ...staff, orderId })
      : refusedToStaff(staff, [{ code: 'order_not_found' }]);
  });
}

/** Runs work that the platform has to let the staff member do; when it does not say, nothing is done. */
export async function asPermitted(
  asked: Pick<OrderRequest, 'request' | 'context'>,
  staff: Staff,
  work: (by: StaffMember) => Promise<Response>,
): Promise<Response> {
  const access = await staffAccess(asked, staff);
  if (!access.ok) return refusedToStaff(staff, [access.error]);
  const channel = isOwnPage(asked.request) ? 'app' : 'admin_order_page';
  return work({ actor: staff.actor, channel, access: access.value });
}

/** The order as the staff member sees it now. */
export async function staffOrderAnswer(
  asked: Pick<OrderRequest, 'context'>,
  staff: StaffsOrder,
): Promise<Response> {
  const access = await staffAccess(asked, staff);
  const { container } = asked.context;
  const read = await readStaffOrder(container, staff.shop, staff.orderId, access);
  return read.ok
    ? Response.json(presentStaffOrder(read.value, staff.messages) satisfies StaffOrderView)
    : refusedToStaff(staff, read.error);
}

/** The answer to a staff member whose request was refused. */
export const refusedToStaff = (
  { messages }: Pick<Staff, 'messages'>,
  refusals: readonly Refusal[],
): Response => refused(refusals, (refusal) => presentStaffRefusal(refusal, messages));

/** The answer to a body of theirs that could not be read. */
export const refusedBodyOfStaff = (
  { messages }: Pick<Staff, 'messages'>,
  fault: BodyFault,
): Response => refusedBody(fault, (code) => messages.t(`refusals.${code}`));

/** Extensions run on an origin of Shopify's; the app's own pages on the app's. */
const isOwnPage = (request: Request): boolean =>
  request.headers.get('Sec-Fetch-Site') === 'same-origin';
