/** Maya's own orders, the latest minutes ago: what the demo shows first. */
import {
  ask,
  AUTHORIZED,
  cancel,
  CARD,
  DAY,
  EXPRESS,
  HOUR,
  MASTERCARD,
  MINUTE,
  of,
  ON_DELIVERY,
  SHIPPED_IN_TIME,
  step,
  type Story,
  WALLET,
} from '../story.ts';

export const MAYAS_STORIES: readonly Story[] = [
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
];
