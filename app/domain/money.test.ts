import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  exponentOf,
  formatMoney,
  isCurrencyCode,
  money,
  parseMoney,
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

  it('adds no apples to pears', () => {
    expect(() => add(money(1, 'EUR'), money(1, 'USD'))).toThrow('different currencies');
  });

  it('writes amounts as people of a language do', () => {
    expect(formatMoney(money(123_456, 'EUR'), 'en')).toBe('€1,234.56');
    expect(formatMoney(money(1_234, 'JPY'), 'en')).toBe('¥1,234');
  });
});
