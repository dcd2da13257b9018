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
    const path = firstDifference(a?.state, b?.state);
    if (path !== null) says.push(`${which}, ${path}`);
  }
  says.push(
    ...missing(wanted, found).map((state) => `never shows ${text(state)}, which stood.`),
    ...missing(found, wanted).map((state) => `shows ${text(state)}, which was never seen.`),
  );
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

/** Where two states first differ, and how; null where they do not. */
function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const inner = firstDifference(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        path === '' ? key : `${path}.${key}`,
      );
      if (inner !== null) return inner;
    }
  }
  return `${path} is ${text(b)} instead of ${text(a)}.`;
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
