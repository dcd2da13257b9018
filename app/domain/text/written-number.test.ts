import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Written,
  type WrittenFault,
  notationIn,
  notationOf,
  readNumber,
  writtenIn,
} from './written-number.ts';

const read = (text: string, locale: string, decimals: number, units: readonly string[] = []) =>
  readNumber(text, notationOf(locale), decimals, units);
const as = (decimal: string): Written => ({ ok: true, decimal });
const not = (fault: WrittenFault): Written => ({ ok: false, fault });

describe('a notation', () => {
  it.each([
    ['en', { decimal: '.', group: ',', groupsInPairs: false }],
    ['de', { decimal: ',', group: '.', groupsInPairs: false }],
    ['fr', { decimal: ',', group: ' ', groupsInPairs: false }],
    ['en-IN', { decimal: '.', group: ',', groupsInPairs: true }],
    ['ar-EG', { decimal: '٫', group: '٬', groupsInPairs: false }],
    ['ja', { decimal: '.', group: ',', groupsInPairs: false }],
    ['not a tag', { decimal: '.', group: ',', groupsInPairs: false }],
  ])('of %s is that of its language', (locale, expected) => {
    expect(notationOf(locale)).toEqual(expected);
  });

  it('is found in how a page writes numbers', () => {
    expect(notationIn(() => '1.234.567,5')).toEqual(notationOf('de'));
    expect(notationIn(() => '1234567,5')).toEqual({
      decimal: ',',
      group: '',
      groupsInPairs: false,
    });
  });
});

describe('case 67: a number as people write it', () => {
  it.each([
    ['en', 2, '59.20', '59.20'],
    ['en', 2, '59', '59.00'],
    ['en', 2, '59.2', '59.20'],
    ['en', 2, '.5', '0.50'],
    ['en', 2, '007.50', '7.50'],
    ['en', 2, '0', '0.00'],
    ['en', 2, '1,250', '1250.00'],
    ['en', 2, '1,250.00', '1250.00'],
    ['en', 2, '12,345,678.90', '12345678.90'],
    ['en', 2, '1 250', '1250.00'],
    ['en', 2, '1\u00a0250.5', '1250.50'],
    ['en', 2, "1'250.50", '1250.50'],
    ['en', 2, '１２．５０', '12.50'],
    ['en', 2, ' \u200e12.50\u00a0', '12.50'],
    ['de', 2, '59,20', '59.20'],
    ['de', 2, '1.250', '1250.00'],
    ['de', 2, '1.250,00', '1250.00'],
    ['fr', 2, '1\u202f250,50', '1250.50'],
    ['de-CH', 2, '1’250.50', '1250.50'],
    ['en-IN', 2, '12,34,567.5', '1234567.50'],
    ['en-IN', 2, '1,234,567', '1234567.00'],
    ['ar-EG', 2, '١٬٢٥٠٫٥٠', '1250.50'],
    ['es-CL', 0, '25.000', '25000'],
    ['en', 0, '25,000', '25000'],
    ['ja', 0, '5,000', '5000'],
    ['ja', 0, '５０００', '5000'],
    ['nl', 2, '1.250,-', '1250.00'],
    ['de', 2, '59,--', '59.00'],
    ['de-CH', 2, '12.–', '12.00'],
    ['hi', 2, '१२,३४,५६७.५०', '1234567.50'],
    ['bn', 2, '১২,৩৪,৫৬৭.৫', '1234567.50'],
    ['ar-KW', 3, '٥٫٢٥٠', '5.250'],
    ['en', 3, '1.250', '1.250'],
    ['de', 3, '1,250', '1.250'],
    ['en', 3, '12,500.250', '12500.250'],
  ])('in %s with %i decimals: %s is understood', (locale, decimals, text, expected) => {
    expect(read(text, locale, decimals)).toEqual(as(expected));
  });

  it.each([
    ['en', 2, '59,20', '59.20'],
    ['en', 2, '1.250,00', '1250.00'],
    ['en', 2, '1 250,00', '1250.00'],
    ['en', 2, '١٢٫٥٠', '12.50'],
    ['en', 2, '۱۲٫۵۰', '12.50'],
    ['de', 2, '12.50', '12.50'],
    ['de', 2, '1,250.00', '1250.00'],
    ['fr', 2, '12.50', '12.50'],
    ['fr', 2, '1.250,00', '1250.00'],
    ['ar-EG', 2, '12.50', '12.50'],
    ['ar-EG', 2, '12,50', '12.50'],
  ])('in %s with %i decimals: %s has one reading only', (locale, decimals, text, expected) => {
    expect(read(text, locale, decimals)).toEqual(as(expected));
  });

  it.each([
    ['en', 2, '1.250'],
    ['en', 2, '1.250.000'],
    ['de', 2, '1,250'],
    ['fr', 2, '1.250'],
    ['ar-EG', 2, '1,250'],
    ['en', 0, '25.000'],
    ['ja', 0, '5.000'],
    ['en', 3, '1,250'],
    ['de', 3, '1.250'],
    ['en', 2, '1.250,-'],
    ['de-CH', 2, '1.250'],
  ])('in %s with %i decimals: %s is ambiguous', (locale, decimals, text) => {
    expect(read(text, locale, decimals)).toEqual(not('ambiguous'));
  });

  it.each([
    ['', 'missing'],
    ['  \u00a0', 'missing'],
    ['-5', 'negative'],
    ['−5.00', 'negative'],
    ['–5', 'negative'],
    ['5-', 'negative'],
    ['(5.00)', 'negative'],
    ['5.00-', 'negative'],
    ['-12,-', 'negative'],
    [',-', 'not_a_number'],
    ['1e3', 'exponent'],
    ['1.5E+3', 'exponent'],
    ['1e-3', 'exponent'],
    ['59.205', 'ambiguous'],
    ['59.2050', 'too_many_decimals'],
    ['59.2000', 'too_many_decimals'],
    ['0.500', 'too_many_decimals'],
    ['59,2000', 'too_many_decimals'],
    ['all', 'not_a_number'],
    ['12.50 or so', 'not_a_number'],
    ['+5', 'not_a_number'],
    ['5.', 'not_a_number'],
    ['.', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['1,25,000', 'not_a_number'],
    ['0,500,000', 'not_a_number'],
    ['1234,567.00', 'not_a_number'],
    ["1 250'000", 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['१२⅓', 'not_a_number'],
    ['1234567890123456', 'too_long'],
  ] as const)('in English %s is refused: %s', (text, fault) => {
    expect(read(text, 'en', 2)).toEqual(not(fault));
  });

  it('of the longest that are read is still exact', () => {
    expect(read('123456789012345', 'en', 0)).toEqual(as('123456789012345'));
  });

  it('may stand with its unit, before or after, and with no other', () => {
    for (const text of ['€59.20', '59.20 €', 'EUR 59.20', '59.20 eur']) {
      expect(read(text, 'en', 2, ['€', 'EUR', ''])).toEqual(as('59.20'));
    }
    expect(read('$59.20', 'en', 2, ['€', 'EUR'])).toEqual(not('not_a_number'));
    expect(read('€', 'en', 2, ['€'])).toEqual(not('missing'));
    expect(read('€-5', 'en', 2, ['€'])).toEqual(not('negative'));
  });

  it('is read as it was written, in every notation', () => {
    const locales = [
      'en',
      'de',
      'fr',
      'es',
      'it',
      'nl',
      'ja',
      'de-CH',
      'en-IN',
      'ar-EG',
      'pl',
      'fa',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(0, 2),
        fc.integer({ min: 0, max: 10_000_000_000 }),
        (locale, decimals, minor) => {
          const written = writtenIn(locale, minor / 10 ** decimals, decimals);
          const expected =
            decimals === 0
              ? String(minor)
              : `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
          expect(read(written, locale, decimals)).toEqual(as(expected));
        },
      ),
    );
  });
});
