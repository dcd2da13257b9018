import type { LoaderFunctionArgs } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';

import { readOrderBackground } from '../../application/order/read-order-background.ts';
import { readStaffOrder } from '../../application/order/read-staff-order.ts';
import { parseOrderId } from '../../domain/ids.ts';
import { refusedPage } from '../../http/server/failure.ts';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { presentStaffOrder } from '../../presentation/staff/present-staff-order.ts';
import { OrderPage } from './order-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    if (!orderId) throw refusedPage([{ code: 'order_not_found' }], staff.messages);
    const access = await staffAccess(args, staff);
    const read = await readStaffOrder(args.context.container, staff.shop, orderId, access);
    if (!read.ok) throw refusedPage(read.error, staff.messages);
    const { order } = read.value;
    const background = await readOrderBackground(args.context.container, staff.shop, order);
    return presentStaffOrder(read.value, staff.messages, background);
  });

/**
 * Opening the popup changes the address, not the order. When it closes something may have been started: a
 * refresh that is asked for at the same moment becomes part of that navigation, and must not be refused here.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) =>
  currentUrl.pathname === nextUrl.pathname &&
  currentUrl.search !== nextUrl.search &&
  nextUrl.searchParams.has('cancel')
    ? false
    : defaultShouldRevalidate;

export default function OrderRoute() {
  const view = useLoaderData<typeof loader>();
  return <OrderPage key={view.order.id} {...view} />;
}
