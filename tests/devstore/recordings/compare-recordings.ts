import { isDeepStrictEqual } from 'node:util';

import type { Played, Seen } from './recording.ts';

/** One thing in which two platforms differ, in a sentence. */
export interface Difference {
  readonly scene: string;
  readonly says: string;
}

/** A state that stood so long cannot have been missed by looks every 100 ms. */
const SEEN_FOR_SURE = 300;

/**
 * In what a platform differs from what was recorded: answers to calls, states and their order. When something was
 * seen is not compared, and a state that stood for less than 300 ms may be missed by either.
 */
export function differences(recorded: Played, played: Played): Difference[] {
  const says: string[] = [];
  recorded.calls.forEach(({ document, answer }, index) => {
    const other = played.calls[index];
    if (!isDeepStrictEqual(answer, other?.answer)) {
      says.push(`${document} answers ${text(other?.answer)} instead of ${text(answer)}.`);
    }
  });
  const [wanted, found] = [recorded.states, played.states];
  for (const [which, a, b] of [
    ['at first', wanted[0], found[0]],
    ['in the end', wanted.at(-1), found.at(-1)],
  ] as const) {
    const paths = leafDifferences(a?.state, b?.state);
    if (paths.length > 0) says.push(`${which}, ${paths.join('; ')}.`);
  }
  const [lacking, strange] = [missing(wanted, found), missing(found, wanted)];
  for (const state of lacking) {
    const nearest = nearestTo(state, found);
    const place = strange.findIndex((other) => isDeepStrictEqual(other, nearest));
    if (place !== -1) strange.splice(place, 1);
    says.push(`never shows a state that stood; nearest to it ${inWords(state, nearest)}.`);
  }
  for (const state of strange) {
    says.push(
      `shows a state that was never seen, beside the nearest known ${inWords(nearestTo(state, wanted), state)}.`,
    );
  }
  if (isReversed(wanted, found)) says.push('shows the states in another order.');
  return says.map((each) => ({ scene: recorded.scene.name, says: each }));
}

const has = (states: readonly Seen[], state: unknown): boolean =>
  states.some((other) => isDeepStrictEqual(other.state, state));

/** States of the one that stood for sure, and that the other never shows; the first and the last apart. */
const missing = (states: readonly Seen[], others: readonly Seen[]): unknown[] =>
  states
    .slice(1, -1)
    .filter(({ at }, index) => (states[index + 2]?.at ?? at) - at >= SEEN_FOR_SURE)
    .map(({ state }) => state)
    .filter((state) => !has(others, state));

function isReversed(states: readonly Seen[], others: readonly Seen[]): boolean {
  const places = states
    .filter(({ state }) => has(others, state))
    .map(({ state }) => others.findIndex((other) => isDeepStrictEqual(other.state, state)));
  return places.some((place, index) => place < (places[index - 1] ?? -1));
}

/** The state that differs from another in the fewest places. */
const nearestTo = (state: unknown, others: readonly Seen[]): unknown =>
  others
    .map((other) => other.state)
    .toSorted((a, b) => leafDifferences(state, a).length - leafDifferences(state, b).length)[0];

const inWords = (wanted: unknown, found: unknown): string =>
  leafDifferences(wanted, found).join('; ');

/** Every place in which two states differ, and how. */
function leafDifferences(a: unknown, b: unknown, path = ''): string[] {
  if (isDeepStrictEqual(a, b)) return [];
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      leafDifferences(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        path === '' ? key : `${path}.${key}`,
      ),
    );
  }
  return [`${path === '' ? 'it' : path} is ${text(b)} instead of ${text(a)}`];
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
