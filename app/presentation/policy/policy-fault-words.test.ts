import { describe, expect, it } from 'vitest';

import { rule, documentOf, policy } from '../../../tests/support/facts/policies.ts';
import { parsePolicy } from '../../domain/policy/document/parse-policy.ts';
import {
  POLICY_FAULTS,
  faultText,
  readFaultText,
} from '../../domain/policy/document/policy-faults.ts';
import type { PolicyDocument } from '../../domain/policy/document/policy.ts';
import { readAmount } from '../../domain/text/written-amount.ts';
import { messagesIn } from '../../messages/messages.ts';
import { amountFaultText } from '../refusal/staff-refusal.ts';
import { policyFaultWords } from './policy-fault-words.ts';

const english = messagesIn('en', 'staff');
const words = (changes: object, messages = english): readonly string[] => {
  const parsed = parsePolicy({ ...documentOf(policy()), ...changes });
  return parsed.ok ? [] : parsed.error.map(({ fault }) => policyFaultWords(fault, messages));
};
const amount = (amounts: Record<string, string>): Partial<PolicyDocument> => ({
  rules: [rule({ reviewAbove: amounts })],
});

describe('what is wrong with a policy', () => {
  it.each<readonly [string, object, string]>([
    [
      'no window',
      { rules: [rule({ instant: null })] },
      'Set a time window: instant, by request, or both.',
    ],
    [
      'a bonus without credit',
      { rules: [rule({ refund: { method: 'original', storeCreditBonusPercent: 5 } })] },
      'A bonus needs store credit among the refund methods.',
    ],
    ['an id twice', { rules: [rule(), rule()] }, 'Another entry has this id.'],
    ['no such currency', amount({ XXY: '5' }), 'No currency has this code.'],
    ['an amount of nothing', amount({ EUR: '0' }), 'Enter an amount above zero.'],
    ['half a day', { reviewDays: 1.5 }, 'Use whole days.'],
    ['days that are no number', { reviewDays: 'two' }, 'Enter a number of days, such as 14.'],
    ['fewer days than none', { reviewDays: -3 }, 'At least one day.'],
    ['days without end', { reviewDays: Infinity }, 'Enter a number of days, such as 14.'],
  ])('is said in words: %s', (_what, changes, message) => {
    expect(words(changes)).toEqual([message]);
  });

  it('is said in the reader’s language, with examples in its notation', () => {
    const polish = messagesIn('pl', 'staff');
    expect(words({ reviewDays: 31 }, polish)).toEqual(['Maksymalna liczba dni: 30.']);
    expect(words(amount({ EUR: 'x' }), polish)).toEqual([
      amountFaultText(
        { fault: 'not_a_number', currencyCode: 'EUR', decimals: 2, example: '1\u00a0234,50' },
        polish,
      ),
    ]);
    const percent = { fee: { kind: 'percent', percent: NaN, touches: 'goods' } } as const;
    expect(words({ rules: [rule(percent)] }, polish).join()).toContain('12,5');
  });

  it('is said of every fault, and of what the schema’s library says by itself', () => {
    for (const code of POLICY_FAULTS) {
      expect(policyFaultWords(readFaultText(faultText(code, 7)), english)).toMatch(/^[A-Z].*\.$/);
    }
    expect(words({ surprise: true })).toEqual([
      'This value is not valid. Correct it, or reload the page.',
    ]);
  });
});

describe('a text that is no amount', () => {
  const said = (text: string, currency: string, locale = 'en') => {
    const read = readAmount(text, currency, locale);
    return read.ok ? null : amountFaultText(read.error, english);
  };

  it('is refused with what is wrong and an example in the notation and the decimals', () => {
    expect(said('', 'EUR')).toBe('Enter an amount, such as 1,234.50.');
    expect(said('-1', 'EUR', 'de')).toBe(
      'An amount cannot be below zero. Enter one such as 1.234,50.',
    );
    expect(said('1.250', 'JPY')).toBe(
      'This can be read as two different amounts. Write it such as 12,345.',
    );
    expect(said('5.55', 'JPY')).toBe('Amounts in JPY have no decimals. Write it such as 12,345.');
    expect(said('5.5555', 'KWD')).toBe(
      'Amounts in KWD have at most 3 decimals. Write it such as 1,234.500.',
    );
    expect(said('1e3', 'EUR')).toBe('Write the amount out in digits, such as 1,234.50.');
    expect(said('all', 'EUR')).toBe('This is not an amount in EUR. Write it such as 1,234.50.');
    expect(said('9'.repeat(16), 'EUR')).toBe('This amount is larger than any that can be counted.');
  });
});
