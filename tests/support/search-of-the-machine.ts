import {
  Case,
  STAFF,
  type Setting,
  acceptedWork,
  giftCard,
  half,
  oneUnit,
  pendingCard,
  twoLines,
  unpaid,
  withGiftCard,
} from './facts/cancellation-case.ts';
import { bag, eur, order, transaction } from './facts/order-facts.ts';
import type { TransactionId } from '../../app/domain/ids.ts';
import { refundable } from '../../app/domain/order/payment/payments.ts';
import { stockCorrections } from '../../app/domain/refund/goods/restock.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../app/domain/time.ts';
import type {
  AttentionChoice,
  Effect,
  RecordedEvent,
  TurnBackReason,
} from '../../app/domain/cancellation/events.ts';
import { next } from '../../app/domain/cancellation/machine/next.ts';
import { isFinal, isOutcomeUnknown } from '../../app/domain/cancellation/state.ts';

/*
 * Every order of events, to a depth: all small orders below; one effect that the platform refuses for ever, or
 * none; at each call an answer that comes or gets lost, before or after the platform acted; whatever others do
 * on the order while the cancellation waits; every choice that a person is offered. Two states that differ only
 * in how long ago something was count as one when no patience of the machine lies between them.
 */

/** Faults of single calls, and acts of others, on one way through; and both together where there is much to wait for. */
const MOST_FAULTS = 1;

const MOST_ACTS = 1;

/** A refund that the gateway refuses for ever can be sent again for ever: this often is enough to see it. */
const MOST_ROUNDS = 2;

const SENDS_AGAIN: readonly AttentionChoice[] = ['retry', 'refund_as_store_credit'];

interface Node {
  readonly at: Case;
  readonly faults: number;
  readonly acts: number;
  readonly way: Way | null;
}

/** How a node was reached, for a person who looks into a breach. */
interface Way {
  readonly what: string;
  readonly before: Way | null;
}

interface Root {
  readonly name: string;
  readonly setting: Setting;
  readonly effects: readonly Effect['kind'][];
  readonly gatewayRefuses?: boolean;
  /** Once this was done the shop is locked, until it is paid for again. */
  readonly locksAfter?: Effect['kind'];
  /** Faults and acts together, where there are many things to wait for. */
  readonly most?: number;
}

export const ROOTS: readonly Root[] = [
  {
    name: 'everything, by a customer',
    setting: { facts: order() },
    effects: ['hold', 'cancel', 'release', 'tell'],
  },
  {
    name: 'everything, under review',
    setting: { facts: order(), handling: 'review' },
    effects: [],
    most: 1,
  },
  {
    name: 'half of it, by staff',
    setting: { facts: order(), choice: half, by: 'staff' },
    effects: ['cancel', 'refund'],
  },
  {
    name: 'half of it, and the gateway refuses',
    setting: { facts: order(), choice: half, by: 'staff' },
    effects: [],
    gatewayRefuses: true,
    most: 1,
  },
  {
    name: 'one of three, paid',
    setting: { facts: twoLines, selection: oneUnit },
    effects: ['refund_lines', 'release'],
  },
  {
    name: 'one of three, unpaid',
    setting: { facts: unpaid, selection: oneUnit },
    effects: ['edit_lines'],
  },
  {
    name: 'with a sold gift card',
    setting: { facts: withGiftCard(twoLines, giftCard) },
    effects: ['deactivate_gift_card'],
  },
  {
    name: 'as store credit with a bonus',
    setting: {
      facts: twoLines,
      method: 'store_credit',
      terms: { bonusPercent: 10 },
    },
    effects: ['refund', 'give_bonus'],
  },
  {
    name: 'at a fulfillment service',
    setting: {
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    },
    effects: ['recall'],
  },
  {
    name: 'with a payment that no bank has answered',
    setting: {
      facts: order({ transactions: [pendingCard], outstanding: eur(10_000) }),
    },
    effects: [],
    most: 1,
  },
  {
    name: 'paid by hand',
    setting: {
      facts: order({ transactions: [transaction({ isManual: true })] }),
    },
    effects: [],
  },
  {
    name: 'authorized only',
    setting: {
      facts: order({
        transactions: [transaction({ kind: 'AUTHORIZATION' })],
        outstanding: eur(10_000),
      }),
    },
    effects: [],
  },
  {
    name: 'everything, and the shop is locked when the cancel is asked for',
    setting: { facts: order() },
    effects: [],
    locksAfter: 'cancel',
    most: 1,
  },
  {
    name: 'one of three, and the shop is locked when it is taken off with its money',
    setting: { facts: twoLines, selection: oneUnit },
    effects: [],
    locksAfter: 'refund_lines',
    most: 1,
  },
  {
    name: 'one of three, and the shop is locked when it is taken off unpaid',
    setting: { facts: unpaid, selection: oneUnit },
    effects: [],
    locksAfter: 'edit_lines',
    most: 1,
  },
  {
    name: 'half of it, and the shop is locked when the refund is sent',
    setting: { facts: order(), choice: half, by: 'staff' },
    effects: [],
    locksAfter: 'refund',
    most: 1,
  },
  {
    name: 'with units that may not be sold again',
    setting: {
      facts: {
        ...twoLines,
        lines: twoLines.lines.map((item, index) =>
          index === 0 ? { ...item, productTags: ['recalled'] } : item,
        ),
      },
      terms: { restock: { byDefault: true, neverTags: ['recalled'] } },
    },
    effects: ['correct_stock'],
  },
  {
    name: 'one of three that may not be sold again',
    setting: {
      facts: {
        ...twoLines,
        lines: twoLines.lines.map((item, index) =>
          index === 0 ? { ...item, productTags: ['recalled'] } : item,
        ),
      },
      selection: oneUnit,
      terms: { restock: { byDefault: true, neverTags: ['recalled'] } },
    },
    effects: ['correct_stock'],
    most: 1,
  },
];

interface Act {
  readonly what: string;
  readonly by: (c: Case) => boolean;
}

const DELETION: Act = {
  what: 'it is deleted',
  by: (c) => {
    if (c.gone || isFinal(c.state.status)) return false;
    c.gone = true;
    return true;
  },
};

/** What others do on the order, where it can be done. */
const ACTS: readonly Act[] = [
  {
    what: 'others give back a part',
    by: (c) => giveBack(c, 2_000),
  },
  { what: 'others give back the rest', by: (c) => giveBack(c, 10_000) },
  {
    what: 'others cancel it',
    by: (c) => {
      if (c.facts.cancelledAt !== null || c.gone) return false;
      c.cancelByOthers(null);
      return true;
    },
  },
  {
    what: 'it is sent',
    by: (c) => {
      if (c.facts.cancelledAt !== null || c.gone || c.facts.fulfillmentStatus === 'FULFILLED') {
        return false;
      }
      c.facts = {
        ...c.facts,
        fulfillmentStatus: 'FULFILLED',
        lines: c.facts.lines.map((line) => ({
          ...line,
          unfulfilledQuantity: 0,
        })),
      };
      return true;
    },
  },
  DELETION,
  {
    what: 'a dispute is opened',
    by: (c) => {
      if (c.facts.disputes.length > 0) return false;
      c.facts = {
        ...c.facts,
        disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
      };
      return true;
    },
  },
  {
    what: 'a late payment comes',
    by: (c) => {
      const id = 'gid://shopify/OrderTransaction/90' as TransactionId;
      if (c.facts.cancelledAt === null || c.facts.transactions.some((t) => t.id === id)) {
        return false;
      }
      const late = transaction({ id, amount: bag(eur(1_000)) });
      c.facts = { ...c.facts, transactions: [...c.facts.transactions, late] };
      return true;
    },
  },
  {
    what: 'the refund comes back',
    by: (c) => {
      if (!c.facts.transactions.some((t) => t.kind === 'REFUND' && t.status === 'SUCCESS')) {
        return false;
      }
      c.returnRefunds();
      return true;
    },
  },
  {
    what: 'the warehouse says no',
    by: (c) => answerRecall(c, 'CANCELLATION_REJECTED'),
  },
];

/** What happens by itself sooner or later, and costs nothing: banks and warehouses answer. */
const ANSWERS: readonly Act[] = [
  {
    what: 'the warehouse agrees',
    by: (c) => answerRecall(c, 'CANCELLATION_ACCEPTED'),
  },
  {
    what: 'the bank answers',
    by: (c) => {
      if (!c.facts.transactions.some((t) => t.kind === 'SALE' && t.status === 'PENDING')) {
        return false;
      }
      c.settlePayments('SUCCESS');
      return true;
    },
  },
  {
    what: 'the shop is opened again',
    by: (c) => {
      if (!c.locked) return false;
      c.locked = false;
      return true;
    },
  },
];

function giveBack(c: Case, atMost: number): boolean {
  const [payment] = c.facts.transactions.filter((t) => t.kind === 'SALE' && t.status === 'SUCCESS');
  if (!payment || c.gone || payment.isManual) return false;
  const left = Math.min(
    payment.amount.presentment.minor - given(c, payment.id),
    refundable(c.facts).minor,
  );
  if (left <= 0) return false;
  c.refundByOthers(eur(Math.min(left, atMost)), payment.id);
  return true;
}

const given = (c: Case, parentId?: TransactionId): number =>
  c.facts.transactions
    .filter((t) => t.kind === 'REFUND' && t.status !== 'FAILURE')
    .filter((t) => parentId === undefined || t.parentId === parentId)
    .reduce((total, t) => total + t.amount.presentment.minor, 0);

function answerRecall(
  c: Case,
  requestStatus: 'CANCELLATION_ACCEPTED' | 'CANCELLATION_REJECTED',
): boolean {
  const work = c.facts.fulfillmentOrders.find(
    (fo) => fo.requestStatus === 'CANCELLATION_REQUESTED',
  );
  if (!work) return false;
  const status = requestStatus === 'CANCELLATION_ACCEPTED' ? 'CLOSED' : work.status;
  c.changeWork(work.id, (fo) => ({ ...fo, requestStatus, status }));
  return true;
}

/** Patience of the machine, in ascending order: between two of them, time makes no difference. */
const PATIENCE = [5 * SECOND, 2 * MINUTE, 15 * MINUTE, HOUR, DAY, 3 * DAY, 10 * DAY, 14 * DAY];

function fingerprint({ at, faults, acts }: Node): string {
  const { plan, ...state } = at.state;
  const { facts } = at;
  const seen = [
    [
      faults,
      acts,
      at.gone,
      at.locked,
      plan.refund.amount,
      plan.refund.shares,
      plan.refund.execution,
    ],
    { ...state, seq: 0 },
    [facts.cancelledAt, facts.cancellationStaffNote, facts.fulfillmentStatus, facts.disputes],
    facts.transactions.map((t) => [t.kind, t.status, t.parentId, t.amount.presentment.minor]),
    facts.refunds.map((refund) => [refund.note, refund.createdAt]),
    facts.lines.map((line) => line.currentQuantity),
    facts.fulfillmentOrders.map((fo) => [fo.status, fo.requestStatus, fo.holds]),
    facts.soldGiftCards.map((card) => card.isEnabled),
    [...at.done.keys()],
  ];
  return JSON.stringify(seen, (_key, value: unknown) =>
    typeof value === 'number' && value > 1e11 ? ago(at.now - value) : value,
  );
}

/** Lets the machine go on, and time with it, until something happens or another of its patiences is over. */
function stepAway(c: Case): void {
  const seq = c.events.length;
  const before = agesOf(c);
  for (let steps = 0; steps < MOST_LOOKS; steps += 1) {
    c.step();
    // What a person is asked about stays as it is, however long they take.
    if (c.events.length > seq || c.state.status === 'needs_attention' || agesOf(c) !== before)
      return;
  }
}

/** Looks at the same thing before the next patience is over; the pauses between them grow. */
const MOST_LOOKS = 80;

const agesOf = ({ state, facts, now }: Case): string =>
  [state.since, state.cancelAskedAt, facts.cancelledAt, state.notBefore]
    .map((at) => (at === null ? '' : ago(now - at)))
    .join();

const ago = (since: number): number =>
  since < 0 ? -1 : PATIENCE.findLastIndex((patience) => since > patience);

interface Explored {
  readonly states: number;
  /** Ways to live states from which no end can be reached. */
  readonly stuck: readonly string[];
  readonly breaches: readonly string[];
}

export function explore(
  { setting, gatewayRefuses = false, locksAfter, most = 2 }: Root,
  refusing: Effect['kind'] | null,
): Explored {
  const start = new Case(setting);
  if (gatewayRefuses) start.refundStatus = 'FAILURE';
  const ids = new Map<string, number>();
  const nodes: Node[] = [];
  /** By node: those from which the machine and people alone lead to it. */
  const leadsTo: number[][] = [];
  const ended: number[] = [];
  const breaches = new Set<string>();

  const visit = (node: Node): number => {
    const print = fingerprint(node);
    const known = ids.get(print);
    if (known !== undefined) return known;
    const id = nodes.length;
    ids.set(print, id);
    nodes.push(node);
    leadsTo.push([]);
    for (const breach of breachesOf(node.at)) breaches.add(`${breach}: ${told(node.way)}`);
    return id;
  };
  const go = (
    from: number,
    what: string,
    act: (c: Case) => boolean | undefined,
    cost: { readonly faults?: number; readonly acts?: number } | null,
  ): void => {
    const { at, faults, acts, way } = nodes[from] as Node;
    const c = at.clone();
    c.bend = (effect) => (effect.kind === refusing ? 'refuse' : 'do');
    if (act(c) === false) return;
    const isFirst = !at.performed.some((kind) => kind === locksAfter);
    if (isFirst && c.performed.some((kind) => kind === locksAfter)) c.locked = true;
    if (isFinal(c.state.status) && c.state.status !== at.state.status) {
      for (const breach of breachOfEnd(c)) breaches.add(`${breach}: ${told(way)} > ${what}`);
    }
    if (what === 'looked at' && isOutcomeUnknown(c.state) && !c.gone && !c.locked) {
      for (const breach of breachOfTurningBack(c, [])) breaches.add(`${breach}: ${told(way)}`);
    }
    const to = visit({
      at: c,
      faults: faults + (cost?.faults ?? 0),
      acts: acts + (cost?.acts ?? 0),
      way: { what, before: way },
    });
    if (cost === null && to !== from) leadsTo[to]?.push(from);
  };

  visit({ at: start, faults: 0, acts: 0, way: null });
  for (let id = 0; id < nodes.length; id += 1) {
    const { at, faults, acts } = nodes[id] as Node;
    const { state } = at;
    const step = next(state, at.now);
    if (isFinal(state.status)) ended.push(id);
    else go(id, nameOf(step), (c) => void stepAway(c), null);
    const waits = step.do === 'wait' || step.do === 'nothing' || at.locked || isWatching(at);
    if (
      step.do === 'effect' &&
      step.effect.kind !== refusing &&
      faults < MOST_FAULTS &&
      faults + acts < most
    ) {
      for (const fault of ['lose answer', 'lose request', 'refuse'] as const) {
        const strike = (c: Case) => {
          c.bend = () => fault;
          c.step();
        };
        go(id, `${fault}: ${step.effect.kind}`, (c) => void strike(c), {
          faults: 1,
        });
      }
    }
    for (const choice of state.attention?.choices ?? []) {
      if (state.refundRound >= MOST_ROUNDS && SENDS_AGAIN.includes(choice)) {
        if (state.attention?.what === 'refund_failed') continue;
      }
      go(id, `choice: ${choice}`, (c) => void c.answer(choice), null);
    }
    if (state.status === 'in_review') {
      const { plan } = state;
      go(id, 'approved', (c) => void c.command({ type: 'approve', actor: STAFF, plan }), null);
      const nextStep = 'return_it';
      go(id, 'declined', (c) => void c.command({ type: 'decline', actor: STAFF, nextStep }), null);
    }
    if (waits) {
      for (const { what, by } of ANSWERS) go(id, what, by, null);
    }
    if (acts < MOST_ACTS && faults + acts < most) {
      // Between two steps there is little time to act; a deleted order is found so by whatever step comes next.
      const possible = waits ? ACTS : ACTS.filter((act) => act === DELETION);
      for (const { what, by } of possible) go(id, what, by, { acts: 1 });
    }
    // What is over is looked at again when a change is reported.
    if (step.do === 'nothing' && (state.status === 'completed' || isOutcomeUnknown(state))) {
      go(id, 'looked at', (c) => void c.look(), null);
    }
  }

  const canEnd = new Set(ended);
  const open = [...ended];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const from of leadsTo[id] ?? []) {
      if (canEnd.has(from)) continue;
      canEnd.add(from);
      open.push(from);
    }
  }
  const stuck = nodes.flatMap(({ at, way }, id) =>
    canEnd.has(id) ? [] : [`${at.state.status} ${at.state.attention?.what ?? ''}: ${told(way)}`],
  );
  return { states: nodes.length, stuck, breaches: [...breaches] };
}

/** Looks again and again at what only others can change. */
const isWatching = ({ state, now }: Case): boolean => {
  const step = next(state, now);
  return (
    step.do === 'observe' &&
    (step.what === 'recall' || step.what === 'money' || state.status === 'awaiting_payment')
  );
};

const nameOf = (step: ReturnType<typeof next>): string => {
  switch (step.do) {
    case 'effect':
      return `${step.announced ? 'read back, then ' : ''}${step.effect.kind}`;
    case 'observe':
      return `look at ${step.what}`;
    case 'command':
      return step.command.type;
    default:
      return step.do;
  }
};

const told = (way: Way | null): string =>
  way === null ? 'start' : `${told(way.before)} > ${way.what}`;

/** The end of a cancellation, at the moment it comes. */
function breachOfEnd(c: Case): string[] {
  return c.state.status === 'completed' ? breachOfCompletion(c) : breachOfTurningBack(c);
}

/** Nobody is told that the order goes on when the app has cancelled it, or taken a part of it. */
function breachOfTurningBack(
  { state, performed, facts }: Case,
  excuses: readonly TurnBackReason['code'][] = ['outcome_unknown'],
): string[] {
  const acted = performed.find((kind) => PIVOTS.includes(kind));
  const why = state.turnedBack?.why.code;
  // An edit bears no mark: of an order that others cancelled since, nothing shows that a unit had left it before.
  if (!acted || !why || (acted === 'edit_lines' && facts.cancelledAt !== null)) return [];
  return excuses.includes(why) ? [] : [`ended as ${state.status}, ${why}, after ${acted}`];
}

const PIVOTS: readonly Effect['kind'][] = ['cancel', 'refund_lines', 'edit_lines'];

function breachOfCompletion({ state, facts, performed, events }: Case): string[] {
  const isWrong = stockCorrections(state.plan.refund).length > 0;
  if (isWrong && !performed.includes('correct_stock') && !isStockSettled(events)) {
    return ['completed with the stock as it should not be'];
  }
  const settled = [...state.settledShares, { amount: state.settledCredit }].reduce(
    (total, { amount }) => total + amount.minor,
    0,
  );
  const arrived = facts.transactions
    .filter((t) => t.kind === 'REFUND' && t.status === 'SUCCESS')
    .reduce((total, t) => total + t.amount.presentment.minor, 0);
  const promised = state.plan.refund.amount.minor;
  return arrived + settled < promised
    ? [`completed with ${arrived} and ${settled} by hand of ${promised}`]
    : [];
}

/** A person answered a question about the stock by correcting it. */
function isStockSettled(events: readonly RecordedEvent[]): boolean {
  let asked: string | null = null;
  for (const event of events) {
    if (event.type === 'attention_raised') {
      asked = 'step' in event.attention ? event.attention.step : null;
    } else if (event.type === 'resumed' && event.choice === 'settled_by_hand') {
      if (asked === 'correct_stock') return true;
    }
  }
  return false;
}

/** What must never be, in any state. */
function breachesOf(at: Case): string[] {
  const { facts } = at;
  const paid = facts.transactions
    .filter((t) => t.kind === 'SALE' && t.status !== 'FAILURE')
    .reduce((total, t) => total + t.amount.presentment.minor, 0);
  const breaches = [...at.repeated].map((what) => `done again under another key: ${what}`);
  if (given(at) > paid) breaches.push('gave back more than was paid');
  return breaches;
}
