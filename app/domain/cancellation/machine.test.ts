import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  fulfillmentOrder,
  order,
  suggestion,
  transaction,
} from '../../../tests/support/order-facts.ts';
import type { CancellationId, FulfillmentHoldId, RefundId, TransactionId } from '../ids.ts';
import type { FulfillmentOrderFacts, OrderFacts } from '../order/facts.ts';
import { type RefundChoice, planRefund } from '../refund/plan.ts';
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
  readonly choice?: RefundChoice;
  readonly teller?: Teller;
  readonly by?: 'shopper' | 'staff';
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
    choice,
    teller = 'unorder',
    by = 'shopper',
  }: Setting) {
    this.facts = facts;
    const wanted = choice ?? { kind: 'everything', method: 'original' };
    const refund = planRefund(facts, suggestion(facts), wanted);
    if (!refund.ok) throw new Error(refund.error.code);
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
          plan: { reason: 'CUSTOMER', refund: refund.value, restock: true, teller },
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
  step(): boolean {
    const step = next(this.state, this.now);
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
      readiness: { type: 'saw_readiness', order: this.facts, suggested: suggestion(this.facts) },
      recall: { type: 'saw_recall', order: this.facts },
      cancel: { type: 'saw_cancel', order: this.facts, job: null },
      money: { type: 'saw_money', order: this.facts },
      own_holds: { type: 'saw_own_holds', order: this.facts },
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
        if (effect.plan.refund.execution === 'with_cancel') this.refund(effect.plan.refund.shares);
        this.voidAuthorizations();
        return { kind: 'cancel', jobResultId: 'gid://shopify/OrderCancelJobResult/1' };
      case 'refund': {
        const refundId = `gid://shopify/Refund/${this.performed.length}` as RefundId;
        this.refund(effect.shares);
        this.facts = {
          ...this.facts,
          refunds: [
            ...this.facts.refunds,
            {
              id: refundId,
              createdAt: this.now,
              note: markedNote('', key),
              total: bag(effect.amount),
              transactionIds: [],
            },
          ],
        };
        return { kind: 'refund', refundId };
      }
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

  private refund(shares: Extract<Effect, { kind: 'refund' }>['shares']): void {
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
const half: RefundChoice = {
  kind: 'amount',
  method: 'original',
  amount: { minor: 5_000, currencyCode: 'EUR' },
};
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
    declined.command({ type: 'decline', actor: { kind: 'staff', staffId: '1' } });
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
    while (slow.state.told === null) slow.step();
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
    const staff = { kind: 'staff', staffId: '1' } as const;
    if (what === 1) c.command({ type: 'approve', actor: staff, plan: c.state.plan });
    if (what === 2) c.command({ type: 'decline', actor: staff });
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
    c.now += SECOND;
  }

  const settings = fc.record({
    facts: fc.constantFrom(
      order(),
      order({ transactions: [transaction({ kind: 'AUTHORIZATION' })] }),
      order({ transactions: [transaction({ isManual: true })] }),
      order({ fulfillmentOrders: [acceptedWork] }),
      order({ fulfillmentOrders: [] }),
    ),
    handling: fc.constantFrom('automatic' as const, 'review' as const),
    teller: fc.constantFrom('unorder' as const, 'shopify' as const, 'nobody' as const),
    by: fc.constantFrom('shopper' as const, 'staff' as const),
  });
  const seeds = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 });

  it('reaches every status, and from every unfinished one there is a way on', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, setting, (c) => {
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
        const walked = walk(seed, setting, () => undefined);
        expect(count(walked.performed, 'cancel')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'hold')).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('never gives back more than was planned', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, setting, () => undefined);
        const givenBack = walked.facts.transactions
          .filter((t) => t.kind === 'REFUND' && t.status !== 'FAILURE')
          .reduce((total, t) => total + t.amount.presentment.minor, 0);
        expect(givenBack).toBeLessThanOrEqual(walked.state.plan.refund.amount.minor);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('leaves no hold of its own behind when it goes back', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, setting, () => undefined);
        if (walked.state.turnedBack?.ending === 'superseded' || walked.state.cancelledAt) return;
        const held = walked.facts.fulfillmentOrders.flatMap((fo) => fo.holds);
        expect(held).toEqual([]);
      }),
      { numRuns: 500, seed: 9 },
    );
  });
});
