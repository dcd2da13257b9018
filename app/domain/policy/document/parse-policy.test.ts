import { describe, expect, it } from 'vitest';
import { documentOf, policy, rule } from '../../../../tests/support/facts/policies.ts';
import { parsePolicy } from './parse-policy.ts';
import { type PolicyDocument, inLanguage } from './policy.ts';

const document = (changes: Partial<PolicyDocument> = {}): PolicyDocument => ({
  ...documentOf(policy()),
  ...changes,
});
const faults = (value: unknown): string[] => {
  const parsed = parsePolicy(value);
  return parsed.ok ? [] : parsed.error.map(({ path }) => path.join('.'));
};

describe('a policy from outside', () => {
  it('is taken as it is when nothing is wrong with it', () => {
    expect(parsePolicy(document())).toEqual({ ok: true, value: document() });
  });

  it('is refused whole, with everything that is wrong with it and where', () => {
    const broken = {
      ...document(),
      surprise: true,
      reviewDays: 0,
      calendar: { openingDays: [], closedOn: ['2026-02-30'] },
      rules: [
        rule({ fee: { kind: 'percent', percent: 101, touches: 'goods' } }),
        rule({ instant: { minutes: 0.5, cutOff: '24:00', untilFulfillment: true } }),
      ],
      reasons: [{ id: 'X', label: '', translations: { deu: 'x' }, needsComment: false }],
    };
    expect(faults(broken)).toEqual([
      'rules.0.fee.percent',
      'rules.1.instant.minutes',
      'rules.1.instant.cutOff',
      'calendar.openingDays',
      'calendar.closedOn.0',
      'reviewDays',
      'reasons.0.label',
      'reasons.0.translations.deu',
      'reasons.0.id',
      '',
    ]);
    expect(faults(null)).toEqual(['']);
    expect(faults('{}')).toEqual(['']);
  });

  it.each<readonly [string, Partial<PolicyDocument>, string[]]>([
    ['a rule that opens no window', { rules: [rule({ instant: null })] }, ['rules.0.instant']],
    ['two rules of one id', { rules: [rule(), rule()] }, ['rules.1.id']],
    [
      'a bonus without store credit',
      { rules: [rule({ refund: { method: 'original', storeCreditBonusPercent: 5 } })] },
      ['rules.0.refund.storeCreditBonusPercent'],
    ],
    [
      'a currency that is none',
      { rules: [rule({ reviewAbove: { XXY: '5' } })] },
      ['rules.0.reviewAbove.XXY'],
    ],
    [
      'more decimals than the currency has',
      { rules: [rule({ reviewAbove: { JPY: '5.5' } })] },
      ['rules.0.reviewAbove.JPY'],
    ],
    ['no reason to choose', { reasons: [] }, ['reasons']],
  ])('is refused with %s', (_, changes, paths) => {
    expect(faults(document(changes))).toEqual(paths);
  });
});

it.each([
  ['de', 'Zu langsam'],
  ['DE-ch', 'Zu langsam'],
  ['fr', 'Too slow'],
])('a text is told in the customer’s language, or in the shop’s: %s', (locale, text) => {
  const reason = { label: 'Too slow', translations: { de: 'Zu langsam' } };
  expect(inLanguage(reason, locale)).toBe(text);
});
