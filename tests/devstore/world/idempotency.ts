/**
 * Keys of the `@idempotent` directive. A key belongs to one app on one shop, is kept for 24 hours,
 * and answers a repeat from the state the first call left behind.
 * Source: https://shopify.dev/docs/api/usage/implementing-idempotency
 */
import type { EpochMs } from './model.ts';

const RETENTION_MS = 24 * 60 * 60 * 1000;

export type IdempotencyVerdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'replay'; readonly resultId: number }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'in_progress' };

export interface IdempotencyBook {
  check(scope: string, key: string, fingerprint: string): IdempotencyVerdict;
  /** `busyUntil`: the answer is still on its way until then; a second call meanwhile is refused. */
  record(
    scope: string,
    key: string,
    fingerprint: string,
    resultId: number,
    busyUntil: EpochMs,
  ): void;
}

export function createIdempotencyBook(now: () => EpochMs): IdempotencyBook {
  const kept = new Map<
    string,
    { fingerprint: string; resultId: number; at: EpochMs; busyUntil: EpochMs }
  >();
  return {
    check(scope, key, fingerprint) {
      const first = kept.get(`${scope}/${key}`);
      if (first === undefined || now() - first.at > RETENTION_MS) return { kind: 'new' };
      if (first.fingerprint !== fingerprint) return { kind: 'mismatch' };
      if (now() < first.busyUntil) return { kind: 'in_progress' };
      return { kind: 'replay', resultId: first.resultId };
    },
    record(scope, key, fingerprint, resultId, busyUntil) {
      kept.set(`${scope}/${key}`, { fingerprint, resultId, at: now(), busyUntil });
    },
  };
}
