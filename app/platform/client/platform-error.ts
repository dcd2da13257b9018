import type { PlatformError } from '../../application/shared/platform.ts';
import { type Result, err } from '../../domain/result.ts';

type Failure = { readonly ok: false; readonly error: PlatformError };

/** A failed call as the port describes it. Nothing happened and nobody said when to come back, unless told. */
export function platformError(
  kind: PlatformError['kind'],
  code: string | null,
  message: string,
  more: Partial<Pick<PlatformError, 'mayHaveApplied' | 'retryAfter'>> = {},
): PlatformError {
  return { kind, code, message, mayHaveApplied: false, retryAfter: null, ...more };
}

/** The platform's own "no", in its own words. */
export const refused = (code: string | null, message: string): Failure =>
  err(platformError('refused', code, message));

/** An answer that does not say what it must. Thrown while an answer is read, and caught where it came in. */
export class MalformedAnswer extends Error {}

/**
 * Reads an answer; what `read` cannot make sense of becomes a `malformed` failure. A TypeError is a field
 * that the platform's schema promises and the answer lacks.
 */
export function reading<T>(mayHaveApplied: boolean, read: () => T): Result<T, PlatformError> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (!(error instanceof MalformedAnswer || error instanceof TypeError)) throw error;
    return err(platformError('malformed', null, error.message, { mayHaveApplied }));
  }
}
