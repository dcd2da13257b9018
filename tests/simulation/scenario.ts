import type { FaultRule, Order, OrderSpec, Shop, World } from 'devstore/world';

import { HOUR, MINUTE, SECOND } from '../../app/domain/time.ts';
import type { PolicyDocument, Rule } from '../../app/domain/policy/document/policy.ts';
import { DEFAULT_POLICY } from '../../app/messages/default-policy.ts';
import type { Chance } from './chance.ts';
import { NEVER_RESTOCKED, SERVICE, SERVICE_SKU } from './open-shop.ts';
import { type OutsideAct, drawUnrulyFaults, othersActing } from './unruly.ts';

/** What is going to happen in one simulated world, drawn from its seed before it begins. */
export interface Scenario {
  readonly policy: PolicyDocument;
  readonly shopper: {
    readonly order: Order;
    readonly customerId: number;
    /** One unit of the first line, or the whole order. */
    readonly takes: 'order' | 'one_unit';
    readonly method: 'original' | 'store_credit';
    readonly asksAt: readonly number[];
    readonly withdrawsAt: number | null;
  };
  readonly staff: {
    readonly order: Order;
    readonly startsAt: readonly number[];
    readonly takes: 'order' | 'one_unit';
    /** Presentment minor units, or everything refundable. */
    readonly amount: number | 'everything' | 'nothing';
    readonly restock: boolean;
    readonly notify: boolean;
  };
  /** What others do to the orders meanwhile: minutes apart, at random. */
  readonly outside: readonly OutsideAct[];
  readonly faults: readonly FaultRule[];
  /** Until when workers die, mail servers fail and webhooks go astray. */
  readonly errorEndsAt: number;
  /** A locked shop answers again by then, so that what happened meanwhile can come to light. */
  readonly reachableFrom: number;
}

const DAYLIGHT = 30 * MINUTE;

/**
 * `calm`: one thing at most happens to an order from outside. `unruly`: others act while cancellations wait, answers
 * prove nothing, refusals last, cancels come in stages, and two people decide at once.
 */
export type Temper = 'calm' | 'unruly';

export function drawScenario(
  world: World,
  shop: Shop,
  chance: Chance,
  temper: Temper = 'calm',
): Scenario {
  const start = world.now();
  world.commerce.setFulfillmentServiceHabit(shop.domain, SERVICE, {
    onFulfillmentRequest: { decision: 'accept', afterMs: SECOND },
    onCancellationRequest: {
      decision: chance.oneOf(['accept', 'accept', 'reject', 'silent']),
      afterMs: 20 * SECOND + chance.below(2 * HOUR),
    },
  });
  const shopperOrder = placeOrder(world, shop, chance, 'paid');
  const staffOrder = placeOrder(world, shop, chance, 'captured');
  const customerId = shopperOrder.customerId;
  if (customerId === null) throw new Error('The shopper has an account');
  const soon = () => start + 10 * SECOND + chance.below(5 * MINUTE);
  const asksAt = [soon()];
  // The impatient click twice, and try again from another tab.
  if (chance.happens(0.4)) asksAt.push((asksAt[0] ?? start) + chance.below(400));
  const startsAt = [soon()];
  if (chance.happens(0.3)) startsAt.push((startsAt[0] ?? start) + chance.below(400));
  const faults = drawFaults(chance);
  const unruly = temper === 'unruly';
  if (unruly) faults.push(...drawUnrulyFaults(chance));
  const orders = [shopperOrder, staffOrder];
  return {
    policy: drawPolicy(chance),
    shopper: {
      order: shopperOrder,
      customerId,
      takes: chance.oneOf(['order', 'order', 'one_unit']),
      method: chance.oneOf(['original', 'original', 'store_credit']),
      asksAt,
      withdrawsAt: chance.happens(0.15) ? soon() : null,
    },
    staff: {
      order: staffOrder,
      startsAt,
      takes: chance.oneOf(['order', 'order', 'one_unit']),
      amount: chance.oneOf(['everything', 'nothing', 1 + chance.below(2_000)] as const),
      restock: chance.happens(0.8),
      notify: chance.happens(0.8),
    },
    outside: [
      ...interference(world, shop, orders, chance, soon),
      ...(unruly ? othersActing(world, shop, orders, chance) : []),
    ],
    faults,
    errorEndsAt: start + DAYLIGHT,
    reachableFrom: start + Math.max(0, ...faults.map(({ forMs }) => (forMs ? forMs + HOUR : 0))),
  };
}

/** Policies of every kind that let a customer cancel within a day. */
function drawPolicy(chance: Chance): PolicyDocument {
  const { version, ...document } = DEFAULT_POLICY;
  const [everybody] = document.rules;
  if (version !== 0 || !everybody) throw new Error('The default policy has a rule');
  const day = { minutes: 24 * 60, cutOff: null, untilFulfillment: true };
  const rule: Rule = {
    ...everybody,
    ...(chance.happens(0.33) ? { instant: null, request: day } : { instant: day, request: null }),
    refund: { method: 'customers_choice', storeCreditBonusPercent: chance.oneOf([null, 5]) },
    fee: chance.oneOf<Rule['fee']>([
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'percent', percent: 10, touches: 'goods' },
    ]),
    restock: { byDefault: true, neverTags: chance.oneOf([[], [], [NEVER_RESTOCKED]]) },
    partial: {
      shipping: chance.oneOf(['keep', 'proportional']),
      tip: 'keep',
      duties: 'proportional',
    },
  };
  return { ...document, rules: [rule] };
}

function placeOrder(world: World, shop: Shop, chance: Chance, payment: 'paid' | 'captured'): Order {
  const skus = [...shop.variants.values()].map((variant) => variant.sku);
  const byService = payment === 'captured' && chance.happens(0.25);
  const customer = chance.oneOf([...shop.customers.values()]);
  const own = skus.filter((sku) => sku !== SERVICE_SKU);
  const chosen = byService
    ? [SERVICE_SKU, chance.oneOf(own)]
    : [chance.oneOf(own), chance.oneOf(own)];
  const lines = [...new Set(chosen)].map((sku) => ({ sku, quantity: 1 + chance.below(3) }));
  const card = { brand: 'Visa', lastDigits: '4242' };
  const payments: OrderSpec['payments'] =
    payment === 'captured'
      ? [{ gateway: 'shopify_payments', state: 'sale', card }]
      : chance.oneOf<OrderSpec['payments']>([
          [{ gateway: 'shopify_payments', state: 'sale', card }],
          [{ gateway: 'shopify_payments', state: 'sale', card }],
          [{ gateway: 'shopify_payments', state: 'authorization', card }],
          [{ gateway: 'paypal', state: 'sale' }],
        ]);
  const order = world.commerce.placeOrder(shop.domain, {
    lines,
    payments,
    customerId: customer.id,
    shipping: { title: 'Standard', price: chance.below(2) * 490 },
    taxes: [{ title: 'VAT', ratePpm: 190_000 }],
  });
  for (const work of order.fulfillmentOrders) {
    const location = shop.locations.get(work.locationId);
    if (location?.fulfillmentServiceHandle === SERVICE) {
      world.commerce.submitFulfillmentRequest(shop.domain, order.id, work.id);
    }
  }
  return order;
}

/** Others act too: the warehouse ships, somebody cancels in the admin, a service accepts the work. */
function* interference(
  world: World,
  shop: Shop,
  orders: readonly Order[],
  chance: Chance,
  soon: () => number,
): Generator<Scenario['outside'][number]> {
  const { commerce } = world;
  for (const order of orders) {
    const [first] = order.fulfillmentOrders;
    const acts = [
      ['fulfil', () => void commerce.fulfill(shop.domain, order.id)],
      ['cancel in the admin', () => commerce.cancelInAdmin(shop.domain, order.id, {})],
      ['refund in the admin', () => commerce.refundInAdmin(shop.domain, order.id, { amount: 100 })],
      [
        'hold by another app',
        () => {
          const hold = { appTitle: 'Fraud Watch' };
          if (first) commerce.holdByOtherApp(shop.domain, order.id, first.id, hold);
        },
      ],
    ] as const;
    if (chance.happens(0.35)) {
      const [what, act] = chance.oneOf(acts);
      yield { at: soon(), what: `${what}: ${order.name}`, act };
    }
  }
}

function drawFaults(chance: Chance): FaultRule[] {
  const faults: FaultRule[] = [];
  const nth = () => 1 + chance.below(12);
  const maybe = (probability: number, rule: () => FaultRule) => {
    while (chance.happens(probability)) faults.push(rule());
  };
  const operation = () =>
    chance.oneOf([
      'orderCancel',
      'refundCreate',
      'fulfillmentOrderHold',
      'fulfillmentOrderReleaseHold',
      '*',
    ]);
  const once = () => chance.oneOf([1, 1, 2]);
  maybe(0.45, () => ({
    fault: {
      at: 'admin_api',
      operation: operation(),
      effect: chance.oneOf([
        { kind: 'answer_lost_after_acting' },
        { kind: 'answer_lost_after_acting' },
        { kind: 'answer_lost_before_acting' },
        { kind: 'http', status: 502 },
        { kind: 'http', status: 429, retryAfterSeconds: 2 },
        { kind: 'throttled' },
        { kind: 'internal_error' },
        { kind: 'malformed_body' },
        { kind: 'slow', ms: 20_000 },
      ] as const),
    },
    nth: operation() === '*' ? nth() : once(),
    count: once(),
  }));
  maybe(0.2, () => ({
    fault: chance.oneOf([
      { at: 'gateway', gateway: '*', action: 'refund', effect: { kind: 'decline' } },
      {
        at: 'gateway',
        gateway: '*',
        action: 'refund',
        effect: { kind: 'pending', settlesAfterMs: 2 * HOUR },
      },
      // A refund that looks done, or is left pending, and comes back hours later.
      {
        at: 'gateway',
        gateway: '*',
        action: 'refund',
        effect: { kind: 'fail_later', afterMs: 3 * HOUR },
      },
    ] as const),
  }));
  maybe(0.15, () => ({
    fault: {
      at: 'job',
      job: 'order_cancel',
      effect: chance.oneOf([
        { kind: 'stall', ms: 90 * SECOND },
        { kind: 'fail' },
        { kind: 'done_without_cancelling' },
      ] as const),
    },
  }));
  maybe(0.6, () => ({
    fault: {
      at: 'webhook',
      topic: '*',
      effect: chance.oneOf([
        { kind: 'duplicate', copies: 2 },
        { kind: 'delay', ms: 10 * MINUTE },
        { kind: 'drop' },
        { kind: 'reorder', withinMs: MINUTE },
      ] as const),
    },
    nth: nth(),
    count: 3,
  }));
  return faults;
}
