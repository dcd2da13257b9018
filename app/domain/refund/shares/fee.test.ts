import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur } from '../../../../tests/support/facts/order-facts.ts';
import { money } from '../../money.ts';
import { feeOn, percentDown, percentUp } from './fee.ts';

const base = { goods: eur(1_999), goodsAndShipping: eur(2_489) };

describe('a fee', () => {
  it('case 11: is a percentage of the goods, or of goods and shipping', () => {
    expect(feeOn(base, { kind: 'percent', percent: 10, touches: 'goods' })).toEqual(eur(199));
    const both = { kind: 'percent', percent: 10, touches: 'goods_and_shipping' } as const;
    expect(feeOn(base, both)).toEqual(eur(248));
  });

  it('case 11: is rounded in the favour of the customer', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000 }), (minor, hundredths) => {
        const { minor: fee } = percentDown(eur(minor), hundredths / 100);
        expect(fee * 10_000).toBeLessThanOrEqual(minor * hundredths);
        expect((fee + 1) * 10_000).toBeGreaterThan(minor * hundredths);
      }),
    );
  });

  it('case 11: never exceeds what it is taken from', () => {
    const fixed = { kind: 'fixed', amounts: { EUR: '25.00' }, touches: 'goods' } as const;
    expect(feeOn(base, fixed)).toEqual(eur(1_999));
    expect(feeOn({ goods: eur(0), goodsAndShipping: eur(490) }, fixed)).toEqual(eur(0));
  });

  it('case 16: is not converted: a currency without an amount has no fee', () => {
    const yen = { goods: money(1_000, 'JPY'), goodsAndShipping: money(1_000, 'JPY') };
    const fee = { kind: 'fixed', amounts: { EUR: '4.50' }, touches: 'goods' } as const;
    expect(feeOn(yen, fee)).toEqual(money(0, 'JPY'));
    expect(feeOn(base, fee)).toEqual(eur(450));
  });
});

describe('a bonus', () => {
  it('is rounded in the favour of the customer too', () => {
    expect(percentUp(eur(1_001), 10)).toEqual(eur(101));
    expect(percentUp(eur(1_000), 10)).toEqual(eur(100));
    expect(percentUp(eur(3), 12.5)).toEqual(eur(1));
  });
});
