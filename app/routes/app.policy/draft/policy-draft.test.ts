import { describe, expect, it } from 'vitest';

import {
  documentOf as asDocument,
  policy,
  rule,
} from '../../../../tests/support/facts/policies.ts';
import { mutationsOf, richPolicy } from '../../../../tests/support/facts/policy-mutations.ts';
import { DEFAULT_POLICY } from '../../../messages/default-policy.ts';
import {
  type PolicyDraft,
  type RuleDraft,
  documentOf,
  draftOf,
  isChanged,
} from './policy-draft.ts';
import { readDraft } from './read-draft.ts';
import { messagesIn } from '../../../messages/messages.ts';

const messages = messagesIn('en', 'staff');

const saved = asDocument(policy({ rules: [rule()] }));

/** The draft with its only rule changed. */
function withRule(change: (rule: RuleDraft) => Partial<RuleDraft>): PolicyDraft {
  const draft = draftOf(saved);
  return { ...draft, rules: draft.rules.map((known) => ({ ...known, ...change(known) })) };
}

describe('the form', () => {
  it('reads back every setting that it was filled with', () => {
    const rich = richPolicy();
    const documents = [
      asDocument(DEFAULT_POLICY),
      rich,
      ...mutationsOf(rich).map((m) => m.document),
    ];
    expect(documents.length).toBeGreaterThan(50);
    for (const document of documents) {
      expect(documentOf(draftOf(document))).toEqual(document);
      expect(isChanged(draftOf(document), document)).toBe(false);
    }
  });

  it('counts a window in the largest unit that fits', () => {
    const lengths = [60, 90, 2880].map((minutes) => {
      const instant = { minutes, cutOff: null, untilFulfillment: true };
      return draftOf(asDocument(policy({ rules: [rule({ instant })] }))).rules[0]?.instant?.length;
    });
    expect(lengths).toEqual([
      { count: '1', unit: 'hours' },
      { count: '90', unit: 'minutes' },
      { count: '2', unit: 'days' },
    ]);
  });

  it.each(['', '1.5', 'an hour', '0', '-5', '99999999', '1e3'])(
    'refuses %j minutes at their field',
    (count) => {
      const instant = { length: { count, unit: 'minutes' }, cutOff: null, untilFulfillment: true };
      const read = readDraft(
        withRule(() => ({ instant }) as Partial<RuleDraft>),
        messages,
      );
      expect(read.ok || read.error['rules.0.instant.minutes']).toMatch(/minute|60 days/);
    },
  );

  it.each(['', 'five', '0', '101', '2.345'])(
    'refuses a fee of %j percent at its field',
    (percent) => {
      const read = readDraft(
        withRule(({ fee }) => ({ fee: { ...fee, kind: 'percent', percent } })),
        messages,
      );
      expect(read.ok || read.error['rules.0.fee.percent']).toEqual(expect.any(String));
    },
  );

  const faultOf = (change: (rule: RuleDraft) => Partial<RuleDraft>, path: string) => {
    const read = readDraft(withRule(change), messages);
    return read.ok ? null : read.error[`rules.0.${path}`];
  };
  const forSoLong = (count: string, unit: 'minutes' | 'hours') => () =>
    ({ instant: { length: { count, unit }, cutOff: null, untilFulfillment: true } }) as const;

  it.each([
    ['-5', 'At least one minute.'],
    ['0', 'At least one minute.'],
    ['1.5', 'Use whole minutes.'],
    ['an hour', 'Enter a number of minutes, such as 14.'],
    ['1.500', 'Enter a number of minutes, such as 14.'],
  ])('case 67: says what is wrong with %j minutes', (count, message) => {
    expect(faultOf(forSoLong(count, 'minutes'), 'instant.minutes')).toBe(message);
  });

  it('case 67: reads minutes as people write them, and an hour and a half as 90', () => {
    const minutes = (count: string, unit: 'minutes' | 'hours') =>
      documentOf(withRule(forSoLong(count, unit))).rules[0]?.instant?.minutes;
    expect(minutes('1,440', 'minutes')).toBe(1_440);
    expect(minutes('1.5', 'hours')).toBe(90);
    expect(minutes('1,5', 'hours')).toBe(90);
    expect(faultOf(forSoLong('0.33', 'hours'), 'instant.minutes')).toBe('Use whole minutes.');
  });

  it.each([
    ['-5', 'At least 0.01 percent.'],
    ['101', 'At most 100 percent.'],
    ['2.345', 'Enter a percentage such as 12.5, with at most two decimals.'],
    ['five', 'Enter a percentage such as 12.5, with at most two decimals.'],
  ])('case 67: says what is wrong with %j percent', (percent, message) => {
    expect(
      faultOf(({ fee }) => ({ fee: { ...fee, kind: 'percent', percent } }), 'fee.percent'),
    ).toBe(message);
  });

  it.each(['12.5', '12,5', '12.50 %', '１２.5'])('case 67: reads %s as 12.5 percent', (percent) => {
    const draft = withRule(({ fee }) => ({ fee: { ...fee, kind: 'percent', percent } }));
    expect(documentOf(draft).rules[0]?.fee).toMatchObject({ percent: 12.5 });
  });

  it.each([
    ['EUR', '1.250', 'This can be read as two different amounts. Write it such as 1,234.50.'],
    ['JPY', '5.000', 'This can be read as two different amounts. Write it such as 12,345.'],
    ['EUR', '', 'Enter an amount, such as 1,234.50.'],
    ['EUR', '-4', 'An amount cannot be below zero. Enter one such as 1,234.50.'],
    ['EUR', '0.00', 'Enter an amount above zero.'],
    ['XYZ', '4', 'No currency has this code.'],
  ])('case 67: refuses an amount in %s of %j, and says why', (code, amount, message) => {
    const fixed = ({ fee }: RuleDraft) =>
      ({ fee: { ...fee, kind: 'fixed', amounts: { [code]: amount } } }) as const;
    expect(faultOf(fixed, `fee.amounts.${code}`)).toBe(message);
    const above = () => ({ reviewAbove: { [code]: amount } });
    expect(faultOf(above, `reviewAbove.${code}`)).toBe(message);
  });

  it('case 67: saves what was meant, as plain decimal text', () => {
    const amounts = { EUR: '1,250', USD: '4,50', JPY: '5,000', KWD: '1.250' };
    const read = readDraft(
      withRule(({ fee }) => ({ fee: { ...fee, kind: 'fixed', amounts } })),
      messages,
    );
    expect(read.ok && read.value.rules[0]?.fee).toMatchObject({
      amounts: { EUR: '1250.00', USD: '4.50', JPY: '5000', KWD: '1.250' },
    });
  });

  it('case 67: says what is wrong with the days of the limit and of the answer', () => {
    const limited = { cancellations: '-1', days: '1.5', then: 'refuse', exemptTag: '' } as const;
    const read = readDraft({ ...draftOf(saved), limit: limited, reviewDays: '-3' }, messages);
    expect(read.ok ? {} : read.error).toMatchObject({
      'limit.cancellations': 'At least one.',
      'limit.days': 'Use whole days.',
      reviewDays: 'At least one day.',
    });
  });

  it('takes no notice of what was typed for a choice that is not made', () => {
    const draft = withRule(({ fee, refund, thresholds }) => ({
      fee: { ...fee, percent: 'x', amounts: { EUR: 'x' } },
      refund: { ...refund, bonusPercent: 'x' },
      thresholds: { ...thresholds, discounts: [{ title: '', minimum: {} }] },
    }));
    expect(readDraft(draft, messages)).toEqual({ ok: true, value: saved });
    expect(isChanged(draft, saved)).toBe(false);
  });

  it('sees a number that is none yet as a change, also where there was none', () => {
    const instant = { minutes: null, cutOff: null, untilFulfillment: true };
    const before = asDocument(policy({ rules: [rule({ instant })] }));
    const draft = draftOf(before);
    const rules = draft.rules.map((known) => ({
      ...known,
      instant: { ...instant, length: { count: '', unit: 'hours' as const } },
    }));
    expect(isChanged({ ...draft, rules }, before)).toBe(true);
  });

  it('takes a translation that is left empty for none', () => {
    const [reason] = saved.reasons;
    const reasons = [{ ...reason, label: 'Late', translations: { de: ' ', fr: 'Tard' } }];
    const read = readDraft({ ...draftOf(saved), reasons } as PolicyDraft, messages);
    expect(read).toMatchObject({
      ok: true,
      value: { reasons: [{ translations: { fr: 'Tard' } }] },
    });
  });

  it('names everything that is wrong, each at its field', () => {
    const draft = {
      ...withRule(({ fee }) => ({
        name: ' ',
        who: [],
        fee: { ...fee, kind: 'fixed' as const, amounts: { EUR: '-1', JPY: '1.5' } },
      })),
      reviewDays: '99',
    };
    const read = readDraft(draft, messages);
    expect(read.ok ? [] : Object.keys(read.error).sort()).toEqual([
      'reviewDays',
      'rules.0.fee.amounts.EUR',
      'rules.0.fee.amounts.JPY',
      'rules.0.name',
      'rules.0.who',
    ]);
  });
});
