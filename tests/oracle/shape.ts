import fc from 'fast-check';

/**
 * What a tried order is made of, as plain data: small enough to be read, shrunk and written down as an
 * example. Amounts are minor units of the order's currency.
 */
export interface Shape {
  readonly currency: Currency;
  readonly taxesIncluded: boolean;
  readonly dutiesIncluded: boolean;
  /** Parts per million. */
  readonly taxRates: readonly number[];
  readonly lines: readonly LineShape[];
  readonly discounts: readonly DiscountShape[];
  readonly shipping: { readonly price: number; readonly taxed: boolean } | null;
  readonly tip: number;
  /** Whether the tip is a line item, too, and whether the platform counts it among what is not fulfilled. */
  readonly tipLine: 'none' | 'unfulfilled' | 'fulfilled';
  readonly additionalFee: number;
  readonly payment: PaymentShape;
  /** Deals are reckoned anew below a minimum, in percent of what the goods cost as ordered. */
  readonly thresholds: { readonly minimumPercent: number; readonly shippingPrice: number } | null;
  readonly history: readonly HappeningShape[];
  /** Cancelled one after the other; at last whatever is left, as a whole, where nothing was sent. */
  readonly cancellations: readonly CancellationShape[];
}

export type Currency = 'EUR' | 'USD' | 'JPY' | 'KWD';

export interface LineShape {
  readonly product: 'mug' | 'bowl' | 'digital' | 'untracked' | 'giftCard';
  readonly units: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly taxed: boolean;
  readonly duty: number;
  readonly dutyTaxed: boolean;
  readonly restockable: boolean;
  readonly atSecondLocation: boolean;
}

export type DiscountShape =
  | { readonly on: 'order' | 'shipping'; readonly percentPpm: number }
  | { readonly on: 'order_fixed'; readonly amount: number }
  | { readonly on: 'lines'; readonly percentPpm: number }
  /** The first line buys, the second is got. */
  | { readonly on: 'buy_x_get_y'; readonly percentPpm: number };

export type PaymentShape =
  | {
      readonly by:
        | 'sale'
        | 'two_sales'
        | 'authorization'
        | 'expired'
        | 'cash'
        | 'promised'
        | 'wallet';
    }
  /** Cash over the counter: rounded, and more was handed over than that. */
  | { readonly by: 'till'; readonly roundedBy: number; readonly change: number }
  | { readonly by: 'captured'; readonly percents: readonly number[] }
  | { readonly by: 'gift_card_and_sale' | 'gift_card_and_authorization'; readonly percent: number };

/** What others do to the order before the app comes. */
export type HappeningShape =
  | { readonly what: 'refund_units'; readonly line: number; readonly units: number }
  | { readonly what: 'refund_amount'; readonly percent: number }
  | { readonly what: 'edit'; readonly line: number; readonly units: number }
  | { readonly what: 'ship'; readonly line: number; readonly units: number }
  /** Units are sent, come back, and others are to be sent in their place. */
  | {
      readonly what: 'exchange';
      readonly line: number;
      readonly units: number;
      readonly unitPrice: number;
    };

export interface CancellationShape {
  /** Percents of each line's units that can still be cancelled, rounded up; `order` for the whole. */
  readonly percents: readonly number[] | 'order';
  readonly method: 'original' | 'store_credit';
  readonly bonusPercent: number | null;
  readonly choice: 'everything' | 'nothing' | { readonly percent: number };
  readonly fee: FeeShape;
  readonly keep: { readonly shipping: boolean; readonly tip: boolean; readonly duties: boolean };
  readonly restock: boolean;
}

export type FeeShape =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly amount: number; readonly shipping: boolean }
  | { readonly kind: 'percent'; readonly hundredths: number; readonly shipping: boolean };

const price = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: 90_000_000 }) },
);
/** One value in four, else the usual one. */
const sometimes = <T>(value: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });
const percent = fc.integer({ min: 1, max: 100 });
const ppm = fc.oneof(
  fc.constantFrom(1_000_000, 500_000, 100_000, 333_333),
  fc.integer({ min: 1, max: 1_000_000 }),
);

const line: fc.Arbitrary<LineShape> = fc.record({
  product: fc.constantFrom('mug', 'bowl', 'mug', 'bowl', 'digital', 'untracked', 'giftCard'),
  units: fc.integer({ min: 1, max: 7 }),
  unitPrice: price,
  discount: sometimes(fc.nat(2_000), 0),
  taxed: fc.boolean(),
  duty: sometimes(fc.nat(3_000), 0),
  dutyTaxed: fc.boolean(),
  restockable: fc.boolean(),
  atSecondLocation: fc.boolean(),
});

const discount: fc.Arbitrary<DiscountShape> = fc.oneof(
  fc.record({ on: fc.constantFrom('order' as const, 'shipping' as const), percentPpm: ppm }),
  fc.record({
    on: fc.constant('order_fixed' as const),
    amount: fc.integer({ min: 1, max: 5_000 }),
  }),
  fc.record({ on: fc.constant('lines' as const), percentPpm: ppm }),
  fc.record({ on: fc.constant('buy_x_get_y' as const), percentPpm: ppm }),
);

const payment: fc.Arbitrary<PaymentShape> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ by: 'sale' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constantFrom(
        'two_sales' as const,
        'authorization' as const,
        'expired' as const,
        'cash' as const,
        'promised' as const,
        'wallet' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('till' as const),
      roundedBy: sometimes(fc.integer({ min: -2, max: 2 }), 0),
      change: sometimes(fc.nat(5_000), 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('captured' as const),
      percents: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constantFrom('gift_card_and_sale' as const, 'gift_card_and_authorization' as const),
      percent: fc.integer({ min: 1, max: 99 }),
    }),
  },
);

const lineAndUnits = { line: fc.nat(3), units: fc.integer({ min: 1, max: 3 }) };
const happening: fc.Arbitrary<HappeningShape> = fc.oneof(
  fc.record({ what: fc.constant('refund_units' as const), ...lineAndUnits }),
  fc.record({
    what: fc.constant('refund_amount' as const),
    percent: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ what: fc.constant('edit' as const), ...lineAndUnits }),
  fc.record({ what: fc.constant('ship' as const), ...lineAndUnits }),
  fc.record({ what: fc.constant('exchange' as const), ...lineAndUnits, unitPrice: price }),
);

const fee: fc.Arbitrary<FeeShape> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'none' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fixed' as const),
      amount: fc.integer({ min: 1, max: 3_000 }),
      shipping: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('percent' as const),
      hundredths: fc.integer({ min: 1, max: 10_000 }),
      shipping: fc.boolean(),
    }),
  },
);

const cancellation: fc.Arbitrary<CancellationShape> = fc.record({
  percents: fc.oneof(
    { weight: 1, arbitrary: fc.constant('order' as const) },
    {
      weight: 3,
      arbitrary: fc.array(sometimes(percent, 0), { minLength: 5, maxLength: 5 }),
    },
  ),
  method: sometimes<'original' | 'store_credit'>(fc.constant('store_credit'), 'original'),
  bonusPercent: sometimes<number | null>(fc.integer({ min: 1, max: 50 }), null),
  choice: fc.oneof(
    { weight: 5, arbitrary: fc.constant('everything' as const) },
    { weight: 1, arbitrary: fc.constant('nothing' as const) },
    { weight: 1, arbitrary: fc.record({ percent }) },
  ),
  fee,
  keep: fc.record({ shipping: fc.boolean(), tip: fc.boolean(), duties: fc.boolean() }),
  restock: fc.boolean(),
});

/** Orders of every make, what happened to them, and what is cancelled of them. */
export const shapes: fc.Arbitrary<Shape> = fc.record({
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
  taxesIncluded: fc.boolean(),
  dutiesIncluded: sometimes(fc.constant(true), false),
  taxRates: fc.array(fc.constantFrom(190_000, 70_000, 62_500, 12_500, 81_250), { maxLength: 3 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  discounts: fc.oneof(fc.constant([]), fc.array(discount, { minLength: 1, maxLength: 3 })),
  shipping: fc.option(fc.record({ price: fc.constantFrom(0, 490, 1_299), taxed: fc.boolean() })),
  tip: sometimes(fc.nat(2_500), 0),
  tipLine: fc.constantFrom('none', 'unfulfilled', 'fulfilled'),
  additionalFee: sometimes(fc.nat(1_500), 0),
  payment,
  thresholds: fc.option(
    fc.record({
      minimumPercent: fc.integer({ min: 1, max: 100 }),
      shippingPrice: fc.integer({ min: 1, max: 900 }),
    }),
  ),
  history: sometimes(fc.array(happening, { minLength: 1, maxLength: 3 }), []),
  cancellations: fc.array(cancellation, { maxLength: 3 }),
});
