/** Orders that policies and refund rules have something to say about. */
import {
  cancel,
  CARD,
  DAY,
  dispute,
  HOUR,
  of,
  OVER_THE_COUNTER,
  ship,
  shipFirst,
  SHIPPED_IN_TIME,
  step,
  TRANSFER,
  VAT,
  WALLET,
  type Story,
} from './story.ts';

const SAMPLE_ABROAD = {
  firstName: 'Hugo',
  lastName: 'Clearwater',
  address1: '7 Invented Road',
  city: 'Toronto',
  zip: 'M5H 2N2',
  country: 'Canada',
  countryCode: 'CA',
  phone: null,
};

export const POLICY_STORIES: readonly Story[] = [
  // Discounts that hang on what else is bought.
  {
    ago: 100 * 60_000,
    who: 'jonas',
    lines: [of('HP-MUG-TER', 2), of('HP-CANDLE-PINE')],
    pay: [CARD],
    more: {
      discounts: [
        {
          title: 'Two mugs bring a candle',
          kind: 'automatic',
          on: 'buy_x_get_y',
          buys: { sku: 'HP-MUG-TER', quantity: 2 },
          gets: { sku: 'HP-CANDLE-PINE', quantity: 1 },
        },
      ],
    },
  },
  {
    ago: 3 * HOUR + 20 * 60_000,
    who: 'elif',
    lines: [of('HP-CUSH-60'), of('HP-TOWEL'), of('HP-CANDLE-SALT')],
    pay: [CARD],
    more: {
      discounts: [
        {
          title: 'Free shipping from 80',
          kind: 'automatic',
          on: 'shipping',
          off: { percentPpm: 1_000_000 },
          minimumSubtotal: 8_000,
        },
      ],
    },
  },
  {
    ago: 11 * HOUR,
    who: 'theo',
    lines: [of('HP-CUSH-45', 3), of('HP-VASE')],
    pay: [WALLET],
    more: {
      discounts: [
        { title: 'CUSHIONS20', on: 'lines', skus: ['HP-CUSH-45'], off: { percentPpm: 200_000 } },
        { title: 'HARBOR5', on: 'order', off: { fixed: 500 } },
        { title: 'Regulars', kind: 'manual', on: 'order', off: { percentPpm: 50_000 } },
      ],
    },
  },

  // Goods with rules of their own.
  {
    ago: 5 * HOUR + 30 * 60_000,
    who: 'jonas',
    lines: [of('HP-OLIVE'), of('HP-TOWEL', 2)],
    pay: [CARD],
    more: { tags: ['rush'] },
  },
  {
    ago: 31 * HOUR,
    who: 'pia',
    lines: [of('HP-GIFT-50', 2)],
    pay: [CARD],
    more: { shippingAddress: null },
    then: [
      step(HOUR, (order, { world, domain, shop, people }) => {
        const card = [...shop.giftCards.values()].find((c) => c.soldBy?.orderId === order.id);
        if (card === undefined) return;
        world.commerce.placeOrder(domain, {
          customerId: people.elif.id,
          lines: [of('HP-HOOKS')],
          payments: [{ gateway: 'gift_card', state: 'sale', giftCardId: card.id }],
          taxes: VAT,
        });
      }),
    ],
  },
  {
    ago: 18 * HOUR,
    who: 'elif',
    lines: [of('HP-CANDLE-PINE', 2, { sellingPlan: 'Every month', contract: true })],
    pay: [CARD],
  },
  {
    ago: 2 * DAY + 3 * HOUR,
    who: 'theo',
    lines: [of('HP-LAMP-BRASS', 1, { sellingPlan: 'Ships in January' }), of('HP-MUG-SEA')],
    pay: [CARD],
  },
  {
    ago: 23 * HOUR,
    who: 'jonas',
    lines: [
      of('HP-BOWL', 2, { group: { title: 'Table for two', quantity: 2 } }),
      of('HP-MUG-SEA', 4, { group: { title: 'Table for two', quantity: 2 } }),
      of('HP-TOWEL'),
    ],
    pay: [CARD],
    then: [step(3 * HOUR, shipFirst)],
  },

  // Risk and disputes.
  {
    ago: 75 * 60_000,
    who: 'hugo',
    lines: [of('HP-CLOCK', 2)],
    pay: [CARD],
    more: {
      billingAddress: SAMPLE_ABROAD,
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
    ago: 5 * DAY + 2 * HOUR,
    who: 'amara',
    lines: [of('HP-BASKET')],
    pay: [CARD],
    then: [step(4 * DAY, dispute())],
  },
  {
    ago: 40 * DAY,
    who: 'amara',
    lines: [of('HP-BOARD')],
    pay: [CARD],
    then: [...SHIPPED_IN_TIME, step(20 * DAY, dispute('UNDER_REVIEW', 'WON'))],
  },

  // Other ways to sell.
  {
    ago: 6 * HOUR + 10 * 60_000,
    who: 'pia',
    lines: [of('HP-JUG')],
    pay: [OVER_THE_COUNTER],
    more: ({ showroom }) => ({ retailLocationId: showroom.id }),
  },
  // 27.32 is due, 27.30 is kept of a note of 50.00; what was bought is sent home.
  {
    ago: 5 * HOUR + 45 * 60_000,
    who: 'elif',
    lines: [of('HP-TOWEL', 1, { lineDiscount: 248 })],
    pay: [{ ...OVER_THE_COUNTER, roundedBy: -2, tendered: 5_000 }],
    more: ({ showroom }) => ({ retailLocationId: showroom.id }),
  },
  {
    ago: 30 * HOUR,
    who: 'jonas',
    lines: [of('HP-CANDLE-SALT', 2)],
    pay: [OVER_THE_COUNTER],
    more: ({ showroom }) => ({ retailLocationId: showroom.id, deliveryMethod: 'RETAIL' }),
    then: [step(60_000, ship)],
  },
  {
    ago: 16 * HOUR,
    who: 'theo',
    lines: [of('HP-BOARD'), of('HP-HOOKS', 2)],
    pay: [TRANSFER],
    more: { importedBy: 'Market Bridge', tags: ['marketplace'] },
    then: [step(HOUR, (order, { world, domain }) => world.commerce.markAsPaid(domain, order.id))],
  },
  {
    ago: 3 * DAY + 5 * HOUR,
    who: 'pia',
    lines: [of('HP-CUSH-45', 12), of('HP-THROW', 4)],
    pay: [],
    more: ({ company }) => ({
      companyId: company.id,
      paymentTerms: { dueInDays: 30 },
      tags: ['wholesale'],
    }),
  },
  {
    ago: 2 * DAY + 9 * HOUR,
    who: 'hugo',
    lines: [
      of('HP-THROW', 2, { duty: 1_120, dutyTaxes: [{ title: 'Sales tax', ratePpm: 88_750 }] }),
    ],
    pay: [CARD],
    more: {
      presentmentCurrency: 'USD',
      shopPerPresentment: '0.9217',
      taxesIncluded: false,
      taxes: [{ title: 'State tax', ratePpm: 62_500 }],
      shipping: { title: 'International', price: 1_900 },
      additionalFees: [{ name: 'Import fee', price: 600 }],
    },
  },

  // Money that is owed back.
  {
    ago: 27 * HOUR,
    who: 'theo',
    lines: [of('HP-BOWL', 2), of('HP-CANDLE-PINE')],
    pay: [CARD],
    then: [
      step(2 * HOUR, (order, { world, domain }) => {
        const [bowls] = order.lines;
        if (bowls === undefined) return;
        world.commerce.editOrder(domain, order.id, [
          { lineItemId: bowls.id, quantity: 1, restock: true },
        ]);
      }),
    ],
  },
  {
    ago: 9 * DAY + HOUR,
    who: 'theo',
    lines: [of('HP-MIRROR')],
    pay: [TRANSFER],
    then: [
      step(5 * DAY, cancel({ reason: 'DECLINED', refund: false })),
      step(6 * DAY, (order, { world, domain }) => {
        const [promise] = order.transactions;
        if (promise === undefined) return;
        const { gateway, amount } = promise;
        world.commerce.receivePayment(domain, order.id, { gateway, amount });
      }),
    ],
  },
];
