/** The orders the demo shop is known by: every state of payment and fulfillment, and Maya's own. */
import { proportion } from '../world/money/money.ts';
import { totalPrice } from '../world/orders/order-totals.ts';
import {
  ask,
  AUTHORIZED,
  cancel,
  CARD,
  DAY,
  DEBIT,
  EXPRESS,
  giveBack,
  holdFor,
  HOUR,
  MASTERCARD,
  MINUTE,
  of,
  ON_DELIVERY,
  ship,
  shipFirst,
  SHIPPED_IN_TIME,
  STANDARD,
  step,
  takeReturn,
  TRANSFER,
  WALLET,
  type Story,
} from './story.ts';

export const STORIES: readonly Story[] = [
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
  {
    ago: 7 * HOUR,
    who: 'pia',
    lines: [of('HP-OLIVE')],
    pay: [CARD],
    more: { tip: 300, tipLine: { unfulfilled: false } },
  },
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

  // Fulfillment in every state.
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
