import type { StaffCancelBody, StaffOrderView } from '../../../app/contract/staff/staff-view.ts';
import { type Answer, ask, has, orderNumberOf } from '../answer.ts';

/** The app's part for one order, as staff see it. Never throws. */
export interface StaffApi {
  readonly read: () => Promise<Answer<StaffOrderView>>;
  readonly start: (body: StaffCancelBody) => Promise<Answer<StaffOrderView>>;
}

/**
 * In the admin a relative address belongs to the app, and its requests carry the staff member's id
 * token by themselves. https://shopify.dev/docs/api/admin-extensions/latest/network-features
 *
 * @param orderId `gid://shopify/Order/1`
 */
export function staffApi(orderId: string): StaffApi {
  const url = `/api/staff/orders/${orderNumberOf(orderId)}/cancellation`;
  return {
    read: () => ask({ method: 'GET', url, isView }),
    start: (body) => ask({ method: 'POST', url, body, isView }),
  };
}

/** The order’s page in the app: in the admin, a relative address leads into the app. */
export function orderPage(orderId: string): string {
  return `/app/orders/${orderNumberOf(orderId)}`;
}

function isView(body: unknown): body is StaffOrderView {
  return has(body, 'cancel') && has(body, 'cancellation') && has(body, 'order');
}
