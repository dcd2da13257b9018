import { describe, expect, it } from 'vitest';

import { DEFAULT_POLICY } from '../../domain/policy/policy.ts';
import { durationWords } from './duration-words.ts';
import { draftOf, isChanged, moved, readDraft } from './policy-draft.ts';

const saved = { ...DEFAULT_POLICY, version: undefined };

describe('the settings form', () => {
  it('reads back what it was filled with', () => {
    expect(readDraft(draftOf(DEFAULT_POLICY), DEFAULT_POLICY)).toEqual({ ok: true, value: saved });
    expect(isChanged(draftOf(DEFAULT_POLICY), DEFAULT_POLICY)).toBe(false);
  });

  it.each(['', '1.5', 'an hour', '0', '-5', '99999999'])(
    'refuses %j minutes at their field',
    (minutes) => {
      const read = readDraft({ ...draftOf(DEFAULT_POLICY), minutes }, DEFAULT_POLICY);
      expect(read.ok || read.error['window.minutes']).toMatch(/minute|60 days/);
    },
  );

  it('keeps the saved value of a field that is not shown', () => {
    const draft = { ...draftOf(DEFAULT_POLICY), handling: 'automatic' as const, reviewDays: 'x' };
    expect(readDraft(draft, DEFAULT_POLICY)).toMatchObject({ ok: true, value: { reviewDays: 3 } });
    const untilFulfilment = { ...draft, until: 'fulfilment' as const, minutes: 'x' };
    expect(readDraft(untilFulfilment, DEFAULT_POLICY)).toMatchObject({
      ok: true,
      value: { window: { until: 'fulfilment' } },
    });
  });

  it('names the reason that has no text', () => {
    const reasons = [{ id: 'blank', label: ' ', translations: {} }];
    const read = readDraft({ ...draftOf(DEFAULT_POLICY), reasons }, DEFAULT_POLICY);
    expect(read.ok || read.error['reasons.0.label']).toBe('Give the reason a text.');
  });
});

describe('moved', () => {
  it('moves an entry by one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('durationWords', () => {
  it.each([
    ['90', 'That is 1 hour 30 minutes'],
    ['2880', 'That is 2 days'],
    ['59', ''],
    ['x', ''],
  ])('says %j minutes as %j', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});
