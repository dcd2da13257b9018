/**
 * Seven weeks of trade at Harbor & Pine, lived through in order, up to a given moment: every payment
 * and fulfilment state, and for one customer several orders only minutes old.
 */
import type { OrderLineSpec, OrderSpec, PaymentSpec, World } from '../world/contract.ts';
import { createWorld } from '../world/create-world.ts';
import type { EpochMs, FulfillmentOrder, Order } from '../world/model.ts';
import { proportion } from '../world/money.ts';
import { totalPrice } from '../world/order-totals.ts';
import { createRandom } from '../world/random.ts';
import {
  BANK_DEPOSIT,
  CASH_ON_DELIVERY,
  PAYPAL,
  SEPA_DEBIT,
  SHOPIFY_PAYMENTS,
} from './gateways.ts';
import { openHarborAndPine, type HarborAndPine, type PersonKey } from './harbor-and-pine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HISTORY = 49 * DAY;

const VAT = [{ title: 'MwSt.', ratePpm: 190_000 }];
const STANDARD = { title: 'Standard', price: 490 };
const EXPRESS = { title: 'Express', price: 990 };

const CARD: PaymentSpec = { gateway: SHOPIFY_PAYMENTS.name, state: 'sale' };
const MASTERCARD: PaymentSpec = { ...CARD, card: { brand: 'Mastercard', lastDigits: '5100' } };
const AUTHORIZED: PaymentSpec = { gateway: SHOPIFY_PAYMENTS.name, state: 'authorization' };
const WALLET: PaymentSpec = { gateway: PAYPAL.name, state: 'sale' };
const ON_DELIVERY: PaymentSpec = { gateway: CASH_ON_DELIVERY.name, state: 'unpaid' };
const TRANSFER: PaymentSpec = { gateway: BANK_DEPOSIT.name, state: 'unpaid' };
const DEBIT: PaymentSpec = { gateway: SEPA_DEBIT.name, state: 'pending' };

/** What happens to an order some time after it was placed. */
interface Step {
  readonly after: number;
  readonly act: (order: Order, demo: Demo) => void;
}

interface Story {
  /** How long before the end of the history it is placed. */
  readonly ago: number;
  readonly who: PersonKey;
  readonly lines: readonly OrderLineSpec[];
  readonly pay: readonly PaymentSpec[] | ((demo: Demo) => readonly PaymentSpec[]);
  readonly more?: Partial<OrderSpec>;
  readonly then?: readonly Step[];
}

interface Demo extends HarborAndPine {
  readonly world: World;
}

const of = (sku: string, quantity = 1, extra: Partial<OrderLineSpec> = {}): OrderLineSpec => ({
  sku,
  quantity,
  ...extra,
});

const step = (after: number, act: Step['act']): Step => ({ after, act });

/** A world with the demo shop, its clock at `now`. The same arguments make the same world. */
export function createDemoWorld({ now, seed }: { now: EpochMs; seed: number }): World {
  const world = createWorld({ startAt: now - HISTORY, seed });
  const demo: Demo = { world, ...openHarborAndPine(world) };
  const agenda = [...STORIES, ...everydayOrders(seed)]
    .map((story) => ({ at: now - story.ago, run: () => tell(demo, story, now) }))
    .sort((a, b) => a.at - b.at);
  const later: { at: EpochMs; run: () => void }[] = [];
  const tell = (telling: Demo, story: Story, end: EpochMs): void => {
    const order = place(telling, story);
    for (const { after, act } of story.then ?? []) {
      const at = world.now() + after;
      if (at <= end) later.push({ at, run: () => act(order, telling) });
    }
  };
  const runLater = (until: EpochMs): void => {
    for (;;) {
      const next = later.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) return;
      later.splice(later.indexOf(next), 1);
      world.advanceTo(next.at);
      next.run();
    }
  };
  for (const { at, run } of agenda) {
    runLater(at);
    world.advanceTo(at);
    run();
  }
  runLater(now);
  world.advanceTo(now);
  return world;
}

function place(demo: Demo, story: Story): Order {
  const customer = demo.people[story.who];
  return demo.world.commerce.placeOrder(demo.domain, {
    customerId: customer.id,
    shipping: STANDARD,
    taxes: VAT,
    ...story.more,
    lines: story.lines,
    payments: typeof story.pay === 'function' ? story.pay(demo) : story.pay,
  });
}

// --- Acts ---------------------------------------------------------------------------------------

const ship: Step['act'] = (order, { world, domain }) => {
  world.commerce.fulfill(domain, order.id, {
    tracking: {
      company: 'Deutsche Post (Example)',
      number: `00340${order.number}`,
      url: `https://tracking.example.com/00340${order.number}`,
    },
  });
};

const shipFirst: Step['act'] = (order, { world, domain }) => {
  const line = order.lines[0];
  if (line === undefined) return;
  world.commerce.fulfill(domain, order.id, { lines: [{ lineItemId: line.id, quantity: 1 }] });
};

const deliver: Step['act'] = (order, { world, domain }) => {
  for (const fulfillment of order.fulfillments) {
    world.commerce.markDelivered(domain, order.id, fulfillment.id);
  }
};

const cancel =
  (o: Parameters<World['commerce']['cancelInAdmin']>[2] = {}): Step['act'] =>
  (order, { world, domain }) =>
    world.commerce.cancelInAdmin(domain, order.id, o);

const ask: Step['act'] = (order, { world, domain }) => {
  for (const work of served(order)) {
    world.commerce.submitFulfillmentRequest(domain, order.id, work.id, 'Please pack with care.');
  }
};

function served(order: Order): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter((work) => work.fulfillmentServiceHandle !== null);
}

const holdFor =
  (appTitle: string, reason: string, reasonNotes: string): Step['act'] =>
  (order, { world, domain }) => {
    for (const work of order.fulfillmentOrders) {
      world.commerce.holdByOtherApp(domain, order.id, work.id, { appTitle, reason, reasonNotes });
    }
  };

const giveBack =
  (quantity: number): Step['act'] =>
  (order, { world, domain }) => {
    const line = order.lines[0];
    if (line === undefined) return;
    world.commerce.refundInAdmin(domain, order.id, {
      lines: [{ lineItemId: line.id, quantity, restockType: 'NO_RESTOCK' }],
      notifyCustomer: true,
    });
  };

const takeReturn: Step['act'] = (order, { world, domain }) => {
  const line = order.lines[0];
  if (line !== undefined) {
    world.commerce.openReturn(domain, order.id, [{ lineItemId: line.id, quantity: 1 }]);
  }
};

const SHIPPED_IN_TIME: readonly Step[] = [step(1 * DAY, ship), step(3 * DAY, deliver)];

// --- The stories --------------------------------------------------------------------------------

const STORIES: readonly Story[] = [
  // Maya, minutes ago: what the demo shows first.
  { ago: 4 * MINUTE, who: 'maya', lines: [of('HP-MUG-TER', 2), of('HP-CANDLE-PINE')], pay: [CARD] },
  {
    ago: 11 * MINUTE,
    who: 'maya',
    lines: [of('HP-LAMP-BRASS')],
    pay: [AUTHORIZED],
    more: { shipping: EXPRESS },
  },
  {
    ago: 18 * MINUTE,
    who: 'maya',
    lines: [of('HP-CUSH-45', 2), of('HP-THROW'), of('HP-HOOKS')],
    pay: [MASTERCARD],
    more: { orderDiscount: { title: 'WELCOME10', percentPpm: 100_000 } },
  },
  {
    ago: 26 * MINUTE,
    who: 'maya',
    lines: [of('HP-VASE'), of('HP-BOWL')],
    pay: ({ world, domain }) => {
      const card = world.commerce.issueGiftCard(domain, { currency: 'EUR', value: 4_000 });
      return [{ gateway: 'gift_card', state: 'sale', amount: 4_000, giftCardId: card.id }, CARD];
    },
  },
  { ago: 34 * MINUTE, who: 'maya', lines: [of('HP-TOWEL', 4)], pay: [WALLET] },
  {
    ago: 43 * MINUTE,
    who: 'maya',
    lines: [of('HP-STOOL'), of('HP-MUG-SEA')],
    pay: [CARD],
    then: [step(5 * MINUTE, ask)],
  },
  { ago: 51 * MINUTE, who: 'maya', lines: [of('HP-BOARD')], pay: [ON_DELIVERY] },
  { ago: 5 * HOUR, who: 'maya', lines: [of('HP-CLOCK')], pay: [CARD] },
  {
    ago: 6 * DAY,
    who: 'maya',
    lines: [of('HP-JUG'), of('HP-MUG-TER', 2)],
    pay: [CARD],
    then: SHIPPED_IN_TIME,
  },
  {
    ago: 20 * DAY,
    who: 'maya',
    lines: [of('HP-BASKET')],
    pay: [CARD],
    then: [step(2 * HOUR, cancel({ reason: 'CUSTOMER', notifyCustomer: true }))],
  },

  // Payment in every state.
  { ago: 70 * MINUTE, who: 'jonas', lines: [of('HP-LAMP-BLACK')], pay: [AUTHORIZED] },
  {
    ago: 3 * DAY,
    who: 'elif',
    lines: [of('HP-CUSH-60', 2), of('HP-CUSH-45', 2)],
    pay: [AUTHORIZED],
    then: [
      step(
        HOUR,
        (order, { world, domain }) =>
          void world.commerce.capture(domain, order.id, proportion(totalPrice(order), 2, 5)),
      ),
    ],
  },
  {
    ago: 9 * DAY,
    who: 'pia',
    lines: [of('HP-CLOCK')],
    pay: [AUTHORIZED],
    more: { note: 'Please ring twice.' },
  },
  {
    ago: 2 * DAY,
    who: 'jonas',
    lines: [of('HP-TOWEL', 2)],
    pay: [AUTHORIZED],
    then: [step(3 * HOUR, cancel({ reason: 'CUSTOMER' }))],
  },
  { ago: 2 * HOUR, who: 'pia', lines: [of('HP-BOWL'), of('HP-JUG')], pay: [TRANSFER] },
  { ago: 8 * DAY, who: 'elif', lines: [of('HP-VASE')], pay: [TRANSFER] },
  {
    ago: 5 * DAY,
    who: 'jonas',
    lines: [of('HP-MIRROR')],
    pay: [TRANSFER],
    then: [step(DAY, (order, { world, domain }) => world.commerce.markAsPaid(domain, order.id))],
  },
  { ago: 26 * HOUR, who: 'pia', lines: [of('HP-CANDLE-PINE', 3)], pay: [ON_DELIVERY] },
  {
    ago: 7 * DAY,
    who: 'elif',
    lines: [of('HP-CANDLE-SALT', 2)],
    pay: [ON_DELIVERY],
    then: [
      step(DAY, ship),
      step(2 * DAY, (order, { world, domain }) => world.commerce.markAsPaid(domain, order.id)),
    ],
  },
  { ago: 90 * MINUTE, who: 'jonas', lines: [of('HP-THROW')], pay: [DEBIT] },
  {
    ago: 4 * DAY,
    who: 'theo',
    lines: [of('HP-BOARD', 2)],
    pay: [DEBIT],
    then: [
      step(DAY, (order, { world, domain }) =>
        world.commerce.settlePendingPayment(domain, order.id, 'paid'),
      ),
    ],
  },
  {
    ago: 30 * HOUR,
    who: 'theo',
    lines: [of('HP-CLOCK')],
    pay: [DEBIT],
    then: [
      step(20 * HOUR, (order, { world, domain }) =>
        world.commerce.settlePendingPayment(domain, order.id, 'failed'),
      ),
    ],
  },
  {
    ago: 55 * MINUTE,
    who: 'elif',
    lines: [of('HP-LAMP-BRASS')],
    pay: [{ ...CARD, state: 'declined' }],
  },
  {
    ago: 13 * DAY,
    who: 'jonas',
    lines: [of('HP-MUG-SEA', 4)],
    pay: [CARD],
    then: [step(DAY, giveBack(1)), step(2 * DAY, ship)],
  },
  {
    ago: 16 * DAY,
    who: 'pia',
    lines: [of('HP-VASE')],
    pay: [CARD],
    then: [step(6 * HOUR, giveBack(1))],
  },
  {
    ago: 28 * MINUTE,
    who: 'pia',
    lines: [of('HP-BASKET'), of('HP-TOWEL', 2)],
    pay: [WALLET],
    then: [step(20 * MINUTE, giveBack(1))],
  },
  {
    ago: 3 * HOUR,
    who: 'elif',
    lines: [of('HP-MUG-TER')],
    pay: [],
    more: {
      orderDiscount: { title: 'ON-THE-HOUSE', percentPpm: 1_000_000 },
      shipping: { ...STANDARD, discount: 490 },
    },
  },
  {
    ago: 10 * HOUR,
    who: 'jonas',
    lines: [of('HP-GIFT-50', 2)],
    pay: [CARD],
    more: { shippingAddress: null },
  },
  { ago: 32 * HOUR, who: 'maya', lines: [of('HP-PATTERN')], pay: [CARD] },

  // Other currencies, taxes on top, duties, a tip.
  {
    ago: 2 * HOUR,
    who: 'hugo',
    lines: [of('HP-LAMP-BLACK'), of('HP-MUG-TER', 2)],
    pay: [CARD],
    more: {
      presentmentCurrency: 'USD',
      shopPerPresentment: '0.9217',
      taxesIncluded: false,
      taxes: [
        { title: 'State tax', ratePpm: 62_500 },
        { title: 'City tax', ratePpm: 12_500 },
      ],
      shipping: { title: 'International', price: 1_900 },
    },
  },
  {
    ago: 22 * HOUR,
    who: 'amara',
    lines: [of('HP-THROW'), of('HP-CUSH-45')],
    pay: [CARD],
    more: {
      presentmentCurrency: 'GBP',
      shopPerPresentment: '1.1634',
      taxes: [{ title: 'VAT', ratePpm: 200_000 }],
      shipping: { title: 'International', price: 1_250 },
    },
  },
  {
    ago: 40 * HOUR,
    who: 'sora',
    lines: [of('HP-BOWL', 2)],
    pay: [CARD],
    more: {
      presentmentCurrency: 'JPY',
      shopPerPresentment: '0.0061',
      taxes: [{ title: 'Consumption tax', ratePpm: 100_000 }],
      shipping: { title: 'International', price: 2_400 },
    },
  },
  {
    ago: 50 * HOUR,
    who: 'noor',
    lines: [of('HP-CANDLE-PINE', 3, { duty: 1_250 })],
    pay: [CARD],
    more: {
      presentmentCurrency: 'KWD',
      shopPerPresentment: '2.9815',
      taxes: [],
      shipping: { title: 'International', price: 6_500 },
    },
  },
  {
    ago: 3 * DAY,
    who: 'hugo',
    lines: [of('HP-VASE', 1, { duty: 480 })],
    pay: [WALLET],
    more: {
      presentmentCurrency: 'USD',
      shopPerPresentment: '0.9217',
      taxesIncluded: false,
      taxes: [{ title: 'State tax', ratePpm: 62_500 }],
      shipping: { title: 'International', price: 1_900 },
    },
  },
  { ago: 7 * HOUR, who: 'pia', lines: [of('HP-OLIVE')], pay: [CARD], more: { tip: 300 } },
  {
    ago: 15 * HOUR,
    who: 'theo',
    lines: [of('HP-MUG-SEA', 3, { lineDiscount: 500 }), of('HP-JUG')],
    pay: [CARD],
    more: { orderDiscount: { title: 'HARBOR5', fixed: 500 } },
  },
  {
    ago: 19 * HOUR,
    who: 'elif',
    lines: [
      of('HP-BOWL', 1, { group: { title: 'Breakfast set', quantity: 1 } }),
      of('HP-MUG-TER', 2, { group: { title: 'Breakfast set', quantity: 1 } }),
    ],
    pay: [CARD],
  },
  {
    ago: 21 * HOUR,
    who: 'jonas',
    lines: [of('HP-CANDLE-SALT', 1, { sellingPlan: 'Every month' })],
    pay: [CARD],
  },
  {
    ago: 9 * HOUR,
    who: 'elif',
    lines: [
      of('HP-SIGN', 1, { restockable: false, customAttributes: { Engraving: 'Haus am Deich' } }),
      of('HP-HOOKS'),
    ],
    pay: [CARD],
  },

  // Fulfilment in every state.
  {
    ago: 4 * HOUR,
    who: 'jonas',
    lines: [of('HP-BOARD'), of('HP-TOWEL', 2)],
    pay: [CARD],
    then: [
      step(HOUR, holdFor('Careful Checks', 'HIGH_RISK_OF_FRAUD', 'Waiting for a person to look.')),
    ],
    more: {
      risk: [
        {
          level: 'HIGH',
          provider: null,
          facts: [{ description: 'Billing and shipping country differ.', sentiment: 'NEGATIVE' }],
        },
      ],
    },
  },
  {
    ago: 6 * HOUR,
    who: 'pia',
    lines: [of('HP-CLOCK')],
    pay: [CARD],
    then: [step(HOUR, holdFor('Address Doctor', 'INCORRECT_ADDRESS', 'House number missing.'))],
  },
  {
    ago: 8 * HOUR,
    who: 'theo',
    lines: [of('HP-BASKET', 2)],
    pay: [CARD],
    then: [
      step(HOUR, (order, { world, domain }) =>
        order.fulfillmentOrders.forEach((work) =>
          world.commerce.reportProgress(domain, order.id, work.id),
        ),
      ),
    ],
  },
  { ago: 14 * HOUR, who: 'elif', lines: [of('HP-STOOL', 2)], pay: [CARD], then: [step(HOUR, ask)] },
  {
    ago: 2 * MINUTE,
    who: 'jonas',
    lines: [of('HP-MIRROR')],
    pay: [CARD],
    then: [step(MINUTE, ask)],
  },
  {
    ago: 28 * HOUR,
    who: 'amara',
    lines: [of('HP-OLIVE', 2), of('HP-BOARD')],
    pay: [CARD],
    then: [step(HOUR, ask), step(3 * HOUR, shipFirst)],
  },
  {
    ago: 36 * HOUR,
    who: 'jonas',
    lines: [of('HP-CUSH-45', 3), of('HP-CUSH-60')],
    pay: [CARD],
    then: [step(6 * HOUR, shipFirst)],
  },
  {
    ago: 12 * HOUR,
    who: 'pia',
    lines: [of('HP-THROW', 2)],
    pay: [CARD],
    more: { fulfillAt: Date.UTC(2030, 0, 1) },
  },
  { ago: 17 * HOUR, who: 'elif', lines: [of('HP-JUG'), of('HP-MIRROR')], pay: [CARD] },
  {
    ago: 13 * HOUR,
    who: 'jonas',
    lines: [of('HP-CANDLE-PINE', 2)],
    pay: [CARD],
    more: { deliveryMethod: 'PICK_UP', shippingAddress: null },
  },
  {
    ago: 44 * HOUR,
    who: 'theo',
    lines: [of('HP-TOWEL', 6)],
    pay: [CARD],
    then: [step(5 * HOUR, ship)],
  },
  {
    ago: 11 * DAY,
    who: 'amara',
    lines: [of('HP-LAMP-BLACK')],
    pay: [CARD],
    then: [...SHIPPED_IN_TIME, step(6 * DAY, takeReturn)],
  },
  {
    ago: 24 * DAY,
    who: 'elif',
    lines: [of('HP-CUSH-60', 2)],
    pay: [CARD],
    then: [
      ...SHIPPED_IN_TIME,
      step(6 * DAY, takeReturn),
      step(10 * DAY, (order, { world, domain }) =>
        order.returns.forEach((r) => world.commerce.closeReturn(domain, order.id, r.id)),
      ),
    ],
  },
  {
    ago: 18 * DAY,
    who: 'hugo',
    lines: [of('HP-MUG-TER', 6)],
    pay: [CARD],
    then: [
      ...SHIPPED_IN_TIME,
      step(9 * DAY, (order, { world, domain }) =>
        world.commerce.openDispute(domain, order.id, 'CHARGEBACK'),
      ),
    ],
    more: { presentmentCurrency: 'USD', shopPerPresentment: '0.9217' },
  },

  // Cancelled before.
  {
    ago: 12 * DAY,
    who: 'pia',
    lines: [of('HP-BOWL')],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'INVENTORY', notifyCustomer: true }))],
  },
  {
    ago: 15 * DAY,
    who: 'jonas',
    lines: [of('HP-VASE', 2)],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'FRAUD', restock: true }))],
    more: { risk: [{ level: 'HIGH', provider: null, facts: [] }] },
  },
  {
    ago: 25 * DAY,
    who: 'theo',
    lines: [of('HP-CLOCK')],
    pay: [TRANSFER],
    then: [step(7 * DAY, cancel({ reason: 'DECLINED', refund: false }))],
  },
  {
    ago: 30 * DAY,
    who: 'amara',
    lines: [of('HP-BASKET')],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'STAFF', refund: false }))],
  },
];

/** The orders nobody remembers: placed, shipped, delivered. */
function everydayOrders(seed: number): Story[] {
  const random = createRandom(seed + 41);
  const people: readonly PersonKey[] = ['jonas', 'elif', 'theo', 'amara', 'pia', 'maya'];
  const skus = ['HP-MUG-TER', 'HP-MUG-SEA', 'HP-BOWL', 'HP-TOWEL', 'HP-CANDLE-PINE', 'HP-CUSH-45'];
  return Array.from({ length: 18 }, (_none, index): Story => ({
    ago: (8 + index * 2) * DAY + random.between(0, 20) * HOUR,
    who: people[random.between(0, people.length - 1)] ?? 'jonas',
    lines: [of(skus[random.between(0, skus.length - 1)] ?? 'HP-BOWL', random.between(1, 2))],
    pay: [random.next() < 0.7 ? CARD : WALLET],
    then: SHIPPED_IN_TIME,
  }));
}
