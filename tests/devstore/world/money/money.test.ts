import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convert,
  formatDecimal,
  formatFixed,
  formatForPeople,
  InvalidAmount,
  parseDecimal,
  share,
  spread,
  sum,
} from './money.ts';

describe('decimals', () => {
  test('an amount survives being written and read in currencies of 0, 1, 2 and 3 digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('JPY', 'MGA', 'EUR', 'KWD'),
        (minor, currency) => {
          expect(parseDecimal(formatDecimal(minor, currency), currency)).toBe(minor);
          expect(parseDecimal(formatFixed(minor, currency), currency)).toBe(minor);
        },
      ),
    );
  });

  test('the API writes decimals without trailing zeros but with one digit', () => {
    expect(formatDecimal(1_000, 'EUR')).toBe('10.0');
    expect(formatDecimal(1_234, 'EUR')).toBe('12.34');
    expect(formatDecimal(1_250, 'KWD')).toBe('1.25');
    expect(formatDecimal(125, 'MGA')).toBe('12.5');
    expect(formatDecimal(125, 'BYR')).toBe('125.0');
    expect(formatDecimal(5_000, 'JPY')).toBe('5000.0');
  });

  test('digits the currency does not have are refused, zeros there are not', () => {
    expect(() => parseDecimal('1.005', 'EUR')).toThrow(InvalidAmount);
    expect(() => parseDecimal('1.5', 'JPY')).toThrow(InvalidAmount);
    expect(() => parseDecimal('1e3', 'EUR')).toThrow(InvalidAmount);
    expect(parseDecimal('1.000', 'JPY')).toBe(1);
  });
});

describe('amounts for people', () => {
  test('the sign stands before the currency symbol', () => {
    expect(formatForPeople(-5_920, 'EUR')).toBe('\u2212€59.20');
    expect(formatForPeople(-1_250, 'KWD')).toBe('\u22121.250 KWD');
    expect(formatForPeople(5_920, 'EUR')).toBe('€59.20');
  });
});

describe('splitting', () => {
  test('parts of a line add up to the line however it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        (amount, units, cut) => {
          const at = Math.min(cut, units);
          expect(share(amount, 0, at, units) + share(amount, at, units, units)).toBe(amount);
        },
      ),
    );
  });

  test('an order discount spread over lines adds up to the discount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e8 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 8 }),
        (amount, weights) => {
          fc.pre(sum(weights) > 0);
          const parts = spread(amount, weights);
          expect(sum(parts)).toBe(amount);
          parts.forEach((part, index) => {
            if (weights[index] === 0) expect(part).toBe(0);
          });
        },
      ),
    );
  });
});

test('conversion rounds half away from zero and moves between digit counts', () => {
  expect(convert(10_000, 'JPY', 'EUR', '0.0061')).toBe(6_100);
  expect(convert(1_000, 'KWD', 'EUR', '2.9815')).toBe(298);
  expect(convert(5, 'USD', 'EUR', '0.9')).toBe(5);
  expect(convert(-5, 'USD', 'EUR', '0.9')).toBe(-5);
  expect(convert(123, 'EUR', 'EUR', '1')).toBe(123);
});
