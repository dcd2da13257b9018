import type { Result } from '../../domain/result.ts';
import type { Problem } from '../../domain/saga/problem.ts';

/** A failed call. `mayHaveApplied` = the platform may have acted although no answer came. */
export interface PlatformError extends Problem {
  readonly mayHaveApplied: boolean;
  /** Milliseconds the platform asked to wait. */
  readonly retryAfter: number | null;
}

export type PlatformResult<T> = Result<T, PlatformError>;
