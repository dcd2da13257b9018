import type { StaffOrder } from '../application/read-staff-order.ts';
import { TEXT_LIMITS } from '../application/text-limits.ts';
import { legacyNumberOf } from '../domain/ids.ts';
import { type Money, formatMoney, toDecimal } from '../domain/money.ts';
import type { OrderFacts, TransactionFacts } from '../domain/order/facts.ts';
import { isOpenWork } from '../domain/order/fulfilment.ts';
import { ORDER_CANCEL_REASONS } from '../domain/policy/policy.ts';
import { type Refusal, explain } from '../domain/refusal.ts';
import { REASON_LABELS, presentCancellation } from './present-cancellation.ts';
import type { StaffCancelOffer, StaffOrderView } from './staff-view.ts';

/** An order for staff, with the cancellation it has or the one that could be made. */
export function presentStaffOrder(view: StaffOrder, locale: string): StaffOrderView {
  const { order, policy, cancellation } = view;
  return {
    order: presentOrder(order, locale),
    cancellation: cancellation && presentCancellation(cancellation, policy, locale),
    cancel: presentOffer(view, locale),
  };
}

export const presentStaffRefusal = (refusal: Refusal) => ({
  code: refusal.code,
  message: explain(refusal).staff,
});

function presentOrder(order: OrderFacts, locale: string): StaffOrderView['order'] {
  const { presentment, shop } = order.total;
  return {
    id: order.id,
    number: legacyNumberOf(order.id),
    name: order.name,
    createdAt: new Date(order.createdAt).toISOString(),
    financialStatus: order.financialStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    total: formatMoney(presentment, locale),
    totalInShopCurrency:
      presentment.currencyCode === shop.currencyCode ? null : formatMoney(shop, locale),
    lines: order.lines.map((line) => ({
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      total: formatMoney(line.total, locale),
    })),
    payments: order.transactions.map((transaction) => ({
      method: transaction.gatewayName,
      description: TRANSACTION_WORDS[transaction.kind],
      amount: formatMoney(transaction.amount.presentment, locale),
      status: transaction.status,
    })),
    locations: order.fulfillmentOrders.filter(isOpenWork).map((fo) => ({
      name: fo.locationName,
      status: fo.status,
      onHold: fo.holds.length > 0,
    })),
  };
}

const TRANSACTION_WORDS: Readonly<Record<TransactionFacts['kind'], string>> = {
  AUTHORIZATION: 'Authorized',
  CAPTURE: 'Captured',
  CHANGE: 'Change given',
  EMV_AUTHORIZATION: 'Authorized',
  REFUND: 'Refunded',
  SALE: 'Paid',
  SUGGESTED_REFUND: 'Suggested refund',
  VOID: 'Released',
};

function presentOffer(
  { offer, policy, notesReachCustomer }: StaffOrder,
  locale: string,
): StaffCancelOffer {
  if (!offer.available) {
    return { available: false, refusals: offer.refusals.map(presentStaffRefusal) };
  }
  const { everything } = offer;
  const line = ({ gatewayName, amount }: { gatewayName: string; amount: Money }) => ({
    method: gatewayName,
    amount: formatMoney(amount, locale),
  });
  return {
    available: true,
    currencyCode: everything.maximum.currencyCode,
    maximum: toDecimal(everything.maximum),
    maximumFormatted: formatMoney(everything.maximum, locale),
    refunds: everything.shares.map((share) => ({ ...line(share), isManual: share.isManual })),
    releases: everything.releases.map(line),
    storeCreditPossible: offer.storeCreditPossible,
    restockByDefault: policy.restock,
    reasons: ORDER_CANCEL_REASONS.map((value) => ({ value, label: REASON_LABELS[value] })),
    noteLimits: {
      internal: TEXT_LIMITS.internalNote,
      toCustomer: notesReachCustomer ? TEXT_LIMITS.noteToCustomer : 0,
    },
  };
}
