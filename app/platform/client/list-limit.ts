import { MOST_ENTRIES } from '../../domain/list-limit.ts';

/** A list in parts that the platform takes, in order; none of nothing. */
export function inParts<T>(entries: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    parts.push(entries.slice(from, from + MOST_ENTRIES));
  }
  return parts;
}
