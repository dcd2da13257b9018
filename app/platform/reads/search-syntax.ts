import type { EpochMs } from '../../domain/time.ts';

/*
 * Filters as the platform's lists take them.
 * Source: https://shopify.dev/docs/api/usage/search-syntax
 */

/** What has a time at or after an instant. */
export const since = (field: string, at: EpochMs): string =>
  `${field}:>='${new Date(at).toISOString()}'`;

/**
 * What has, for each word of a text, a word that begins with it. Only letters and digits are passed on: what a
 * person types is never read as syntax.
 */
export const withWordsBeginning = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word.toLowerCase()}*`).join(' ');
