/** The outcome of a decision that may be refused. Refusals are values; only bugs throw. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});

/** The first of the reasons why something was refused, of which there is always one. */
export function firstOf<T>(reasons: readonly T[]): T {
  const [first] = reasons;
  if (first === undefined) throw new Error('A refusal names at least one reason');
  return first;
}

/** Closes an exhaustive switch: the compiler refuses a forgotten case, and a value from outside throws. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
