import type { BulkSeen } from '../../application/bulk/read-bulk.ts';
import type { BulkOrderView, BulkView } from '../../contract/bulk/bulk-view.ts';
import { againstActing } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { type BulkOffer, type BulkOrder, totalsOf } from '../../domain/bulk/bulk.ts';
import { type CancellationStatus, isFinal } from '../../domain/cancellation/state.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { Messages } from '../../messages/message-types.ts';
import { statusWords } from '../cancellation/present-cancellation.ts';
import { staffRefusalText, staffRefusalTexts } from '../refusal/staff-refusal.ts';

interface Reader {
  readonly policy: Policy;
  /** What the platform lets the staff member do, or why it did not say. */
  readonly access: Result<StaffAccess, Refusal>;
  /** Whether a note reaches the customer: Shopify's own notification carries none. */
  readonly ownMail: boolean;
}

export function presentBulk(
  seen: BulkSeen,
  { policy, access, ownMail }: Reader,
  messages: Messages<'staff'>,
): BulkView {
  const { bulk, orders } = seen;
  const forbidden = againstActing(policy, access);
  const counted = (issueRefund: boolean) => {
    const totals = totalsOf(orders, issueRefund);
    const amounts = totals.amounts.map((amount) => formatMoney(amount, messages.locale));
    return {
      totals: { ...totals, amounts: totals.amounts.map((amount) => ({ ...amount })) },
      amounts,
    };
  };
  return {
    id: bulk.id,
    number: bulk.number,
    state: bulk.state,
    counts: countsOf(seen),
    withRefund: counted(true),
    withoutRefund: counted(false),
    issueRefund: bulk.confirmed?.choice.issueRefund ?? null,
    pausedUntil: bulk.paused && new Date(bulk.paused.until).toISOString(),
    forbidden: forbidden && staffRefusalText(forbidden, messages),
    notesReachCustomer: ownMail,
    orders: orders.map((order) => presentOrder(order, seen, messages)),
  };
}

export function countsOf({ orders, statuses }: BulkSeen): BulkView['counts'] {
  const counts = {
    ...{ all: orders.length, waiting: 0, planned: 0, underWay: 0, done: 0 },
    ...{ needAttention: 0, refused: 0, notReached: 0 },
  };
  for (const { status, orderId } of orders) {
    switch (status) {
      case 'waiting':
      case 'planned':
      case 'refused':
        counts[status] += 1;
        break;
      case 'already':
        counts.done += 1;
        break;
      case 'not_reached':
        counts.notReached += 1;
        break;
      case 'opened':
        counts[progressOf(statuses.get(orderId))] += 1;
    }
  }
  return counts;
}

function progressOf(status: CancellationStatus | undefined) {
  if (status === undefined) return 'underWay';
  if (status === 'needs_attention') return 'needAttention';
  return isFinal(status) ? 'done' : 'underWay';
}

function presentOrder(
  order: BulkOrder,
  seen: BulkSeen,
  messages: Messages<'staff'>,
): BulkOrderView {
  const { orderId, orderName, plan, refusals } = order;
  const number = legacyNumberOf(orderId);
  const back = (offer: BulkOffer | undefined) =>
    offer?.ok ? formatMoney(offer.amount, messages.locale) : null;
  const against = (offer: BulkOffer | undefined) => [
    ...staffRefusalTexts(
      refusals.length > 0 || offer?.ok !== false ? refusals : offer.refusals,
      messages,
    ),
  ];
  return {
    number,
    // Of an order that the shop does not have nothing is said but what was asked for.
    name: orderName ?? number,
    state: orderStateWords(order, seen, messages),
    withRefund: back(plan?.withRefund),
    withoutRefund: back(plan?.withoutRefund),
    against: against(plan?.withRefund),
    againstWithoutRefund: against(plan?.withoutRefund),
  };
}

/** Where an order of a bulk stands, in words. */
export function orderStateWords(
  { status, orderId }: BulkOrder,
  { statuses, bulk }: BulkSeen,
  messages: Messages<'staff'>,
): BulkOrderView['state'] {
  const { t } = messages;
  switch (status) {
    case 'opened': {
      const reached = statuses.get(orderId);
      return reached
        ? statusWords(reached, false, messages)
        : { statusLabel: t('status.requested'), tone: 'info' };
    }
    case 'waiting':
      return { statusLabel: t('bulk.order.waiting'), tone: null };
    case 'planned':
      return {
        statusLabel: t(bulk.state === 'running' ? 'bulk.order.queued' : 'bulk.order.planned'),
        tone: null,
      };
    case 'already':
      return { statusLabel: t('bulk.order.already'), tone: 'success' };
    case 'refused':
      return { statusLabel: t('bulk.order.refused'), tone: 'warning' };
    case 'not_reached':
      return { statusLabel: t('bulk.order.notReached'), tone: null };
  }
}
