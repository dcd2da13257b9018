import { describe, expect, it } from 'vitest';

import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it as italian } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import type { Limits, PublishedWords } from './words.ts';

const LANGUAGES = [en, de, fr, es, italian, nl, ja].map((words) => [words.code, words] as const);
const VALUES = '“VALUE”';
const WITHOUT_VALUES = ['gift_card', 'subscription', 'pre_order', 'personalised', 'digital'];

describe.each(LANGUAGES)('what a published policy leaves out, in %s', (_code, words) => {
  const named = Object.entries(words.exclusions).map(([kind, say]) => [kind, say(VALUES)] as const);

  it.each(named)('%s is named, with its values where it has any', (kind, text) => {
    expect(text.replace(VALUES, '').trim()).not.toBe('');
    expect(text.includes(VALUES)).toBe(!WITHOUT_VALUES.includes(kind));
  });

  it('is told apart, each from every other', () => {
    expect(new Set(named.map(([, text]) => text)).size).toBe(named.length);
  });
});

describe('what a published policy says of the end of a window', () => {
  const cutOff = { time: '14:00', zone: 'Central European Time' };
  const limits = (changes: Partial<Limits>): Limits => ({
    duration: null,
    cutOff: null,
    untilFulfilment: false,
    ...changes,
  });
  /** By the sentence that it stands in, without what all of these sentences have in common. */
  const say = (words: PublishedWords, changes: Partial<Limits>) => words.instant(limits(changes));

  it.each(LANGUAGES)('names each limit that there is, and no other, in %s', (_code, words) => {
    const all = say(words, { duration: '2 HOURS', cutOff, untilFulfilment: true });
    expect(all).toContain('2 HOURS');
    expect(all).toContain('14:00');
    expect(all).toContain('Central European Time');
    const none = say(words, {});
    expect(none).not.toMatch(/\b(undefined|null)\b/);
    expect(none).not.toBe(say(words, { untilFulfilment: true }));
    expect(none.length).toBeLessThan(say(words, { duration: '2 HOURS' }).length);
  });

  it('says that the earliest counts only where there are several', () => {
    expect(say(en, {})).toBe(
      'You can cancel immediately until your order is sent. Our approval is not needed.',
    );
    expect(say(en, { duration: '2 hours', untilFulfilment: true })).toBe(
      'You can cancel immediately up to 2 hours after ordering or until we start preparing your order, whichever comes first. Our approval is not needed.',
    );
    for (const [, words] of LANGUAGES) {
      const one = say(words, { untilFulfilment: true });
      const two = say(words, { untilFulfilment: true, duration: 'X' });
      expect(two.length - one.length).toBeGreaterThan('X'.length);
      expect(one).not.toMatch(/\(\s*\)|,\s*[.。]|\s{2}/u);
    }
  });
});
