import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/order-facts.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  GiftCardId,
  LineItemId,
  LocationId,
  RefundId,
  TransactionId,
} from '../ids.ts';
import { type Money, sum } from '../money.ts';
import type { FulfillmentOrderFacts, OrderFacts, SuggestedRefundFacts } from '../order/facts.ts';
import { giftCardsIn } from '../order/gift-cards.ts';
import { refundable, refundablePayments } from '../order/payments.ts';
import { type RefundChoice, planRefund } from '../refund/plan.ts';
import type { RefundMethod, RefundPlan, RefundShare } from '../refund/refund-plan.ts';
import type { Selection } from '../refund/selection.ts';
import { type RefundTerms, staffTerms } from '../refund/terms.ts';
import { DAY, type EpochMs, MINUTE, SECOND } from '../time.ts';
import { type Command, decide, open } from './decide.ts';
import type { CancellationEvent, Effect, EffectOutcome, RecordedEvent } from './events.ts';
import { type NextStep, type Observation, lookAgainAt, next } from './next.ts';
import { type Teller, markedNote } from './plan.ts';
import { recognise } from './recognise.ts';
import { type Cancellation, FINAL_STATUSES, LIVE_STATUSES, fold, isFinal } from './state.ts';

const ID = '019a0000-0000-7000-8000-000000000001' as CancellationId;

interface Setting {
  readonly facts: OrderFacts;
  readonly handling?: 'automatic' | 'review';
  readonly selection?: Selection;
  readonly choice?: RefundChoice;
  readonly method?: RefundMethod;
  readonly terms?: Partial<RefundTerms>;
  readonly teller?: Teller;
  readonly by?: 'shopper' | 'staff';
}

/** A platform that reckons as the app does: whether it may differ is the refund plan's own test. */
function agreeing(plan: RefundPlan, facts: OrderFacts): SuggestedRefundFacts {
  const duties = plan.lines.flatMap((line) => line.duties.map((duty) => duty.amount));
  return {
    lines: plan.lines.map(({ lineItemId, quantity, goods, tax }) => ({
      lineItemId,
      quantity,
      subtotal: goods,
      tax,
    })),
    shipping: plan.shipping,
    duties: sum(duties, facts.presentmentCurrencyCode),
    maximumRefundable: bag(refundable(facts)),
    transactions: refundablePayments(facts).map(
      ({ transactionId, left, gateway, gatewayName }) => ({
        parentId: transactionId,
        gateway,
        gatewayName,
        amount: bag(left),
        maximumRefundable: left,
      }),
    ),
  };
}

/** A cancellation on a made-up platform that does what it is told, unless a test bends it. */
class Case {
  facts: OrderFacts;
  now: EpochMs = PLACED_AT + MINUTE;
  readonly events: RecordedEvent[] = [];
  readonly performed: Effect['kind'][] = [];
  readonly visited = new Set<string>();
  /** What the platform answers instead of doing it. */
  bend: (effect: Effect) => 'do' | 'refuse' | 'lose answer' | 'lose request' = () => 'do';
  refundStatus: 'SUCCESS' | 'PENDING' | 'FAILURE' = 'SUCCESS';

  constructor({
    facts,
    handling = 'automatic',
    selection = { kind: 'order' },
    choice = { kind: 'everything' },
    method = 'original',
    terms: changes = {},
    teller = 'unorder',
    by = 'shopper',
  }: Setting) {
    this.facts = facts;
    const terms = { ...staffTerms(method, true), ...changes };
    const refund = planRefund(facts, { selection, terms, choice });
    if (!refund.ok) throw new Error(refund.error.map(({ code }) => code).join());
    this.record([
      open(
        facts,
        {
          actor: by === 'shopper' ? { kind: 'shopper' } : { kind: 'staff', staffId: '1' },
          channel: 'order_page',
          handling,
          reasonId: 'changed_mind',
          policyVersion: 0,
          reviewDays: 3,
          plan: {
            reason: 'CUSTOMER',
            refund: refund.value,
            terms,
            giftCards: giftCardsIn(selection, facts),
            teller,
          },
        },
        this.now,
      ),
    ]);
  }

  get state(): Cancellation {
    return fold(this.events, ID);
  }

  record(events: readonly CancellationEvent[]): void {
    for (const event of events) {
      this.events.push({ ...event, seq: this.events.length + 1, at: this.now });
      this.visited.add(this.state.status);
    }
  }

  command(command: Command) {
    const decision = decide(this.state, command, this.now);
    if (decision.ok) this.record(decision.value);
    return decision;
  }

  /** Takes the next step, moving the clock over waits; false when only a person can move it. */
  step(nudged = false): boolean {
    const step = next(this.state, this.now, nudged);
    switch (step.do) {
      case 'nothing':
        return false;
      case 'wait':
        if (step.until === null) return false;
        this.now = Math.max(step.until, this.now + 1);
        return true;
      case 'command':
        this.command(step.command);
        return true;
      case 'observe':
        this.observe(step.what);
        return true;
      case 'effect':
        this.perform(step);
        return true;
    }
  }

  run(limit = 500): this {
    for (let steps = 0; this.step(); steps += 1) {
      if (steps > limit) throw new Error(`no end: ${this.state.status}`);
    }
    return this;
  }

  private observe(what: Observation): void {
    const seen: Record<Observation, Command> = {
      fulfilment: { type: 'saw_fulfilment', order: this.facts },
      readiness: {
        type: 'saw_readiness',
        order: this.facts,
        suggested: agreeing(this.state.plan.refund, this.facts),
      },
      recall: { type: 'saw_recall', order: this.facts },
      cancel: { type: 'saw_cancel', order: this.facts, job: null },
      money: { type: 'saw_money', order: this.facts },
      own_holds: { type: 'saw_own_holds', order: this.facts },
      aftermath: { type: 'saw_aftermath', order: this.facts },
    };
    const before = this.events.length;
    this.command(seen[what]);
    if (this.events.length === before) this.now = lookAgainAt(this.state, what, this.now);
  }

  private perform({ effect, key, announced }: Extract<NextStep, { do: 'effect' }>): void {
    const found = announced ? recognise({ effect, key }, this.facts) : null;
    if (found) {
      this.command({ type: 'succeeded', effect, outcome: found });
      return;
    }
    this.command({ type: 'intend', effect, key });
    const failed = (kind: 'refused' | 'timeout', mayHaveApplied: boolean): void => {
      const problem = { kind, code: null, message: 'made up' };
      const seen = kind === 'refused' ? this.facts : null;
      this.command({
        type: 'failed',
        during: effect.kind,
        effect,
        problem,
        mayHaveApplied,
        order: seen,
      });
    };
    switch (this.bend(effect)) {
      case 'refuse':
        return failed('refused', false);
      case 'lose request':
        return failed('timeout', true);
      case 'lose answer':
        this.apply(effect, key);
        return failed('timeout', true);
      case 'do':
        this.command({ type: 'succeeded', effect, outcome: this.apply(effect, key) });
    }
  }

  /** What the platform does with an effect. Doing it twice shows in `performed`. */
  private apply(effect: Effect, key: string): EffectOutcome {
    this.performed.push(effect.kind);
    switch (effect.kind) {
      case 'hold': {
        const holdId =
          `gid://shopify/FulfillmentHold/${this.performed.length}` as FulfillmentHoldId;
        this.changeWork(effect.fulfillmentOrderId, (fo) => ({
          ...fo,
          status: 'ON_HOLD',
          holds: [...fo.holds, { id: holdId, handle: key, heldByThisApp: true }],
        }));
        return { kind: 'hold', holdId };
      }
      case 'recall':
        this.changeWork(effect.fulfillmentOrderId, (fo) => ({
          ...fo,
          requestStatus: 'CANCELLATION_REQUESTED',
        }));
        return { kind: 'recall' };
      case 'cancel':
        this.facts = {
          ...this.facts,
          cancelledAt: this.now,
          cancellationStaffNote: markedNote('', key),
        };
        if (effect.plan.refund.execution === 'with_cancel') {
          this.refund(effect.plan.refund.shares);
        }
        this.voidAuthorizations();
        return { kind: 'cancel', jobResultId: 'gid://shopify/OrderCancelJobResult/1' };
      case 'refund_lines':
        this.takeLines(effect.refund);
        return { kind: 'refund_lines', refundId: this.bookRefund(key, effect.refund) };
      case 'edit_lines':
        this.takeLines(effect.refund);
        return { kind: 'edit_lines' };
      case 'deactivate_gift_card':
        this.facts = {
          ...this.facts,
          soldGiftCards: this.facts.soldGiftCards.map((card) =>
            card.id === effect.giftCardId ? { ...card, isEnabled: false } : card,
          ),
        };
        return { kind: 'deactivate_gift_card' };
      case 'correct_stock':
        return { kind: 'correct_stock' };
      case 'give_bonus':
        return { kind: 'give_bonus' };
      case 'refund':
        return { kind: 'refund', refundId: this.bookRefund(key, effect) };
      case 'release':
        this.changeWork(effect.fulfillmentOrderId, (fo) => ({
          ...fo,
          status: 'OPEN',
          holds: fo.holds.filter((hold) => hold.id !== effect.holdId),
        }));
        return { kind: 'release' };
      case 'tell':
        return { kind: 'tell' };
    }
  }

  changeWork(id: string, change: (fo: FulfillmentOrderFacts) => FulfillmentOrderFacts): void {
    this.facts = {
      ...this.facts,
      fulfillmentOrders: this.facts.fulfillmentOrders.map((fo) => (fo.id === id ? change(fo) : fo)),
    };
  }

  private takeLines(plan: RefundPlan): void {
    const left = new Map(plan.lines.map((line) => [line.lineItemId, line.remaining]));
    const of = (id: LineItemId, now: number) => Math.min(now, left.get(id) ?? now);
    this.facts = {
      ...this.facts,
      lines: this.facts.lines.map((line) => ({
        ...line,
        currentQuantity: of(line.id, line.currentQuantity),
        unfulfilledQuantity: of(line.id, line.unfulfilledQuantity),
      })),
    };
  }

  /** A refund with its transactions: to the payments, or one sum of store credit. */
  private bookRefund(
    key: string,
    back: { method: RefundMethod; amount: Money; shares: readonly RefundShare[] },
  ): RefundId {
    const id = `gid://shopify/Refund/${this.performed.length}` as RefundId;
    const before = this.facts.transactions.length;
    if (back.method === 'original') this.refund(back.shares);
    else this.refund([{ parentId: null, amount: back.amount }]);
    const transactionIds = this.facts.transactions.slice(before).map((t) => t.id);
    const none = eur(0);
    this.facts = {
      ...this.facts,
      refunds: [
        ...this.facts.refunds,
        {
          id,
          createdAt: this.now,
          note: markedNote('', key),
          total: bag(back.amount),
          lines: [],
          shipping: { amount: none, tax: none },
          duties: [],
          transactionIds,
        },
      ],
    };
    return id;
  }

  private refund(
    shares: readonly { readonly parentId: TransactionId | null; readonly amount: Money }[],
  ): void {
    const transactions = shares.map((share, index) =>
      transaction({
        id: `gid://shopify/OrderTransaction/${500 + this.facts.transactions.length + index}` as TransactionId,
        kind: 'REFUND',
        status: this.refundStatus,
        parentId: share.parentId,
        amount: bag(share.amount),
      }),
    );
    this.facts = { ...this.facts, transactions: [...this.facts.transactions, ...transactions] };
  }

  private voidAuthorizations(): void {
    const voids = this.facts.transactions
      .filter((t) => t.kind === 'AUTHORIZATION')
      .map((t) => ({
        ...t,
        id: `${t.id}9` as TransactionId,
        kind: 'VOID' as const,
        parentId: t.id,
      }));
    this.facts = { ...this.facts, transactions: [...this.facts.transactions, ...voids] };
  }

  settlePayments(status: 'SUCCESS' | 'FAILURE'): void {
    this.facts = {
      ...this.facts,
      transactions: this.facts.transactions.map((t) =>
        t.kind === 'SALE' && t.status === 'PENDING' ? { ...t, status } : t,
      ),
      outstanding: eur(status === 'SUCCESS' ? 0 : this.facts.total.presentment.minor),
    };
  }

  returnRefunds(): void {
    this.facts = {
      ...this.facts,
      transactions: this.facts.transactions.map((t) =>
        t.kind === 'REFUND' ? { ...t, status: 'FAILURE' } : t,
      ),
    };
  }

  settleRefunds(status: 'SUCCESS' | 'FAILURE'): void {
    this.facts = {
      ...this.facts,
      transactions: this.facts.transactions.map((t) =>
        t.kind === 'REFUND' && t.status === 'PENDING' ? { ...t, status } : t,
      ),
    };
  }
}

const count = (list: readonly string[], item: string) => list.filter((x) => x === item).length;
const half: RefundChoice = { kind: 'amount', amount: eur(5_000) };
const staff = { kind: 'staff', staffId: '1' } as const;
const line = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
const twoLines = order({
  total: bag(eur(10_000)),
  lines: [
    lineItem({ id: line(1), quantity: 3, total: eur(6_000) }),
    lineItem({ id: line(2), quantity: 1, total: eur(4_000) }),
  ],
  fulfillmentOrders: [
    fulfillmentOrder({
      lines: [
        { lineItemId: line(1), remainingQuantity: 3 },
        { lineItemId: line(2), remainingQuantity: 1 },
      ],
    }),
  ],
});
const oneUnit: Selection = { kind: 'lines', lines: [{ lineItemId: line(1), quantity: 1 }] };
const unpaid = { ...twoLines, transactions: [], outstanding: eur(10_000) };
const withGiftCard = (
  facts: OrderFacts,
  card: OrderFacts['soldGiftCards'][number],
): OrderFacts => ({
  ...facts,
  lines: facts.lines.map((item) =>
    item.id === card.lineItemId ? { ...item, isGiftCard: true } : item,
  ),
  soldGiftCards: [card],
});
const giftCard = {
  id: 'gid://shopify/GiftCard/1' as GiftCardId,
  lineItemId: line(2),
  initialValue: eur(4_000),
  balance: eur(4_000),
  isEnabled: true,
};
const pendingCard = transaction({ status: 'PENDING' });
const acceptedWork = fulfillmentOrder({
  status: 'IN_PROGRESS',
  requestStatus: 'ACCEPTED',
  supportedActions: [],
});

describe('a cancellation', () => {
  it('holds, cancels with the whole refund, tells and completes', () => {
    const done = new Case({ facts: order() }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'cancel', 'tell']);
  });

  it('cancels before it refunds another amount than everything', () => {
    const done = new Case({ facts: order(), choice: half, by: 'staff' }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'refund', 'tell']);
    expect(done.state.status).toBe('completed');
  });

  it('leaves writing to Shopify or to nobody when the plan says so', () => {
    for (const teller of ['shopify', 'nobody'] as const) {
      expect(new Case({ facts: order(), teller }).run().performed).not.toContain('tell');
    }
  });

  it('holds fulfilment while a request waits for review, and no money moves', () => {
    const waiting = new Case({ facts: order(), handling: 'review' });
    while (waiting.state.status !== 'in_review') waiting.step();
    expect(waiting.performed).toEqual(['hold']);
    expect(next(waiting.state, waiting.now)).toEqual({
      do: 'wait',
      until: waiting.state.request.reviewDeadline,
    });
  });

  it('goes on from an approval and ends cancelled', () => {
    const approved = new Case({ facts: order(), handling: 'review' });
    while (approved.state.status !== 'in_review') approved.step();
    approved.command({
      type: 'approve',
      actor: { kind: 'staff', staffId: '1' },
      plan: approved.state.plan,
    });
    expect(approved.run().state.status).toBe('completed');
    expect(count(approved.performed, 'hold')).toBe(1);
  });

  it('releases its hold and tells the customer when staff decline', () => {
    const declined = new Case({ facts: order(), handling: 'review' });
    while (declined.state.status !== 'in_review') declined.step();
    declined.command({ type: 'decline', actor: staff, nextStep: 'return_it' });
    declined.run();
    expect(declined.state.status).toBe('declined');
    expect(declined.performed).toEqual(['hold', 'release', 'tell']);
    expect(declined.facts.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('ends by itself when nobody answers a request in time', () => {
    const expired = new Case({ facts: order(), handling: 'review' }).run();
    expect(expired.state.status).toBe('expired');
    expect(expired.now).toBeGreaterThanOrEqual(PLACED_AT + 3 * DAY);
  });

  it('can be withdrawn by the customer until Shopify is asked to cancel, and not after', () => {
    const early = new Case({ facts: order(), handling: 'review' });
    early.step();
    expect(early.command({ type: 'withdraw' }).ok).toBe(true);
    expect(early.run().state.status).toBe('withdrawn');
    const late = new Case({ facts: order() });
    while (late.state.intent?.effect.kind !== 'cancel' && late.state.status !== 'completed')
      late.step();
    expect(late.command({ type: 'withdraw' })).toEqual({
      ok: false,
      error: { code: 'too_late_to_stop' },
    });
  });

  it('asks a fulfillment service and moves no money before its answer', () => {
    const recalling = new Case({
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    });
    while (recalling.state.recalls[0]?.state !== 'submitted') recalling.step();
    expect(recalling.performed).toEqual(['recall']);
    recalling.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      status: 'CLOSED',
      requestStatus: 'CANCELLATION_ACCEPTED',
    }));
    expect(recalling.run().state.status).toBe('completed');
  });

  it('declines when the fulfillment service refuses to stop', () => {
    const refused = new Case({ facts: order({ fulfillmentOrders: [acceptedWork] }), by: 'staff' });
    while (refused.state.recalls[0]?.state !== 'submitted') refused.step();
    refused.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      requestStatus: 'CANCELLATION_REJECTED',
    }));
    expect(refused.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'warehouse_refused' } },
    });
    expect(refused.performed).not.toContain('cancel');
  });

  it('asks a person when the fulfillment service stays silent for a day', () => {
    const silent = new Case({
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    }).run();
    expect(silent.state.attention?.what).toBe('warehouse_silent');
  });

  it('declines when the order was shipped before the hold, and moves no money', () => {
    const lost = new Case({ facts: order() });
    lost.facts = { ...lost.facts, fulfillmentStatus: 'FULFILLED' };
    expect(lost.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
    expect(lost.performed).toEqual(['tell']);
  });

  it('ends when somebody else cancelled the order first, without a second refund', () => {
    const other = new Case({ facts: order() });
    while (other.state.status !== 'cancelling') other.step();
    other.facts = { ...other.facts, cancelledAt: other.now, cancellationStaffNote: 'in the admin' };
    other.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    expect(other.run().state.status).toBe('superseded');
    expect(other.performed).not.toContain('refund');
  });

  it('stops before the cancel when another amount is refundable than was confirmed', () => {
    const changed = new Case({ facts: order() });
    changed.step();
    changed.facts = {
      ...changed.facts,
      transactions: [
        ...changed.facts.transactions,
        transaction({
          id: 'gid://shopify/OrderTransaction/77' as TransactionId,
          kind: 'REFUND',
          parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
          amount: bag({ minor: 1_000, currencyCode: 'EUR' }),
        }),
      ],
    };
    expect(changed.run().state.attention?.what).toBe('amount_changed');
    expect(changed.performed).toEqual(['hold']);
    changed.command({
      type: 'resume',
      actor: { kind: 'staff', staffId: '1' },
      choice: 'accept_amount',
    });
    expect(changed.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: { minor: 9_000 } } },
    });
  });

  it('is not done while a refund is on its way, tells the customer so, and completes when it arrived', () => {
    const slow = new Case({ facts: order() });
    slow.refundStatus = 'PENDING';
    while (!slow.state.told.includes('cancelled')) slow.step();
    expect(slow.state).toMatchObject({ status: 'verifying', money: { outcome: 'on_its_way' } });
    slow.settleRefunds('SUCCESS');
    expect(slow.run().state.status).toBe('completed');
    expect(count(slow.performed, 'tell')).toBe(1);
  });

  it('asks a person when the gateway refuses the refund, and sends the missing part again on request', () => {
    const failing = new Case({ facts: order() });
    failing.refundStatus = 'FAILURE';
    expect(failing.run().state.attention).toMatchObject({
      what: 'refund_failed',
      amount: { minor: 10_000 },
    });
    expect(failing.performed).not.toContain('tell');
    failing.refundStatus = 'SUCCESS';
    failing.command({ type: 'resume', actor: { kind: 'staff', staffId: '1' }, choice: 'retry' });
    expect(failing.run().state.status).toBe('completed');
    expect(failing.performed).toEqual(['hold', 'cancel', 'refund', 'tell']);
  });

  it('asks a person to hand back money that came by hand before it is done', () => {
    const facts = order({ transactions: [transaction({ isManual: true })] });
    const byHand = new Case({ facts }).run();
    expect(byHand.state.attention?.what).toBe('pay_back_by_hand');
    byHand.command({
      type: 'resume',
      actor: { kind: 'staff', staffId: '1' },
      choice: 'settled_by_hand',
    });
    expect(byHand.run().state.status).toBe('completed');
  });

  it('does nothing twice when answers get lost after the platform acted', () => {
    const lossy = new Case({ facts: order(), choice: half, by: 'staff' });
    const lost = new Set<string>();
    lossy.bend = (effect) => {
      if (lost.has(effect.kind) || effect.kind === 'tell') return 'do';
      lost.add(effect.kind);
      return 'lose answer';
    };
    expect(lossy.run().state.status).toBe('completed');
    expect(lossy.performed).toEqual(['hold', 'cancel', 'refund', 'tell']);
  });

  it('does not ask for a cancel again while the first one, whose answer was lost, may be at work', () => {
    const waiting = new Case({ facts: order() });
    while (waiting.state.intent?.effect.kind !== 'cancel') {
      waiting.bend = (effect) => (effect.kind === 'cancel' ? 'lose request' : 'do');
      waiting.step();
    }
    const askedAt = waiting.state.cancelAskedAt ?? 0;
    expect(next(waiting.state, askedAt + 4 * SECOND)).toEqual({ do: 'observe', what: 'cancel' });
    expect(next(waiting.state, askedAt + 5 * SECOND)).toMatchObject({
      do: 'effect',
      announced: true,
    });
  });

  it('asks a person when the platform refuses, and turns back with the hold released', () => {
    const refusing = new Case({ facts: order() });
    refusing.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    expect(refusing.run().state.attention).toMatchObject({
      what: 'platform_refused',
      step: 'cancel',
    });
    refusing.command({
      type: 'resume',
      actor: { kind: 'staff', staffId: '1' },
      choice: 'turn_back',
    });
    expect(refusing.run().state.status).toBe('declined');
    expect(refusing.facts.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('takes only the ways on that are offered', () => {
    const running = new Case({ facts: order() });
    const command = { type: 'resume', actor: { kind: 'system' }, choice: 'retry' } as const;
    expect(running.command(command)).toEqual({ ok: false, error: { code: 'choice_not_offered' } });
  });
});

describe('a cancellation of a part of an order', () => {
  it('takes the units off with their money, frees the rest for sending, tells and completes', () => {
    const done = new Case({ facts: twoLines, selection: oneUnit }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'refund_lines', 'release', 'tell']);
    expect(done.facts.lines.map((item) => item.currentQuantity)).toEqual([2, 1]);
    expect(done.facts.fulfillmentOrders[0]?.holds).toEqual([]);
    expect(done.state.money?.arrived).toEqual(eur(2_000));
  });

  it('edits the order where nothing was paid yet, and refunds nothing', () => {
    const done = new Case({ facts: unpaid, selection: oneUnit }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'edit_lines', 'release', 'tell']);
  });

  it('does nothing twice when answers get lost after the platform acted', () => {
    for (const facts of [twoLines, unpaid]) {
      const lossy = new Case({ facts, selection: oneUnit });
      const lost = new Set<string>();
      lossy.bend = (effect) => {
        if (lost.has(effect.kind) || effect.kind === 'tell') return 'do';
        lost.add(effect.kind);
        return 'lose answer';
      };
      expect(lossy.run().state.status).toBe('completed');
      expect(new Set(lossy.performed).size).toBe(lossy.performed.length);
    }
  });

  it('goes on when other lines of the order were sent, and turns back when its own were', () => {
    const other = new Case({ facts: twoLines, selection: oneUnit });
    other.facts = {
      ...other.facts,
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: other.facts.lines.map((item) =>
        item.id === line(2) ? { ...item, unfulfilledQuantity: 0 } : item,
      ),
    };
    expect(other.run().state.status).toBe('completed');
    const own = new Case({ facts: twoLines, selection: oneUnit });
    own.facts = {
      ...own.facts,
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: own.facts.lines.map((item) =>
        item.id === line(1) ? { ...item, unfulfilledQuantity: 0 } : item,
      ),
    };
    expect(own.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
  });
});

describe('money that does not behave', () => {
  it('case 5: a refund that comes back after the end opens the case again and the customer hears of it', () => {
    const done = new Case({ facts: order() }).run();
    expect(done.step(true)).toBe(true);
    expect(done.state.status).toBe('completed');
    done.returnRefunds();
    done.step(true);
    expect(done.state).toMatchObject({
      status: 'needs_attention',
      attention: { what: 'refund_failed', amount: eur(10_000) },
    });
    done.run();
    expect(done.state.told).toEqual(['cancelled', 'refund_failed-0']);
    done.command({ type: 'resume', actor: staff, choice: 'refund_as_store_credit' });
    done.run();
    expect(done.performed.slice(-2)).toEqual(['tell', 'refund']);
    expect(done.state).toMatchObject({ status: 'completed', creditInstead: eur(10_000) });
    done.step(true);
    expect(done.state.status).toBe('completed');
  });

  it('case 23: a payment that no bank has answered is waited for, and comes back once it is paid', () => {
    const facts = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const waiting = new Case({ facts });
    while (waiting.state.status !== 'awaiting_payment') waiting.step();
    waiting.step();
    expect(waiting.performed).toEqual(['hold', 'tell']);
    expect(waiting.state.told).toEqual(['received']);
    waiting.settlePayments('SUCCESS');
    expect(waiting.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(10_000) } },
      told: ['received', 'cancelled'],
    });
    expect(waiting.performed).toEqual(['hold', 'tell', 'cancel', 'tell']);
  });

  it('case 23: a payment that fails in the end is cancelled without any refund', () => {
    const facts = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const waiting = new Case({ facts });
    while (waiting.state.status !== 'awaiting_payment') waiting.step();
    waiting.settlePayments('FAILURE');
    expect(waiting.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(0), execution: 'cancel_only' } },
    });
  });

  it('case 24: money that comes in for a cancelled order is raised once, and given back on request', () => {
    const facts = order({ transactions: [], outstanding: eur(10_000) });
    const done = new Case({ facts }).run();
    const late = transaction({ id: 'gid://shopify/OrderTransaction/90' as TransactionId });
    done.facts = { ...done.facts, transactions: [...done.facts.transactions, late] };
    done.step(true);
    expect(done.state.attention).toMatchObject({ what: 'late_payment', amount: eur(10_000) });
    done.command({ type: 'resume', actor: staff, choice: 'refund_late_payment' });
    done.run();
    expect(done.state.status).toBe('completed');
    expect(done.performed.at(-1)).toBe('refund');
    done.step(true);
    expect(done.state.status).toBe('completed');
  });

  it('case 25: a dispute opened meanwhile stops the refund; a person may cancel without one', () => {
    const disputed = new Case({ facts: order() });
    disputed.step();
    disputed.facts = {
      ...disputed.facts,
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    };
    expect(disputed.run().state.attention?.what).toBe('dispute_open');
    expect(disputed.performed).toEqual(['hold']);
    disputed.command({ type: 'resume', actor: staff, choice: 'go_on_without_refund' });
    expect(disputed.run().state.status).toBe('completed');
    expect(disputed.facts.transactions.filter((t) => t.kind === 'REFUND')).toEqual([]);
  });

  it('case 13: a sold gift card is useless before any money goes back', () => {
    const facts = withGiftCard(twoLines, giftCard);
    const done = new Case({ facts }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'deactivate_gift_card', 'refund', 'tell']);
    expect(done.state.status).toBe('completed');
  });

  it('case 13: a gift card used since the wish was made stops it before anything is cancelled', () => {
    const used = new Case({ facts: withGiftCard(twoLines, giftCard) });
    used.facts = {
      ...used.facts,
      soldGiftCards: [{ ...giftCard, balance: eur(1_000) }],
    };
    expect(used.run().state.attention?.what).toBe('gift_card_redeemed');
    expect(used.performed).toEqual(['hold']);
  });

  it('case 14: store credit is followed by its bonus, once', () => {
    const terms = { bonusPercent: 10 };
    const done = new Case({ facts: order(), method: 'store_credit', terms }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'refund', 'give_bonus', 'tell']);
    expect(done.state).toMatchObject({ status: 'completed', bonusGiven: true });
  });

  it('case 37: where only some units may be sold again, those are put back after the cancel', () => {
    const facts = {
      ...twoLines,
      lines: twoLines.lines.map((item) =>
        item.id === line(1) ? { ...item, productTags: ['recalled'] } : item,
      ),
    };
    const terms = { restock: { byDefault: true, neverTags: ['recalled'] } };
    const done = new Case({ facts, terms }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'correct_stock', 'tell']);
    const corrected = done.events.find(
      (event) => event.type === 'effect_intended' && event.effect.kind === 'correct_stock',
    );
    expect(corrected).toMatchObject({
      effect: {
        changes: [{ delta: 1, locationId: 'gid://shopify/Location/1' as LocationId }],
      },
    });
  });

  it('case 37: units of a part that may not be sold again are written off after they have left', () => {
    const terms = { restock: { byDefault: false, neverTags: [] } };
    const done = new Case({ facts: twoLines, selection: oneUnit, terms }).run();
    expect(done.performed).toEqual(['hold', 'refund_lines', 'release', 'correct_stock', 'tell']);
    const corrected = done.events.find(
      (event) => event.type === 'effect_intended' && event.effect.kind === 'correct_stock',
    );
    expect(corrected).toMatchObject({ effect: { changes: [{ delta: -1 }] } });
  });

  it('stops before anything is sent when the platform reckons otherwise, and says where', () => {
    const differing = new Case({ facts: order() });
    while (differing.state.status === 'requested') differing.step();
    const suggested = agreeing(differing.state.plan.refund, differing.facts);
    differing.command({
      type: 'saw_readiness',
      order: differing.facts,
      suggested: { ...suggested, shipping: { amount: eur(1), tax: eur(0) } },
    });
    expect(differing.state.attention).toMatchObject({
      what: 'platform_disagrees',
      where: 'shipping',
      ours: eur(0),
      theirs: eur(1),
    });
  });
});

describe('the machine as a whole', () => {
  /** Walks cancellations of every kind through everything that can happen to them. */
  function walk(seed: readonly number[], setting: Setting, visit: (c: Case) => void): Case {
    const walked = new Case(setting);
    const choices = [...seed];
    const pick = (n: number) => (choices.shift() ?? 0) % n;
    walked.bend = () =>
      (['do', 'do', 'do', 'lose answer', 'lose request', 'refuse'] as const)[pick(6)] ?? 'do';
    walked.refundStatus = (['SUCCESS', 'PENDING', 'FAILURE'] as const)[pick(3)] ?? 'SUCCESS';
    for (let steps = 0; steps < 400 && !isFinal(walked.state.status); steps += 1) {
      visit(walked);
      disturb(walked, pick(40));
      if (walked.step()) continue;
      const offered = walked.state.attention?.choices ?? [];
      const choice = offered[pick(offered.length || 1)];
      if (choice)
        walked.command({ type: 'resume', actor: { kind: 'staff', staffId: '1' }, choice });
      walked.bend = () => 'do';
      walked.refundStatus = 'SUCCESS';
    }
    visit(walked);
    return walked;
  }

  function disturb(c: Case, what: number): void {
    if (what === 1) c.command({ type: 'approve', actor: staff, plan: c.state.plan });
    if (what === 2) c.command({ type: 'decline', actor: staff, nextStep: 'contact_shop' });
    if (what === 3) c.command({ type: 'withdraw' });
    if (what === 4 && c.facts.cancelledAt === null) {
      c.facts = { ...c.facts, cancelledAt: c.now, cancellationStaffNote: null };
    }
    if (what === 5 && c.facts.cancelledAt === null) {
      c.facts = { ...c.facts, fulfillmentStatus: 'FULFILLED' };
    }
    if (what >= 6 && what <= 12) c.settleRefunds(what === 6 ? 'FAILURE' : 'SUCCESS');
    if (what >= 13 && what <= 16) {
      c.changeWork(acceptedWork.id, (fo) =>
        fo.requestStatus === 'CANCELLATION_REQUESTED'
          ? what === 13
            ? { ...fo, requestStatus: 'CANCELLATION_REJECTED' }
            : { ...fo, status: 'CLOSED', requestStatus: 'CANCELLATION_ACCEPTED' }
          : fo,
      );
    }
    if (what === 17) c.settlePayments('FAILURE');
    if (what === 18 || what === 19) c.settlePayments('SUCCESS');
    if (what === 20 && c.facts.disputes.length === 0) {
      c.facts = { ...c.facts, disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] };
    }
    if (what === 21) c.facts = { ...c.facts, disputes: [] };
    c.now += SECOND;
  }

  const settings = fc.record({
    subject: fc.constantFrom<Pick<Setting, 'facts' | 'selection' | 'method' | 'terms'>>(
      { facts: order() },
      {
        facts: order({
          transactions: [transaction({ kind: 'AUTHORIZATION' })],
          outstanding: eur(10_000),
        }),
      },
      { facts: order({ transactions: [transaction({ isManual: true })] }) },
      { facts: order({ fulfillmentOrders: [acceptedWork] }) },
      { facts: order({ fulfillmentOrders: [] }) },
      { facts: order({ transactions: [pendingCard], outstanding: eur(10_000) }) },
      { facts: twoLines, selection: oneUnit },
      { facts: unpaid, selection: oneUnit },
      { facts: twoLines, method: 'store_credit', terms: { bonusPercent: 10 } },
      { facts: withGiftCard(twoLines, giftCard) },
      {
        facts: {
          ...twoLines,
          lines: twoLines.lines.map((item) =>
            item.id === line(1) ? { ...item, productTags: ['recalled'] } : item,
          ),
        },
        terms: { restock: { byDefault: true, neverTags: ['recalled'] } },
      },
    ),
    handling: fc.constantFrom('automatic' as const, 'review' as const),
    teller: fc.constantFrom('unorder' as const, 'shopify' as const, 'nobody' as const),
    by: fc.constantFrom('shopper' as const, 'staff' as const),
  });
  const settingOf = ({
    subject,
    ...rest
  }: typeof settings extends fc.Arbitrary<infer T> ? T : never) => ({
    ...subject,
    ...rest,
  });
  const seeds = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 });

  it('reaches every status, and from every unfinished one there is a way on', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), (c) => {
          reached.add(c.state.status);
          if (isFinal(c.state.status)) return;
          const step = next(c.state, c.now);
          const needsPerson = step.do === 'wait' && step.until === null;
          expect(step.do).not.toBe('nothing');
          if (needsPerson) expect(c.state.attention?.choices.length).toBeGreaterThan(0);
        });
        for (const status of walked.visited) reached.add(status);
        expect(isFinal(walked.state.status)).toBe(true);
      }),
      { numRuns: 1_500, seed: 20261122 },
    );
    expect([...reached].sort()).toEqual([...LIVE_STATUSES, ...FINAL_STATUSES].sort());
  });

  it('never performs a cancel or a hold twice, whatever happens to the answers', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        expect(count(walked.performed, 'cancel')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'refund_lines')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'edit_lines')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'deactivate_gift_card')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'hold')).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('never gives back more than was planned', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        const givenBack = walked.facts.transactions
          .filter((t) => t.kind === 'REFUND' && t.status !== 'FAILURE')
          .reduce((total, t) => total + t.amount.presentment.minor, 0);
        const { amount, bonus, pendingPayment } = walked.state.plan.refund;
        const promised = amount.minor + bonus.minor + pendingPayment.minor;
        expect(givenBack).toBeLessThanOrEqual(promised);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('leaves no hold of its own behind when it goes back', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        const partial = walked.state.plan.refund.selection.kind === 'lines';
        if (walked.facts.cancelledAt !== null && !partial) return;
        if (walked.state.turnedBack?.ending === 'superseded') return;
        const held = walked.facts.fulfillmentOrders.flatMap((fo) => fo.holds);
        expect(held).toEqual([]);
      }),
      { numRuns: 500, seed: 9 },
    );
  });
});
