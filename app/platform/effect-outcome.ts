import type { PlatformResult } from '../application/ports.ts';
import type { EffectOutcome } from '../domain/cancellation/events.ts';
import { err } from '../domain/result.ts';
import { platformError, reading, refused } from './platform-error.ts';

interface UserError {
  readonly code?: string | null;
  readonly message: string;
}

/** A mutation's user errors are its "no"; without any it has to have brought what it was for. */
export interface Payload<Brought = EffectOutcome> {
  readonly userErrors: readonly UserError[];
  readonly outcome: () => Brought;
}

/** What a mutation brought, read from its answer. */
export function outcomeOf<Data, Brought = EffectOutcome>(
  answer: PlatformResult<Data>,
  read: (data: Data) => Payload<Brought>,
): PlatformResult<Brought> {
  if (!answer.ok) return answer;
  const payload = reading(true, () => read(answer.value));
  if (!payload.ok) return payload;
  const [first] = payload.value.userErrors;
  return first ? saidNo(first) : reading(true, payload.value.outcome);
}

/**
 * A former request under the same key is still at work, or the platform is not: no "no", but a "not now".
 * Source: https://shopify.dev/docs/api/usage/implementing-idempotency
 */
const UNDECIDED = new Set(['IDEMPOTENCY_CONCURRENT_REQUEST', 'SERVICE_UNAVAILABLE']);

function saidNo({ code = null, message }: UserError): PlatformResult<never> {
  return code !== null && UNDECIDED.has(code)
    ? err(platformError('unavailable', code, message, { mayHaveApplied: true }))
    : refused(code, message);
}
