import {
  isRestock,
  type LedgerEntry,
  type Order,
  type ShopDomain,
  summarizeOrder,
  type World,
} from 'devstore/world';

/** How the app says a cancellation ended. Everything else is taken from the ledger. */
export interface Claim {
  readonly order: Order;
  /** The cancellation's status, or null when nobody's request came through. */
  readonly status: string | null;
  /** For `needs_attention`: what a person is asked to decide. */
  readonly attention: string | null;
  /** Whether the whole order was to be cancelled, or a part of it. */
  readonly scope: 'order' | 'lines';
  /** Presentment minor units that may leave the shop for it at most. */
  readonly planned: number;
  /** What is credited on top of store credit. */
  readonly bonus: number;
  /** Units that were to go back on sale. */
  readonly unitsBack: number;
  readonly mailPromised: boolean;
  /** How many different mails the app says it sent or gave up. */
  readonly mails: number;
  /** How many it announced: one sent right before a crash stays in doubt when the request is withdrawn. */
  readonly mailsAnnounced: number;
  /** A person took the money or the mail into their own hands. */
  readonly settledByHand: boolean;
  /** A person settled something by hand: the money, the stock, a hold. */
  readonly handSettled: boolean;
  /** A person answered a refused stock correction by making it themselves. */
  readonly stockSettledByHand: boolean;
  /** It ended without the app knowing what the platform did. */
  readonly outcomeUnknown: boolean;
  /** A person chose to go on with the app's hold in place, as the choice's words say. */
  readonly holdLeftByStaff: boolean;
  readonly mailSkipped: boolean;
  /** How often a person chose what to do. */
  readonly answers: number;
  /** The app has it on record that somebody else cancelled the order. */
  readonly recordedOutside: boolean;
}

const ENDS = ['completed', 'declined', 'withdrawn', 'expired', 'superseded'];

/** Every breach of what must hold, judged by the ledger alone. Empty when all is well. */
export function judge(world: World, shop: ShopDomain, appId: number, claim: Claim): string[] {
  const { order, status } = claim;
  const entries = world.ledger.ofOrder(shop, order.id);
  const summary = summarizeOrder(world, shop, order.id);
  const breaches: string[] = [];
  const must = (holds: boolean, otherwise: string) => {
    if (!holds) breaches.push(`${order.name}: ${otherwise}`);
  };
  const byApp = entries.filter((entry) => isBy(entry, appId));
  const refundedByApp = refundedMinor(entries, appId);
  const ordered = units(
    entries.filter((e) => e.kind === 'stock.moved' && e.reason === 'order_placed'),
  );
  const restocked = Object.values(summary.restocked).reduce((a, b) => a + b, 0);
  const restockedByApp = byApp.reduce(
    (sum, entry) => (entry.kind === 'stock.moved' && isRestock(entry) ? sum + entry.delta : sum),
    0,
  );
  // Units that others took off or sent meanwhile are not the app's to put back.
  const othersMoved = entries.some(
    (e) =>
      !isBy(e, appId) &&
      ((e.kind === 'stock.moved' && e.reason !== 'order_placed') || e.kind === 'refund.created'),
  );
  // A deleted order's work and holds went with it, and nobody's address can be read any more.
  const deleted = world.shops.get(shop)?.orders.has(order.id) === false;
  const cancelledByApp = byApp.some((entry) => entry.kind === 'order.cancelled');
  const takenByApp = byApp.some(
    (entry) => entry.kind === 'order.edited' || entry.kind === 'refund.created',
  );
  // An edit bears no mark: where others took the very units off meanwhile, none is left to take.
  const editedByOthers = entries.some((e) => e.kind === 'order.edited' && !isBy(e, appId));
  const didIt = claim.scope === 'order' ? cancelledByApp : takenByApp || editedByOthers;

  const bonuses = world.ledger
    .entries()
    .filter((e) => e.kind === 'store_credit.credited' && e.customerId === order.customerId)
    .filter((e) => e.kind === 'store_credit.credited' && e.amount.minor === claim.bonus).length;
  must(bonuses <= 1, `gave its bonus ${bonuses} times`);
  must(summary.cancels <= 1, `cancelled ${summary.cancels} times`);
  must(refundedByApp <= claim.planned, `gave back ${refundedByApp}, planned ${claim.planned}`);
  must(restocked <= ordered, `restocked ${restocked} of ${ordered} ordered units`);
  must(
    summary.mails.delivered <= claim.mailsAnnounced,
    `${summary.mails.delivered} mails reached the customer, ${claim.mailsAnnounced} were announced`,
  );
  must(
    status === null ||
      ENDS.includes(status) ||
      (status === 'needs_attention' && claim.attention !== null),
    `came to no end and to no person: ${status ?? 'nothing'}`,
  );
  must(
    status !== 'needs_attention' || claim.answers < LONGEST_TALK,
    `asked a person ${claim.answers} times and came to no end: ${claim.attention}`,
  );
  must(
    paidTwice(entries, appId, claim.planned) === 0,
    `gave back ${paidTwice(entries, appId, claim.planned)} that others had given back meanwhile`,
  );
  const givenBackForGood = Object.values(summary.refunded).reduce((a, b) => a + b, 0);
  // What the gateway took back once the order was gone, nobody can see: it was given back as far as can be known.
  const deletedAt = entries.find((entry) => entry.kind === 'order.deleted')?.at ?? Infinity;
  const failedUnseen = entries.reduce(
    (sum, e) => (e.kind === 'money.refund_failed' && e.at > deletedAt ? sum + e.amount.minor : sum),
    0,
  );
  const captured = Object.values(summary.captured).reduce((a, b) => a + b, 0);
  must(givenBackForGood <= captured, `gave back ${givenBackForGood} of ${captured} captured`);

  if (status === 'completed') {
    must(didIt, 'called completed, but the ledger does not show that the app did it');
    must(claim.scope === 'order' || !cancelledByApp, 'cancelled an order of which it was a part');
    must(
      claim.scope === 'order' ||
        ownHolds(entries, appId) <= 0 ||
        summary.cancels > 0 ||
        deleted ||
        claim.holdLeftByStaff,
      'left its hold on what is still to be sent',
    );
    must(
      claim.settledByHand || givenBackForGood + failedUnseen >= claim.planned,
      `called completed with ${givenBackForGood} of ${claim.planned} given back`,
    );
    must(
      claim.settledByHand || bonuses === (claim.bonus > 0 ? 1 : 0),
      `called completed with ${bonuses} bonuses of ${claim.bonus}`,
    );
    must(
      restockedByApp === claim.unitsBack ||
        ((othersMoved || claim.handSettled) && restockedByApp < claim.unitsBack) ||
        // A correction for an order that is gone names no order any more.
        deleted ||
        // A refused correction that a person made by hand may have been one that writes units off.
        claim.stockSettledByHand,
      `put ${restockedByApp} of ${claim.unitsBack} units back on sale`,
    );
    must(
      !claim.mailPromised ||
        claim.mailSkipped ||
        deleted ||
        // One whose answer was lost, and which a person then made needless, may have arrived as well.
        summary.mails.delivered >= claim.mails,
      'called completed, but the customer was not told',
    );
    must(
      claim.scope === 'lines' || openAuthorization(entries) === 0 || claim.settledByHand,
      'left money authorized',
    );
  }
  if (status !== null && ENDS.includes(status) && status !== 'completed') {
    // Deleted while it was at work: the app says that it does not know, and nobody can look any more.
    const unknown = deleted && claim.outcomeUnknown;
    must(
      unknown || (!cancelledByApp && !takenByApp),
      `ended as ${status}, but the app cancelled it`,
    );
    must(
      unknown || refundedByApp === 0,
      `ended as ${status}, but the app gave back ${refundedByApp}`,
    );
    must(
      ownHolds(entries, appId) <= 0 || summary.cancels > 0 || deleted || claim.holdLeftByStaff,
      `ended as ${status} and left its hold behind`,
    );
  }
  must(
    summary.cancels > 0 || !byApp.some((e) => e.kind === 'hold.released' && !isOwn(e, appId)),
    "released somebody else's hold",
  );
  must(
    !claim.recordedOutside || (summary.cancels === 1 && !cancelledByApp),
    'on record as cancelled outside, but the ledger shows no cancel by others',
  );
  if (status === null) must(byApp.length === 0, 'the app acted without a cancellation');
  return breaches;
}

/** As often as this nobody is asked about one case. */
const LONGEST_TALK = 20;

/**
 * What the app gave back once more although others had already done it: beyond the plan, counted from the first refund
 * of the app's that failed.
 */
function paidTwice(entries: readonly LedgerEntry[], appId: number, planned: number): number {
  const failedAt = entries.find(
    (e) => (e.kind === 'money.declined' || e.kind === 'money.refund_failed') && isBy(e, appId),
  )?.at;
  if (failedAt === undefined) return 0;
  const failed = new Set(
    entries.flatMap((e) => (e.kind === 'money.refund_failed' ? [e.transactionId] : [])),
  );
  let given = 0;
  let twice = 0;
  for (const entry of entries) {
    if (entry.kind !== 'money.refunded' || failed.has(entry.transactionId)) continue;
    if (!isBy(entry, appId) && entry.at < failedAt) continue;
    given += entry.amount.minor;
    if (isBy(entry, appId)) twice = Math.max(twice, given - planned);
  }
  return Math.max(0, twice);
}

const isBy = (entry: LedgerEntry, appId: number): boolean =>
  entry.actor.kind === 'app' && entry.actor.appId === appId;

/** What reached the customer or is on its way, of refunds the app asked for: directly or with a cancel. */
function refundedMinor(entries: readonly LedgerEntry[], appId: number): number {
  const last = new Map<number, number>();
  for (const entry of entries) {
    if (entry.kind === 'money.refunded' || entry.kind === 'money.refund_pending') {
      const known = last.has(entry.transactionId);
      if (known || isBy(entry, appId)) last.set(entry.transactionId, entry.amount.minor);
    }
    if (entry.kind === 'money.refund_failed') last.delete(entry.transactionId);
  }
  return [...last.values()].reduce((sum, amount) => sum + amount, 0);
}

function units(entries: readonly LedgerEntry[]): number {
  return entries.reduce(
    (sum, entry) =>
      entry.kind === 'stock.moved' && entry.quantityName === 'available' ? sum - entry.delta : sum,
    0,
  );
}

function openAuthorization(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, entry) => {
    switch (entry.kind) {
      case 'money.authorized':
        return sum + entry.amount.minor;
      case 'money.captured':
        return entry.parentTransactionId === null ? sum : sum - entry.amount.minor;
      case 'money.voided':
      case 'money.authorization_expired':
        return sum - entry.amount.minor;
      default:
        return sum;
    }
  }, 0);
}

function ownHolds(entries: readonly LedgerEntry[], appId: number): number {
  return entries.reduce((sum, entry) => {
    if (entry.kind !== 'hold.placed' && entry.kind !== 'hold.released') return sum;
    return isOwn(entry, appId) ? sum + (entry.kind === 'hold.placed' ? 1 : -1) : sum;
  }, 0);
}

const isOwn = (
  entry: Extract<LedgerEntry, { kind: 'hold.placed' | 'hold.released' }>,
  appId: number,
): boolean => entry.heldBy.kind === 'app' && entry.heldBy.appId === appId;
