import type {
  Home,
  InboxPage,
  ListedCancellation,
  WaitingItem,
} from '../../application/cancellation/list-cancellations.ts';
import type { ReviewedRequests } from '../../application/cancellation/quote-approval.ts';
import type { OrderList } from '../../application/order/list-orders.ts';
import type { ListedOrder } from '../../application/order/ports.ts';
import { againstActing } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { isPartial } from '../../domain/cancellation/state.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { add, formatMoney } from '../../domain/money.ts';
import { fulfillmentToShow, paymentToShow } from '../../domain/order/order-state.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type {
  CancellationRow,
  HomeView,
  RequestsReview,
  RequestsView,
  WaitingCancellation,
} from '../../contract/list/cancellation-list-view.ts';
import type { OrderListView } from '../../contract/list/order-list-view.ts';
import { whyNotCancellable } from '../../domain/order/cancellable.ts';
import type { DayRange } from '../../application/history/ports.ts';
import { presentFigures, presentSetup } from '../history/present-figures.ts';
import { presentOrderState } from '../staff/order-state-words.ts';
import {
  presentCancellation,
  reasonText,
  statusWords,
} from '../cancellation/present-cancellation.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalText, staffRefusalTexts } from '../refusal/staff-refusal.ts';
import { whatCustomerSees } from '../shopper/what-customer-sees.ts';
import { whyItWaits } from '../cancellation/review-reason-words.ts';

/** @param sendsMail whether the app writes to customers itself */
export function presentHome(
  home: Home,
  range: DayRange,
  sendsMail: boolean,
  messages: Messages<'staff'>,
): HomeView {
  const rows = (list: readonly ListedCancellation[]) =>
    list.map((item) => presentRow(item, home.policy, messages));
  return {
    requestsWaiting: rows(home.inReview),
    needAttention: rows(home.needAttention),
    moneyOnItsWay: rows(home.moneyOnItsWay),
    latest: rows(home.latest),
    counts: {
      requestsWaiting: countWords(home.inReview, home.hasMore.inReview, messages),
      needAttention: countWords(home.needAttention, home.hasMore.needAttention, messages),
      moneyOnItsWay: countWords(home.moneyOnItsWay, home.hasMore.moneyOnItsWay, messages),
    },
    copying: !home.ordersCopied,
    policyEnabled: home.policy.enabled,
    figures: presentFigures(home.counted, range, home.policy, messages),
    setup: presentSetup(home.setup, { sendsMail, hasCancelled: home.latest.length > 0 }),
  };
}

const countWords = (
  { length: count }: readonly unknown[],
  hasMore: boolean,
  { t, locale }: Messages<'staff'>,
): string => (hasMore ? t('home.moreThan', { count }) : count.toLocaleString(locale));

/** @param access what the platform lets the staff member do, or why it did not say */
export function presentRequests(
  inbox: InboxPage,
  query: RequestsView['query'],
  access: Result<StaffAccess, Refusal>,
  { me, messages }: { readonly me: string; readonly messages: Messages<'staff'> },
): RequestsView {
  const forbidden = againstActing(inbox.policy, access);
  const names = new Map(inbox.staff.map(({ staffId, name }) => [staffId, name]));
  const waiting = ({ summary, record, ...item }: WaitingItem): WaitingCancellation => ({
    orderNumber: legacyNumberOf(summary.orderId),
    orderName: summary.orderName,
    customer: item.customer?.customerName ?? item.customer?.email ?? null,
    why: whyItWaits(record.state, messages),
    customerSees: whatCustomerSees(record, inbox.policy, messages.locale),
    assignedTo:
      item.assignedTo === null
        ? null
        : { id: item.assignedTo, name: names.get(item.assignedTo) ?? null },
    cancellation: presentCancellation(record, inbox.policy, access, messages),
  });
  return {
    query,
    me,
    staff: inbox.staff.map(({ staffId, name }) => ({ id: staffId, name })),
    forbidden: forbidden && staffRefusalText(forbidden, messages),
    inReview: inbox.inReview.map(waiting),
    needAttention: inbox.needAttention.map(waiting),
    previous: inbox.previous,
    next: inbox.next,
  };
}

/** What approving several requests would do now. */
export const presentReview = (
  { rows, totals }: ReviewedRequests,
  messages: Messages<'staff'>,
): RequestsReview => ({
  rows: rows.map(({ id, quoted }) =>
    quoted.ok
      ? {
          id,
          amount: formatMoney(
            add(quoted.value.plan.amount, quoted.value.plan.bonus),
            messages.locale,
          ),
          refusal: null,
        }
      : { id, amount: null, refusal: staffRefusalTexts(quoted.error, messages).join(' ') },
  ),
  totals: totals.map((total) => formatMoney(total, messages.locale)),
});

export function presentOrderList(
  list: OrderList,
  query: OrderListView['query'],
  messages: Messages<'staff'>,
): OrderListView {
  return {
    query,
    previous: list.page.previous,
    next: list.page.next,
    searched: list.page.searched,
    copying: !list.complete,
    unreadable: list.unreadable.map(({ id, name, reason, triedAt }) => ({
      number: legacyNumberOf(id),
      name,
      reason,
      triedAt: new Date(triedAt).toISOString(),
    })),
    orders: list.page.items.map((order) => ({
      number: legacyNumberOf(order.id),
      name: order.name,
      createdAt: new Date(order.createdAt).toISOString(),
      customerName: order.customerName,
      email: order.email,
      state: presentOrderState(order, messages),
      financialStatus: paymentToShow(order),
      fulfillmentStatus: fulfillmentToShow(order),
      total: formatMoney(order.total, messages.locale),
      cancelled: order.cancelledAt !== null,
      cancellation:
        order.cancellationStatus &&
        statusWords(
          order.cancellationStatus,
          order.cancelledInPart && order.cancelledAt === null,
          messages,
        ),
      whyNot: whyNotWords(order, messages),
      risk: riskWords(order, messages),
    })),
  };
}

function whyNotWords(order: ListedOrder, { t }: Messages<'staff'>): string | null {
  const why = whyNotCancellable(order);
  return why && t(`orders.whyNot.${why}`);
}

function riskWords(
  { traits }: ListedOrder,
  { t }: Messages<'staff'>,
): OrderListView['orders'][number]['risk'] {
  if (traits?.risk === 'HIGH') return { statusLabel: t('orders.risk.high'), tone: 'critical' };
  if (traits?.risk === 'MEDIUM') return { statusLabel: t('orders.risk.medium'), tone: 'warning' };
  return null;
}

function presentRow(
  { summary, record }: ListedCancellation,
  policy: Policy,
  messages: Messages<'staff'>,
): CancellationRow {
  const { statusLabel, tone } = statusWords(summary.status, isPartial(record.state), messages);
  return {
    id: summary.id,
    orderNumber: legacyNumberOf(summary.orderId),
    orderName: summary.orderName,
    statusLabel,
    tone,
    requestedBy: messages.t(`actor.${summary.requestedBy}`),
    reason: reasonText(record.state, policy, messages),
    amount: formatMoney(summary.amount, messages.locale),
    requestedAt: new Date(summary.openedAt).toISOString(),
  };
}
