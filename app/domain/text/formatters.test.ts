import { expect, test } from 'vitest';

import { madeOnce } from './formatters.ts';

const counted = () => {
  const made: string[] = [];
  const formatter = madeOnce((locale: string, options: Intl.NumberFormatOptions) => {
    made.push(locale);
    return new Intl.NumberFormat(locale, options);
  });
  return { made, formatter };
};

test('a formatter is made once for its arguments, and another for others', () => {
  const { made, formatter } = counted();
  const twoDigits = { minimumFractionDigits: 2 };
  expect(formatter('de', twoDigits)).toBe(formatter('de', { ...twoDigits }));
  expect(made).toEqual(['de']);
  expect(formatter('de', {}).format(1.5)).toBe('1,5');
  expect(formatter('en', twoDigits).format(1.5)).toBe('1.50');
  expect(made).toEqual(['de', 'de', 'en']);
});

test('however many languages are asked for, no more than a bound are kept', () => {
  const { made, formatter } = counted();
  for (let nth = 0; nth <= 1_000; nth += 1) formatter(`en-x-${nth}`, {});
  formatter('en-x-1000', {});
  expect(made).toHaveLength(1_001);
  formatter('en-x-0', {});
  expect(made).toHaveLength(1_002);
});
