import type { CustomerData, DueDataRequest } from '../../application/shop/data-requests.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { toDecimal } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { Messages } from '../../messages/message-types.ts';
import type { DataRequestView, DataRequestsView } from '../../contract/shop/data-request-view.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';

export function presentDataRequests(
  listed: Result<readonly DueDataRequest[], Refusal>,
  now: EpochMs,
  messages: Messages<'staff'>,
): DataRequestsView {
  return listed.ok
    ? {
        forbidden: null,
        requests: listed.value.map((request) => presentRequest(request, now, messages)),
      }
    : { forbidden: staffRefusalText(listed.error, messages), requests: [] };
}

function presentRequest(
  request: DueDataRequest,
  now: EpochMs,
  { t }: Messages<'staff'>,
): DataRequestView {
  const { id, customerId, requestedAt, dueAt, handedOver } = request;
  const number = customerId && legacyNumberOf(customerId);
  return {
    id,
    customerUrl: number && `shopify://admin/customers/${number}`,
    customer: number ? t('dataRequests.customer', { number }) : t('dataRequests.guest'),
    requestedAt: iso(requestedAt),
    dueAt: iso(dueAt),
    isOverdue: handedOver === null && now > dueAt,
    handedOverAt: handedOver && iso(handedOver.at),
  };
}

/** The file that is handed over: everything stored, under names that explain themselves. */
export function presentCustomerData(
  { request, orders, cancellations }: CustomerData,
  { t }: Messages<'staff'>,
) {
  return {
    about: t('dataRequests.about'),
    customerId: request.customerId,
    requestedAt: iso(request.requestedAt),
    orders: orders.map((order) => ({
      id: order.id,
      name: order.name,
      customerId: order.customerId,
      customerName: order.customerName,
      email: order.email,
      createdAt: iso(order.createdAt),
      updatedAt: iso(order.updatedAt),
      cancelledAt: order.cancelledAt === null ? null : iso(order.cancelledAt),
      financialStatus: order.financialStatus,
      fulfillmentStatus: order.fulfillmentStatus,
      total: { amount: toDecimal(order.total), currencyCode: order.total.currencyCode },
    })),
    cancellations: cancellations.map(({ state, texts, events }) => ({
      id: state.id,
      orderId: state.orderId,
      status: state.status,
      requestedAt: iso(state.request.at),
      reason: state.request.reasonId,
      ...texts,
      history: events.map(({ at, ...event }) => ({ at: iso(at), ...event })),
    })),
  };
}

const iso = (at: EpochMs): string => new Date(at).toISOString();
