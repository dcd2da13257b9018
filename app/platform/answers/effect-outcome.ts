import type { PlatformResult } from '../../application/shared/platform.ts';
import type { EffectOutcome } from '../../domain/cancellation/events.ts';
import { err } from '../../domain/result.ts';
import type { MutationAnswer } from '../client/admin-client.ts';
import { reading } from '../client/platform-error.ts';
import { userErrorVerdict } from './verdict.ts';

interface UserError {
  readonly code?: string | null;
  readonly message: string;
}

/** A mutation's user errors are its "no"; without any it has to have brought what it was for. */
export interface Payload<Brought = EffectOutcome> {
  readonly userErrors: readonly UserError[];
  /** What in the payload shows that it was done; null where it shows nothing but the lack of user errors. */
  readonly proof: unknown;
  readonly outcome: () => Brought;
}

/**
 * What a mutation brought, read from its answer. Errors beside it leave it unknown, unless the payload is
 * complete all the same: no user errors, and what shows that it was done.
 */
export function outcomeOf<Data, Brought = EffectOutcome>(
  answer: PlatformResult<MutationAnswer<Data>>,
  read: (data: Data) => Payload<Brought>,
): PlatformResult<Brought> {
  if (!answer.ok) return answer;
  const { data, beside } = answer.value;
  const payload = reading(true, () => read(data));
  if (!payload.ok) return beside ? err(beside) : payload;
  const [first] = payload.value.userErrors;
  if (first) return err(beside ?? userErrorVerdict(first.code ?? null, first.message));
  const { proof, outcome } = payload.value;
  if (beside && (proof === null || proof === undefined)) return err(beside);
  return reading(true, outcome);
}
