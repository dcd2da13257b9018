import { type Money, money, parseMoney, smaller, zero } from '../../money.ts';
import type { AmountsByCurrency, Fee } from '../../policy/document/policy.ts';

/** What a fee is reckoned on: as the customer paid it, and only as far as it comes back. */
export interface FeeBase {
  readonly goods: Money;
  readonly goodsAndShipping: Money;
}

/**
 * A policy's fee, rounded in the customer's favour. Never more than it is reckoned on; a currency for which a
 * fixed fee has no amount has no fee, for nothing is ever converted.
 */
export function feeOn(base: FeeBase, fee: Fee): Money {
  switch (fee.kind) {
    case 'none':
      return zero(base.goods.currencyCode);
    case 'fixed': {
      const touched = touchedBy(fee.touches, base);
      return smaller(
        amountIn(fee.amounts, touched.currencyCode) ?? zero(touched.currencyCode),
        touched,
      );
    }
    case 'percent':
      return percentDown(touchedBy(fee.touches, base), fee.percent);
  }
}

const touchedBy = (touches: 'goods' | 'goods_and_shipping', base: FeeBase): Money =>
  touches === 'goods' ? base.goods : base.goodsAndShipping;

/** The amount that a policy names for a currency; null when it names none. */
export function amountIn(amounts: AmountsByCurrency, currencyCode: string): Money | null {
  const decimal = amounts[currencyCode];
  return decimal === undefined ? null : parseMoney(decimal, currencyCode);
}

/** A percentage with up to two decimals of an amount, cut to whole minor units. */
export const percentDown = (amount: Money, percent: number): Money =>
  money(Number(perTenThousand(amount, percent) / 10_000n), amount.currencyCode);

/** The same, with a minor unit more for any rest. */
export const percentUp = (amount: Money, percent: number): Money =>
  money(Number((perTenThousand(amount, percent) + 9_999n) / 10_000n), amount.currencyCode);

/** Percentages count in hundredths: 12.5 is 1250 of ten thousand. */
const perTenThousand = (amount: Money, percent: number): bigint =>
  BigInt(amount.minor) * BigInt(Math.round(percent * 100));
