/** Other currencies, taxes on top, duties, a tip, discounts, bundles. */
import { CARD, DAY, HOUR, of, type Story, WALLET } from '../story.ts';

export const PRICE_STORIES: readonly Story[] = [
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
];
