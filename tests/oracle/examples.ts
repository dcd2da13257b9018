import type { CancellationShape, LineShape, Shape } from './shape.ts';

const LINE: LineShape = {
  product: 'mug',
  units: 1,
  unitPrice: 1_250,
  discount: 0,
  taxed: false,
  duty: 0,
  dutyTaxed: false,
  restockable: true,
  atSecondLocation: false,
};

const ORDER: Shape = {
  currency: 'EUR',
  taxesIncluded: true,
  dutiesIncluded: false,
  taxRates: [190_000],
  lines: [LINE],
  discounts: [],
  shipping: null,
  tip: 0,
  tipLine: 'none',
  additionalFee: 0,
  payment: { by: 'sale' },
  thresholds: null,
  history: [],
  cancellations: [],
};

const CANCELLATION: CancellationShape = {
  percents: 'order',
  method: 'original',
  bonusPercent: null,
  choice: 'everything',
  fee: { kind: 'none' },
  keep: { shipping: true, tip: true, duties: true },
  restock: true,
};

const everyShare = { shipping: false, tip: false, duties: false } as const;

/** Orders that once came out wrong, here or in a draft, each shrunk to what it is about. Tried first. */
export const EXAMPLES: Readonly<Record<string, Shape>> = {
  'a part of the tip is more than the lines are worth and needs the second payment': {
    ...ORDER,
    lines: [{ ...LINE, units: 3, unitPrice: 1 }],
    tip: 3,
    payment: { by: 'two_sales' },
    cancellations: [
      {
        ...CANCELLATION,
        percents: [34],
        method: 'store_credit',
        fee: { kind: 'fixed', amount: 1, shipping: false },
        keep: everyShare,
      },
    ],
  },
  'duties inside the prices were not given back with units that left before': {
    ...ORDER,
    taxesIncluded: false,
    dutiesIncluded: true,
    lines: [
      { ...LINE, units: 3, unitPrice: 1, duty: 3, dutyTaxed: true },
      { ...LINE, unitPrice: 1 },
    ],
    history: [{ what: 'refund_units', line: 0, units: 2 }],
    cancellations: [{ ...CANCELLATION, percents: [1, 0], keep: everyShare }],
  },
  'an edit took units before a refund gave a taxed duty back': {
    ...ORDER,
    taxesIncluded: false,
    lines: [{ ...LINE, units: 4, unitPrice: 1_110, taxed: true, duty: 2_640, dutyTaxed: true }],
    payment: { by: 'captured', percents: [11, 27, 15] },
    cancellations: [
      { ...CANCELLATION, percents: [51], choice: { percent: 34 }, keep: everyShare },
      { ...CANCELLATION, percents: [1], keep: everyShare },
    ],
  },
  'an edit left the duties of units that are gone': {
    ...ORDER,
    lines: [{ ...LINE, duty: 200, dutyTaxed: true }, LINE],
    history: [{ what: 'edit', line: 0, units: 1 }],
  },
  'a goodwill refund came before the cancel': {
    ...ORDER,
    lines: [{ ...LINE, unitPrice: 1 }],
    tip: 2,
    history: [{ what: 'refund_amount', percent: 17 }],
  },
  'a refund is still on its way when everything goes': {
    ...ORDER,
    lines: [{ ...LINE, units: 2, unitPrice: 0 }],
    additionalFee: 1,
    payment: { by: 'wallet' },
  },
  'a fee was kept for a part, and then the rest goes': {
    ...ORDER,
    lines: [{ ...LINE, units: 2 }],
    cancellations: [
      {
        ...CANCELLATION,
        percents: [50],
        fee: { kind: 'percent', hundredths: 1_000, shipping: false },
      },
    ],
  },
  'a fee was kept for a part whose refund is still on its way, and then the rest goes': {
    ...ORDER,
    lines: [{ ...LINE, units: 2 }],
    payment: { by: 'wallet' },
    cancellations: [
      {
        ...CANCELLATION,
        percents: [50],
        fee: { kind: 'percent', hundredths: 1_000, shipping: false },
      },
    ],
  },
  'a tip is a line, a share of it goes with a part, and then the rest goes': {
    ...ORDER,
    lines: [{ ...LINE, units: 2 }],
    tip: 300,
    tipLine: 'unfulfilled',
    cancellations: [{ ...CANCELLATION, percents: [50], keep: everyShare }],
  },
  'cash was rounded, change was given, and a fee on the goods is kept': {
    ...ORDER,
    lines: [{ ...LINE, unitPrice: 1_002 }],
    payment: { by: 'till', roundedBy: -2, change: 4_000 },
    cancellations: [
      { ...CANCELLATION, fee: { kind: 'percent', hundredths: 1_000, shipping: false } },
    ],
  },
  'units were exchanged for dearer ones, which are cancelled': {
    ...ORDER,
    lines: [{ ...LINE, units: 2 }],
    history: [{ what: 'exchange', line: 0, units: 1, unitPrice: 3_999 }],
    cancellations: [{ ...CANCELLATION, percents: [0, 100] }],
  },
  'a lost deal comes back when what it was kept for goes too': {
    ...ORDER,
    lines: [{ ...LINE, units: 3, unitPrice: 4_000 }],
    discounts: [{ on: 'order', percentPpm: 100_000 }],
    shipping: { price: 0, taxed: false },
    thresholds: { minimumPercent: 90, shippingPrice: 490 },
    cancellations: [
      {
        ...CANCELLATION,
        percents: [33],
      },
      {
        ...CANCELLATION,
        percents: [50],
      },
      CANCELLATION,
    ],
  },
  'a yen order whose units cannot share evenly': {
    ...ORDER,
    currency: 'JPY',
    taxesIncluded: false,
    taxRates: [81_250, 12_500],
    lines: [{ ...LINE, units: 7, unitPrice: 333, taxed: true }],
    discounts: [{ on: 'order_fixed', amount: 100 }],
    shipping: { price: 490, taxed: true },
    cancellations: [
      { ...CANCELLATION, percents: [15], keep: everyShare },
      { ...CANCELLATION, percents: [50], keep: everyShare },
    ],
  },
};
