/** Deeper than anything that is sent to the app; without an end it would take the stack. */
const DEEPEST = 100;
const NUL = '\u0000';
const REPLACEMENT = '\uFFFD';
/** A surrogate that has no partner: with one it is no code point of its own. */
const HALF = /\p{Surrogate}/u;
const HALVES = new RegExp(HALF, 'gu');

/**
 * Whether a value is not nested without end, and every text in it, names of fields included, is one that can be stored and shown: PostgreSQL keeps
 * no U+0000, and half of a surrogate pair is no character in any encoding.
 *
 * @see https://www.postgresql.org/docs/current/datatype-character.html
 */
export function isWellFormed(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return !HALF.test(value) && !value.includes(NUL);
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value)
    ? value.every((inner) => isWellFormed(inner, depth + 1))
    : Object.entries(value).every(
        ([name, inner]) => isWellFormed(name) && isWellFormed(inner, depth + 1),
      );
}

/** The same value with U+FFFD wherever a text of it could not be stored, as decoders put it. */
export function wellFormed(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (typeof value === 'string') {
    return value.replaceAll(HALVES, REPLACEMENT).replaceAll(NUL, REPLACEMENT);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? value.map((inner) => wellFormed(inner, depth + 1))
    : Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, wellFormed(inner, depth + 1)]),
      );
}
