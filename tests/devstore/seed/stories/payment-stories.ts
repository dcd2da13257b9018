/** Payment in every state. */
import { proportion } from '../../world/money/money.ts';
import { totalPrice } from '../../world/orders/order-totals.ts';
import {
  AUTHORIZED,
  cancel,
  CARD,
  DAY,
  DEBIT,
  giveBack,
  HOUR,
  MINUTE,
  of,
  ON_DELIVERY,
  ship,
  STANDARD,
  step,
  type Story,
  TRANSFER,
  WALLET,
} from '../story.ts';

export const PAYMENT_STORIES: readonly Story[] = [
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
];
