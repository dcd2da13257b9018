import {
  staffOrderViewRead,
  type StaffOrderViewRead,
} from '../../../app/contract/staff/staff-view.ts';
import type { StaffCancelBody } from '../../../app/contract/staff/staff-bodies.ts';
import { type Answer, ask, orderNumberOf } from '../answer.ts';

/** The app's part for one order, as staff see it. Never throws. */
export interface StaffApi {
  readonly read: () => Promise<Answer<StaffOrderViewRead>>;
  readonly start: (body: StaffCancelBody) => Promise<Answer<StaffOrderViewRead>>;
}

/**
 * In the admin a relative address belongs to the app, and its requests carry the staff member's id
 * token by themselves. https://shopify.dev/docs/api/admin-extensions/latest/network-features
 *
 * @param orderId `gid://shopify/Order/1`
 * @param language the one that the extension speaks: the app's part of the words is to be in it as well
 */
export function staffApi(orderId: string, language: string): StaffApi {
  const url = `/api/staff/orders/${orderNumberOf(orderId)}/cancellation`;
  const headers = { 'Accept-Language': language };
  return {
    read: () => ask({ method: 'GET', url, headers, schema: staffOrderViewRead }),
    start: (body) => ask({ method: 'POST', url, headers, body, schema: staffOrderViewRead }),
  };
}

/** The order’s page in the app: in the admin, a relative address leads into the app. */
export function orderPage(orderId: string): string {
  return `/app/orders/${orderNumberOf(orderId)}`;
}
