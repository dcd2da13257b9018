import { expect, it } from 'vitest';

import french from '../locales/fr.json';
import german from '../locales/de.json';
import { translator } from '../../shared/testing/translator.ts';
import { moment } from './words.ts';

const words = (language: string, texts: Parameters<typeof translator>[0]) => ({
  translate: translator(texts),
  formatDate: (date: Date, options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date),
});

it.each([
  ['fr', french, '2026-12-01T14:05:00Z', '1er décembre à 14:05'],
  ['fr', french, '2026-12-11T14:05:00Z', '11 décembre à 14:05'],
  ['de', german, '2026-12-01T14:05:00Z', '1. Dezember um 14:05'],
] as const)('writes a moment as people do in %s', (language, texts, at, said) => {
  expect(moment(words(language, texts), at)).toBe(said);
});
