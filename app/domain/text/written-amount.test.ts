import { describe, expect, it } from 'vitest';
import { money } from '../money.ts';
import { readAmount } from './written-amount.ts';

const read = (text: string, currency: string, locale = 'en') => {
  const amount = readAmount(text, currency, locale);
  return amount.ok ? amount.value : amount.error.fault;
};

describe('case 67: an amount as people write it', () => {
  it('is never a thousandth', () => {
    expect(read('1.250', 'EUR')).toBe('ambiguous');
    expect(read('1,250', 'EUR')).toEqual(money(125_000, 'EUR'));
    expect(read('1.250', 'EUR', 'de')).toEqual(money(125_000, 'EUR'));
    expect(read('25.000', 'CLP')).toBe('ambiguous');
    expect(read('25.000', 'CLP', 'es-CL')).toEqual(money(25_000, 'CLP'));
    expect(read('5.000', 'JPY')).toBe('ambiguous');
    expect(read('5.000', 'JPY', 'ja')).toBe('ambiguous');
    expect(read('5,000', 'JPY', 'ja')).toEqual(money(5_000, 'JPY'));
    expect(read('1,250', 'KWD')).toBe('ambiguous');
    expect(read('1.250', 'KWD')).toEqual(money(1_250, 'KWD'));
  });

  it('is read to the minor unit of its currency', () => {
    expect(read('59,20', 'EUR', 'de')).toEqual(money(5_920, 'EUR'));
    expect(read('12,50', 'EUR')).toEqual(money(1_250, 'EUR'));
    expect(read('١٢٫٥٠', 'EUR')).toEqual(money(1_250, 'EUR'));
    expect(read('12.5', 'KWD')).toEqual(money(12_500, 'KWD'));
    expect(read('0.01', 'EUR')).toEqual(money(1, 'EUR'));
    expect(read('0', 'EUR')).toEqual(money(0, 'EUR'));
  });

  it('may stand with the name or the sign of its own currency', () => {
    for (const text of ['€59.20', '59.20 EUR', 'eur 59.20']) {
      expect(read(text, 'EUR')).toEqual(money(5_920, 'EUR'));
    }
    expect(read('59,20 €', 'EUR', 'de')).toEqual(money(5_920, 'EUR'));
    expect(read('CA$5', 'CAD')).toEqual(money(500, 'CAD'));
    expect(read('$5', 'CAD')).toEqual(money(500, 'CAD'));
    expect(read('$5', 'EUR')).toBe('not_a_number');
    expect(read('€5', 'EUR', 'no such tag!')).toEqual(money(500, 'EUR'));
  });

  it('is refused beyond what can be counted exactly', () => {
    expect(read('9007199254740992', 'JPY')).toBe('too_long');
    expect(read('999999999999999', 'EUR')).toBe('too_long');
    expect(read('90071992547409.91', 'EUR')).toBe('too_long');
    expect(read('9007199254740.99', 'EUR')).toEqual(money(900_719_925_474_099, 'EUR'));
  });
});
