import { describe, expect, it } from 'vitest';

import { documentOf as asDocument, policy, rule } from '../../../../tests/support/policies.ts';
import { mutationsOf, richPolicy } from '../../../../tests/support/policy-mutations.ts';
import { DEFAULT_POLICY } from '../../../domain/policy/default-policy.ts';
import {
  type PolicyDraft,
  type RuleDraft,
  documentOf,
  draftOf,
  isChanged,
} from './policy-draft.ts';
import { readDraft } from './read-draft.ts';

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
      const instant = { minutes, cutOff: null, untilFulfilment: true };
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
      const instant = { length: { count, unit: 'minutes' }, cutOff: null, untilFulfilment: true };
      const read = readDraft(withRule(() => ({ instant }) as Partial<RuleDraft>));
      expect(read.ok || read.error['rules.0.instant.minutes']).toMatch(/minute|60 days/);
    },
  );

  it.each(['', 'five', '0', '101', '2.345'])(
    'refuses a fee of %j percent at its field',
    (percent) => {
      const read = readDraft(
        withRule(({ fee }) => ({ fee: { ...fee, kind: 'percent', percent } })),
      );
      expect(read.ok || read.error['rules.0.fee.percent']).toEqual(expect.any(String));
    },
  );

  it('takes no notice of what was typed for a choice that is not made', () => {
    const draft = withRule(({ fee, refund, thresholds }) => ({
      fee: { ...fee, percent: 'x', amounts: { EUR: 'x' } },
      refund: { ...refund, bonusPercent: 'x' },
      thresholds: { ...thresholds, discounts: [{ title: '', minimum: {} }] },
    }));
    expect(readDraft(draft)).toEqual({ ok: true, value: saved });
    expect(isChanged(draft, saved)).toBe(false);
  });

  it('sees a number that is none yet as a change, also where there was none', () => {
    const instant = { minutes: null, cutOff: null, untilFulfilment: true };
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
    const read = readDraft({ ...draftOf(saved), reasons } as PolicyDraft);
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
    const read = readDraft(draft);
    expect(read.ok ? [] : Object.keys(read.error).sort()).toEqual([
      'reviewDays',
      'rules.0.fee.amounts.EUR',
      'rules.0.fee.amounts.JPY',
      'rules.0.name',
      'rules.0.who',
    ]);
  });
});
