import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  exponentOf,
  formatMoney,
  fraction,
  isCurrencyCode,
  money,
  parseMoney,
  piece,
  split,
  sum,
  toDecimal,
} from './money.ts';

const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'GBP');
const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it('knows currencies of no, two and three decimals', () => {
    expect(['JPY', 'EUR', 'KWD'].map(exponentOf)).toEqual([0, 2, 3]);
  });

  it('refuses a currency it does not know instead of guessing its decimals', () => {
    expect(isCurrencyCode('XXZ')).toBe(false);
    expect(() => exponentOf('XXZ')).toThrow('Unknown currency code "XXZ"');
  });

  it.each(['HRK', 'ANG', 'JEP', 'USDC', 'XXX'])(
    'counts and writes %s, which Shopify knows and ISO 4217 does not (case 66)',
    (code) => {
      expect(parseMoney('12.5', code)).toEqual(money(1250, code));
      expect(formatMoney(money(1250, code), 'en')).toContain('12.50');
    },
  );

  it('counts a currency without decimals that is no longer listed', () => {
    expect(parseMoney('12500', 'BYR')).toEqual(money(12_500, 'BYR'));
    expect(parseMoney('12.5', 'BYR')).toBeNull();
  });

  it.each(['MGA', 'MRU'])('cuts %s no finer than Shopify does: to one decimal', (code) => {
    expect(parseMoney('12.5', code)).toEqual(money(1250, code));
    expect(parseMoney('12.50', code)).toEqual(money(1250, code));
    expect(parseMoney('12.34', code)).toBeNull();
    expect(split(money(1000, code), [1, 1, 1]).map(toDecimal)).toEqual(['3.40', '3.30', '3.30']);
    expect(toDecimal(fraction(money(1000, code), 1, 3))).toBe('3.30');
    expect(toDecimal(fraction(money(-500, code), 1, 100))).toBe('-0.10');
    expect(toDecimal(piece(money(1000, code), 1, 2, 3))).toBe('3.40');
  });

  it('reads every amount that it writes', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(parseMoney(toDecimal(money(amount, code)), code)).toEqual(money(amount, code));
      }),
    );
  });

  it.each([
    ['12.5', 'EUR', 1250],
    ['12.500', 'EUR', 1250],
    ['1000.0', 'JPY', 1000],
    ['1.234', 'KWD', 1234],
    ['-3.10', 'EUR', -310],
  ])('reads %s %s exactly', (text, code, expected) => {
    expect(parseMoney(text, code)).toEqual(money(expected, code));
  });

  it.each([
    ['12.345', 'EUR'],
    ['1.5', 'JPY'],
    ['', 'EUR'],
    ['1e3', 'EUR'],
    ['12,50', 'EUR'],
    ['0x10', 'EUR'],
    ['99999999999999999999', 'EUR'],
  ])('reads no amount from "%s" %s', (text, code) => {
    expect(parseMoney(text, code)).toBeNull();
  });

  it('splits without losing or making a minor unit', () => {
    const weights = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000), currency, weights, (amount, code, parts) => {
        fc.pre(parts.some((part) => part > 0));
        expect(sum(split(money(amount, code), parts), code)).toEqual(money(amount, code));
      }),
    );
  });

  it('takes a fraction to the nearest minor unit, halves away from zero', () => {
    expect(fraction(money(5, 'EUR'), 1, 2)).toEqual(money(3, 'EUR'));
    expect(fraction(money(-5, 'EUR'), 1, 2)).toEqual(money(-3, 'EUR'));
    expect(fraction(money(100, 'EUR'), 1, 3)).toEqual(money(33, 'EUR'));
    expect(fraction(money(7, 'EUR'), 3, 0)).toEqual(money(0, 'EUR'));
  });

  it('takes fractions of amounts that do not fit a product of numbers', () => {
    const large = money(9_000_000_000_000_001, 'JPY');
    expect(fraction(large, 999_999, 999_999)).toEqual(large);
  });

  it('case 17: cuts an amount into pieces that make the whole, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(minor, currency, cuts, (amount, code, sizes) => {
        const of = sizes.reduce((a, b) => a + b, 0);
        let from = 0;
        const pieces = sizes.map((size) => piece(money(amount, code), from, (from += size), of));
        expect(sum(pieces, code)).toEqual(money(amount, code));
      }),
    );
  });

  it('adds no apples to pears', () => {
    expect(() => add(money(1, 'EUR'), money(1, 'USD'))).toThrow('different currencies');
  });

  it('writes amounts as people of a language do', () => {
    expect(formatMoney(money(123_456, 'EUR'), 'en')).toBe('€1,234.56');
    expect(formatMoney(money(1_234, 'JPY'), 'en')).toBe('¥1,234');
  });
});
