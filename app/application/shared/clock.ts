import type { EpochMs } from '../../domain/time.ts';

export interface Clock {
  now(): EpochMs;
}

export interface Ids {
  /** A new UUID, never given before. */
  uuid(): string;
}
