import { decide, open, type Command } from '../../../app/domain/cancellation/machine/decide.ts';
import type {
  AttentionChoice,
  CancellationEvent,
  Effect,
  EffectOutcome,
  RecordedEvent,
  RequestMail,
} from '../../../app/domain/cancellation/events.ts';
import { evolve, fold } from '../../../app/domain/cancellation/machine/evolve.ts';
import { type NextStep, lookAgainAt, next } from '../../../app/domain/cancellation/machine/next.ts';
import type { Observation } from '../../../app/domain/cancellation/observation.ts';
import { type Teller, markedNote } from '../../../app/domain/cancellation/plan.ts';
import { sendsNothing } from '../../../app/domain/cancellation/choices/resumed.ts';
import { recognise } from '../../../app/domain/cancellation/effects/effects.ts';
import type { CancelJob } from '../../../app/domain/cancellation/seen/whose-cancel.ts';
import { type Cancellation, isFinal } from '../../../app/domain/cancellation/state.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  GiftCardId,
  LineItemId,
  RefundId,
  TransactionId,
} from '../../../app/domain/ids.ts';
import { type Money, sum } from '../../../app/domain/money.ts';
import type {
  FulfillmentOrderFacts,
  OrderFacts,
  SuggestedRefundFacts,
} from '../../../app/domain/order/facts.ts';
import { giftCardsIn } from '../../../app/domain/order/payment/gift-cards.ts';
import { refundable, refundablePayments } from '../../../app/domain/order/payment/payments.ts';
import { type RefundChoice } from '../../../app/domain/refund/plan/plan.ts';
import { checkAndPlan } from '../../../app/domain/refund/plan/plan.ts';
import type {
  RefundMethod,
  RefundPlan,
  RefundShare,
} from '../../../app/domain/refund/plan/refund-plan.ts';
import type { Selection } from '../../../app/domain/refund/goods/selection.ts';
import { type RefundTerms, staffTerms } from '../../../app/domain/refund/terms.ts';
import { type EpochMs, MINUTE } from '../../../app/domain/time.ts';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from './order-facts.ts';

export const STAFF = { kind: 'staff', staffId: '1' } as const;
const ID = '019a0000-0000-7000-8000-000000000001' as CancellationId;

/** The effects of a case that were done, by what follows its id in their keys. */
export const done = (...names: readonly string[]) => ({
  done: names.map((name) => `${ID}-${name}`),
});

export interface Setting {
  readonly facts: OrderFacts;
  readonly handling?: 'automatic' | 'review';
  readonly selection?: Selection;
  readonly choice?: RefundChoice;
  readonly method?: RefundMethod;
  readonly terms?: Partial<RefundTerms>;
  readonly teller?: Teller;
  readonly by?: 'shopper' | 'staff';
  readonly mails?: readonly RequestMail[];
}

/** A platform that reckons as the app does: whether it may differ is the refund plan's own test. */
export function agreeing(plan: RefundPlan, facts: OrderFacts): SuggestedRefundFacts {
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

/** No test needs so many: one that steps until something happens would wait for ever if it never did. */
const MOST_STEPS = 5_000;

/** A cancellation on a made-up platform that does what it is told, unless a test bends it. */
export class Case {
  facts: OrderFacts;
  now: EpochMs = PLACED_AT + MINUTE;
  readonly events: RecordedEvent[];
  readonly performed: Effect['kind'][];
  readonly visited: Set<string>;
  /** What was done under which key, by action and object: done twice under one key it is done once. */
  readonly done: Map<string, { readonly key: string; readonly outcome: EffectOutcome }>;
  /** Actions that were done again under another key. */
  readonly repeated: Set<string>;
  /** What the platform answers instead of doing it. */
  bend: (effect: Effect) => 'do' | 'refuse' | 'lose answer' | 'lose request' = () => 'do';
  refundStatus: 'SUCCESS' | 'PENDING' | 'FAILURE' = 'SUCCESS';
  /** What the platform says of the cancel's job; null where its answer got lost. */
  job: CancelJob | null = null;
  /** The platform shows the order no more. */
  gone = false;
  /** The shop is locked: the platform answers nothing. */
  locked = false;

  #state: Cancellation | null = null;
  #steps = 0;

  constructor(from: Setting | Case) {
    const is = from instanceof Case ? from : null;
    this.events = [...(is?.events ?? [])];
    this.performed = [...(is?.performed ?? [])];
    this.visited = new Set(is?.visited);
    this.done = new Map(is?.done);
    this.repeated = new Set(is?.repeated);
    this.facts = from.facts;
    if (is) {
      ({ now: this.now, refundStatus: this.refundStatus, job: this.job, gone: this.gone } = is);
      this.locked = is.locked;
      this.#state = is.#state;
    } else this.open(from);
  }

  private open({
    facts,
    handling = 'automatic',
    selection = { kind: 'order' },
    choice = { kind: 'everything' },
    method = 'original',
    terms: changes = {},
    teller = 'unorder',
    by = 'shopper',
    mails = [],
  }: Setting): void {
    const terms = { ...staffTerms(method, true), ...changes };
    const refund = checkAndPlan(facts, { selection, terms, choice });
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
          mails,
          plan: {
            reason: 'CUSTOMER',
            refund: refund.value,
            terms,
            giftCards: giftCardsIn(refund.value, facts),
            teller,
          },
        },
        this.now,
      ),
    ]);
  }

  get state(): Cancellation {
    this.#state ??= fold(this.events, ID);
    return this.#state;
  }

  record(events: readonly CancellationEvent[]): void {
    for (const event of events) {
      const recorded = { ...event, seq: this.events.length + 1, at: this.now };
      this.events.push(recorded);
      this.#state = evolve(this.#state, recorded, ID);
      this.visited.add(this.#state.status);
    }
  }

  /** Another one in the same world, from which on both go their own ways. */
  clone(): Case {
    return new Case(this);
  }

  command(command: Command) {
    const decision = decide(this.state, command, this.now);
    if (decision.ok) this.record(decision.value);
    return decision;
  }

  /** Looks as the engine does when the platform reports a change. */
  look(): this {
    this.step(true);
    return this;
  }

  /**
   * Takes the next step, moving the clock over waits; false when only a person can move it: what they are asked
   * about was looked at, and nothing had changed.
   */
  step(nudged = false): boolean {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new Error(`no end: ${this.state.status}`);
    const step = next(this.state, this.now, nudged);
    switch (step.do) {
      case 'nothing':
        return false;
      case 'wait': {
        this.now = Math.max(step.until, this.now + 1);
        if (!step.look) return true;
        const seq = this.events.length;
        this.step(true);
        return this.events.length > seq || this.state.status !== 'needs_attention';
      }
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
    const before = this.events.length;
    if (this.locked) return this.unanswered(what, null, true);
    this.command(this.gone ? { type: 'saw_gone' } : this.seen(what));
    if (this.events.length === before && this.state.status !== 'needs_attention') {
      this.now = lookAgainAt(this.state, what, this.now);
    }
  }

  private seen(what: Observation): Command {
    const seen: Record<Observation, Command> = {
      fulfillment: { type: 'saw_fulfillment', order: this.facts },
      readiness: {
        type: 'saw_readiness',
        order: this.facts,
        suggested: agreeing(this.state.plan.refund, this.facts),
      },
      recall: { type: 'saw_recall', order: this.facts },
      cancel: { type: 'saw_cancel', order: this.facts, job: this.job },
      money: { type: 'saw_money', order: this.facts },
      own_holds: { type: 'saw_own_holds', order: this.facts },
      attention: {
        type: 'saw_waiting',
        order: this.facts,
        suggested: agreeing(this.state.plan.refund, this.facts),
      },
      aftermath: { type: 'saw_aftermath', order: this.facts },
    };
    return seen[what];
  }

  /** As the engine reports it: a completed cancellation has no record of it, and simply comes again. */
  private unanswered(during: string, effect: Effect | null, mayHaveApplied: boolean): void {
    if (isFinal(this.state.status)) return;
    const problem = { kind: 'shop_gone', code: 'HTTP_402', message: 'made up' } as const;
    this.command({ type: 'failed', during, effect, problem, mayHaveApplied, facts: null });
  }

  private perform({ effect, key, announced }: Extract<NextStep, { do: 'effect' }>): void {
    if (this.locked) {
      // What was announced is read back first, and an effect is announced before it is tried.
      if (!announced) this.command({ type: 'intend', effect, key });
      return this.unanswered(effect.kind, effect, announced);
    }
    if (this.gone && effect.kind !== 'tell' && effect.kind !== 'correct_stock') {
      this.command({ type: 'saw_gone' });
      return;
    }
    const found = announced ? recognise({ effect, key }, this.facts) : null;
    if (found) {
      this.command({ type: 'succeeded', effect, outcome: found });
      return;
    }
    const seen = this.events.length;
    if (announced) this.command({ type: 'saw_undone', facts: this.facts });
    if (this.events.length > seen) return;
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
        facts: seen,
      });
    };
    switch (this.wouldRefuse(effect) ? 'refuse' : this.bend(effect)) {
      case 'refuse':
        return failed('refused', false);
      case 'lose request':
        return failed('timeout', true);
      case 'lose answer':
        this.apply(effect, key);
        return failed('timeout', true);
      case 'do':
        this.command({
          type: 'succeeded',
          effect,
          outcome: this.apply(effect, key),
        });
    }
  }

  /** As the platform's own rules have it, whatever a test wants. */
  wouldRefuse(effect: Effect): boolean {
    switch (effect.kind) {
      case 'refund_lines':
        return (
          effect.refund.amount.minor > refundable(this.facts).minor ||
          this.facts.cancelledAt !== null ||
          this.facts.fulfillmentStatus === 'FULFILLED'
        );
      case 'cancel':
      case 'edit_lines':
        return this.facts.cancelledAt !== null || this.facts.fulfillmentStatus === 'FULFILLED';
      case 'recall':
        return !this.facts.fulfillmentOrders.some(
          (fo) => fo.id === effect.fulfillmentOrderId && fo.requestStatus === 'ACCEPTED',
        );
      case 'refund':
        return effect.amount.minor > refundable(this.facts).minor;
      default:
        return false;
    }
  }

  /** What the platform does with an effect. Doing it twice shows in `performed` and `repeated`. */
  apply(effect: Effect, key: string): EffectOutcome {
    const what = `${effect.kind} ${targetOf(effect)}`;
    const before = this.done.get(what);
    // A repetition: an idempotency key, or a look at the account before it is credited, makes it one.
    if (before && (before.key === key || effect.kind === 'give_bonus')) return before.outcome;
    if (before && effect.kind !== 'tell' && effect.kind !== 'refund') this.repeated.add(what);
    const outcome = this.act(effect, key);
    this.done.set(what, { key, outcome });
    return outcome;
  }

  private act(effect: Effect, key: string): EffectOutcome {
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
          lines: this.facts.lines.map((item) => ({
            ...item,
            currentQuantity: 0,
            unfulfilledQuantity: 0,
          })),
        };
        if (effect.plan.refund.execution === 'with_cancel') {
          this.refundWhatIsLeft(effect.plan.refund);
        }
        this.voidAuthorizations();
        return {
          kind: 'cancel',
          jobResultId: 'gid://shopify/OrderCancelJobResult/1',
        };
      case 'refund_lines':
        this.takeLines(effect.refund);
        return {
          kind: 'refund_lines',
          refundId: this.bookRefund(key, effect.refund),
        };
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
      case 'refund':
        return { kind: 'refund', refundId: this.bookRefund(key, effect) };
      case 'release':
        this.changeWork(effect.fulfillmentOrderId, (fo) => ({
          ...fo,
          status: 'OPEN',
          holds: fo.holds.filter((hold) => hold.id !== effect.holdId),
        }));
        return { kind: 'release' };
      default:
        return { kind: effect.kind };
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

  /** Staff, or another app, give something back on the platform; of the first payment unless told otherwise. */
  refundByOthers(
    amount: Money,
    parentId: TransactionId | null = 'gid://shopify/OrderTransaction/1' as TransactionId,
  ): void {
    const status = this.refundStatus;
    this.refundStatus = 'SUCCESS';
    this.book('Given back by the shop.', amount, [{ parentId, amount }]);
    this.refundStatus = status;
  }

  cancelByOthers(note: string | null = null): void {
    this.facts = {
      ...this.facts,
      cancelledAt: this.now,
      cancellationStaffNote: note,
      lines: this.facts.lines.map((item) => ({ ...item, currentQuantity: 0 })),
    };
  }

  /** A person's choice as the app takes it: the order is looked at first, and what changed comes before. */
  answer(choice: AttentionChoice): void {
    const seen = this.events.length;
    if (this.locked && !sendsNothing(choice)) return;
    if (!this.locked) this.command(this.gone ? { type: 'saw_gone' } : this.seen('attention'));
    if (this.events.length === seen) this.choose(choice);
  }

  choose(choice: AttentionChoice) {
    return this.command({ type: 'resume', actor: STAFF, choice });
  }

  /** A refund with its transactions: to the payments, or one sum of store credit. */
  private bookRefund(
    key: string,
    back: {
      method: RefundMethod;
      amount: Money;
      shares: readonly RefundShare[];
    },
  ): RefundId {
    return this.book(
      markedNote('', key),
      back.amount,
      back.method === 'original' ? back.shares : [{ parentId: null, amount: back.amount }],
    );
  }

  private book(
    note: string,
    amount: Money,
    shares: readonly {
      readonly parentId: TransactionId | null;
      readonly amount: Money;
    }[],
  ): RefundId {
    const id = `gid://shopify/Refund/${this.facts.refunds.length + 1}` as RefundId;
    const before = this.facts.transactions.length;
    this.refund(shares);
    const transactionIds = this.facts.transactions.slice(before).map((t) => t.id);
    const none = eur(0);
    this.facts = {
      ...this.facts,
      refunds: [
        ...this.facts.refunds,
        {
          id,
          createdAt: this.now,
          note,
          total: bag(amount),
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
    shares: readonly {
      readonly parentId: TransactionId | null;
      readonly amount: Money;
    }[],
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
    this.facts = {
      ...this.facts,
      transactions: [...this.facts.transactions, ...transactions],
    };
  }

  /** The platform gives back what the payments still hold, whatever was planned. */
  private refundWhatIsLeft({ shares, method, amount }: RefundPlan): void {
    const payments = refundablePayments(this.facts);
    const back = shares.flatMap(({ parentId, amount: share }) => {
      const left = payments.find((payment) => payment.transactionId === parentId)?.left.minor ?? 0;
      const minor = Math.min(left, share.minor);
      return minor > 0 ? [{ parentId, amount: { ...share, minor } }] : [];
    });
    const inCredit = {
      parentId: null,
      amount: sum(
        back.map((share) => share.amount),
        amount.currencyCode,
      ),
    };
    this.refund(method === 'original' ? back : [inCredit].filter((one) => one.amount.minor > 0));
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
    this.facts = {
      ...this.facts,
      transactions: [...this.facts.transactions, ...voids],
    };
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

/** What an effect is done to. */
function targetOf(effect: Effect): string {
  switch (effect.kind) {
    case 'hold':
    case 'recall':
      return effect.fulfillmentOrderId;
    case 'release':
      return effect.holdId;
    case 'deactivate_gift_card':
      return effect.giftCardId;
    case 'tell':
      return effect.template;
    default:
      return '';
  }
}

export const count = (list: readonly string[], item: string) =>
  list.filter((x) => x === item).length;
export const half: RefundChoice = { kind: 'amount', amount: eur(5_000) };
export const line = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
export const twoLines = order({
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
export const oneUnit: Selection = {
  kind: 'lines',
  lines: [{ lineItemId: line(1), quantity: 1 }],
};
export const unpaid = {
  ...twoLines,
  transactions: [],
  outstanding: eur(10_000),
};
export const withGiftCard = (
  facts: OrderFacts,
  card: OrderFacts['soldGiftCards'][number],
): OrderFacts => ({
  ...facts,
  lines: facts.lines.map((item) =>
    item.id === card.lineItemId ? { ...item, isGiftCard: true } : item,
  ),
  soldGiftCards: [card],
});
export const giftCard = {
  id: 'gid://shopify/GiftCard/1' as GiftCardId,
  lineItemId: line(2),
  initialValue: eur(4_000),
  balance: eur(4_000),
  isEnabled: true,
};
export const pendingCard = transaction({ status: 'PENDING' });
export const acceptedWork = fulfillmentOrder({
  status: 'IN_PROGRESS',
  requestStatus: 'ACCEPTED',
  supportedActions: [],
});
