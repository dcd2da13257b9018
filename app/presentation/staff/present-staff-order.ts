import { listed } from '../text/listed.ts';
import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import type { OrderBackground } from '../../application/order/read-order-background.ts';
import type { StaffOrder } from '../../application/order/read-staff-order.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { formatMoney, isPositive } from '../../domain/money.ts';
import { bundlesOf } from '../../domain/order/bundles.ts';
import type { LineItemFacts, OrderFacts } from '../../domain/order/facts.ts';
import { fulfillmentToShow, paymentToShow } from '../../domain/order/order-state.ts';
import { movedBy, providerFeesOf } from '../../domain/order/payment/payments.ts';
import { openUnits, quantitiesOf, sentUnits } from '../../domain/order/quantities.ts';
import { againstSelection } from '../../domain/policy/evaluation/evaluation.ts';
import { againstAnyPart, againstLine } from '../../domain/policy/evaluation/platform-refusals.ts';
import { ORDER_CANCEL_REASONS } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { presentOrderState } from './order-state-words.ts';
import { presentCancellation } from '../cancellation/present-cancellation.ts';
import { presentSelection, presentStaffQuote } from './present-staff-quote.ts';
import { presentBackground, presentLocations, presentRisk } from './present-order-background.ts';
import { presentSums } from './present-order-sums.ts';
import { wayBackWords } from './way-back-words.ts';
import type {
  ChangeOffer,
  StaffCancelOffer,
  StaffLineOffer,
  StaffOrderView,
} from '../../contract/staff/staff-view.ts';
import type { Messages } from '../../messages/message-types.ts';
import {
  presentStaffRefusal,
  staffRefusalText,
  staffRefusalTexts,
} from '../refusal/staff-refusal.ts';

/**
 * An order for staff, with the cancellation it has or the one that could be made.
 *
 * @param background what is looked at beside it; null where that is not shown
 */
export function presentStaffOrder(
  view: StaffOrder,
  messages: Messages<'staff'>,
  background: OrderBackground | null = null,
): StaffOrderView {
  const { order, policy, cancellation, earlier, forbidden, access } = view;
  const present = (record: CancellationRecord) =>
    presentCancellation(record, policy, access, messages);
  return {
    order: {
      ...presentOrder(order, cancelledInPart([cancellation, ...earlier]), messages),
      contact: background?.details?.contact ?? null,
      locations: presentLocations(order, background?.details?.holds ?? [], messages),
      background: background && presentBackground(background, messages),
    },
    cancellation: cancellation && present(cancellation),
    earlier: earlier.map(present),
    forbidden: forbidden && staffRefusalText(forbidden, messages),
    cancel: presentOffer(view, messages),
  };
}

/** By this app: what others took off an order are returns and edits of theirs. */
const cancelledInPart = (records: readonly (CancellationRecord | null)[]): boolean =>
  records.some((record) => record?.events.some(({ type }) => type === 'lines_removed'));

function presentOrder(
  order: OrderFacts,
  inPart: boolean,
  messages: Messages<'staff'>,
): Omit<StaffOrderView['order'], 'contact' | 'locations' | 'background'> {
  const { t } = messages;
  const stateFacts = { ...order, cancelledInPart: inPart };
  const { presentment, shop } = order.total;
  return {
    id: order.id,
    number: legacyNumberOf(order.id),
    name: order.name,
    createdAt: new Date(order.createdAt).toISOString(),
    state: presentOrderState(stateFacts, messages),
    financialStatus: paymentToShow(stateFacts),
    fulfillmentStatus: fulfillmentToShow(stateFacts),
    total: formatMoney(presentment, messages.locale),
    totalInShopCurrency:
      presentment.currencyCode === shop.currencyCode ? null : formatMoney(shop, messages.locale),
    adminUrl: `shopify://admin/orders/${legacyNumberOf(order.id)}`,
    sums: presentSums(order, messages),
    lines: order.lines.map((line) => ({
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      whereabouts: whereabouts(order, line, messages),
      total: formatMoney(line.total, messages.locale),
    })),
    // What was tried, and what came of it: a refund that failed is never called refunded.
    payments: order.transactions.map((transaction) => ({
      method: transaction.gatewayName,
      description: t('order.transaction.with', {
        kind: t(`order.transaction.kind.${transaction.kind}`),
        outcome: t(`order.transaction.outcome.${transaction.status}`),
      }),
      amount: formatMoney(movedBy(order, transaction), messages.locale),
      wayBack: wayBackWords(order, transaction, messages),
    })),
    tags: order.tags,
    risk: presentRisk(order.risk, messages),
  };
}

/** Where a line's units are; null while all of them are still to be sent. */
function whereabouts(
  order: OrderFacts,
  line: LineItemFacts,
  { t, locale }: Messages<'staff'>,
): string | null {
  const { sent, returned, refunded, removed } = quantitiesOf(order, line);
  const isCancelled = order.cancelledAt !== null;
  const parts = [
    [sent, 'fulfilled'],
    [returned, 'returned'],
    [isCancelled ? refunded + removed : refunded, 'cancelled'],
    [isCancelled ? 0 : removed, 'removed'],
  ] as const;
  const there = parts.filter(([units]) => units > 0);
  return there.length === 0
    ? null
    : listed(
        there.map(([count, word]) => t(`order.where.${word}`, { count })),
        locale,
      );
}

/** A request as staff can change it, beginning with what was asked for. */
export const presentChangeOffer = (
  view: StaffOrder,
  { plan: { refund, terms } }: Cancellation,
  messages: Messages<'staff'>,
): ChangeOffer => ({
  offer: presentOffer(view, messages),
  asked: {
    selection: presentSelection(refund.selection),
    method: refund.method,
    restock: terms.restock.byDefault,
  },
});

function presentOffer(view: StaffOrder, messages: Messages<'staff'>): StaffCancelOffer {
  const { offer, order, forCustomer, notesReachCustomer } = view;
  if (!offer.available) {
    return {
      available: false,
      refusals: offer.refusals.map((refusal) => presentStaffRefusal(refusal, messages)),
    };
  }
  const { everything } = offer;
  const providerFee = providerFeesOf(order);
  const beyondPolicy = againstSelection(forCustomer, everything.selection);
  return {
    available: true,
    currencyCode: everything.amount.currencyCode,
    quote: presentStaffQuote({ order, plan: everything, beyondPolicy }, messages),
    againstRefund: againstRefundWords(offer.againstRefund, messages),
    lines: presentLines(order, messages),
    againstParts: staffRefusalTexts(againstAnyPart(order), messages),
    providerFee:
      providerFee && isPositive(providerFee) ? formatMoney(providerFee, messages.locale) : null,
    storeCreditPossible: offer.storeCreditPossible,
    restockByDefault: offer.restockByDefault,
    reasons: ORDER_CANCEL_REASONS.map((value) => ({ value, label: messages.t(`reason.${value}`) })),
    noteLimits: {
      internal: TEXT_LIMITS.internalNote,
      toCustomer: notesReachCustomer ? TEXT_LIMITS.noteToCustomer : 0,
    },
  };
}

/** Where an account is what stands against a refund, cancelling is not what it may not do. */
const againstRefundWords = (
  against: readonly Refusal[],
  messages: Messages<'staff'>,
): readonly string[] => [
  ...staffRefusalTexts(against, messages),
  ...(against.some(({ code }) => code.startsWith('staff_'))
    ? [messages.t('order.withoutRefund')]
    : []),
];

/** What is left of each line, and how much of it can be cancelled on its own. */
function presentLines(order: OrderFacts, messages: Messages<'staff'>): readonly StaffLineOffer[] {
  const bundles = bundlesOf(order);
  return order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => {
      const unsent = openUnits(line);
      const against = againstLine(order, { lineItemId: line.id, quantity: unsent });
      const sent = sentUnits(line);
      const bundle = bundles.find(({ components }) => components.includes(line));
      return {
        id: legacyNumberOf(line.id),
        title: line.title,
        variantTitle: line.variantTitle,
        imageUrl: line.imageUrl,
        cancellable: against.length > 0 ? 0 : unsent,
        refusals: staffRefusalTexts(
          sent > 0
            ? [...against, { code: 'units_already_sent', lineItemId: line.id, sent }]
            : against,
          messages,
        ),
        bundle:
          bundle && line.group
            ? {
                key: line.group.id,
                title: bundle.title,
                unitsEach: line.currentQuantity / bundle.count,
              }
            : null,
      };
    });
}
