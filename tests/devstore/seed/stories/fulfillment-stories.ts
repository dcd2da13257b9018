/** Fulfillment in every state. */
import {
  ask,
  CARD,
  DAY,
  holdFor,
  HOUR,
  MINUTE,
  of,
  ship,
  shipFirst,
  SHIPPED_IN_TIME,
  step,
  type Story,
  takeReturn,
} from '../story.ts';

export const FULFILLMENT_STORIES: readonly Story[] = [
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
];
