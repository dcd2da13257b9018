import { type EpochMs, SECOND } from '../time.ts';
import type { EffectDefinition, EffectTypes, FailureVerdict } from './effect.ts';
import type { Failure } from './machine.ts';
import { retryDelay } from './retry.ts';

/** Until what a refused call asked for shows, one way or the other. */
const LOOK_AGAIN_AFTER = 5 * SECOND;

/**
 * What a call that did not succeed means: a refusal that the facts explain is not one any more, what may pass is
 * tried again by the table of retries, and a person is asked about the rest.
 *
 * @param definition of the effect that failed; null where it was only to be looked
 */
export function weighFailure<T extends EffectTypes, Effect>(
  definition: Pick<EffectDefinition<T, Effect, unknown>, 'refused' | 'lasts'> | null,
  state: T['state'] & { readonly attempts: number },
  { effect, problem, facts }: Failure<Effect, T['facts']>,
  now: EpochMs,
): FailureVerdict<T['event']> {
  if (problem.kind === 'refused' && effect !== null) {
    const explained = facts === null ? null : definition?.refused(state, effect, facts, now);
    if (!explained) return { then: 'ask_a_person' };
    return explained.length > 0
      ? { then: 'go_on', events: explained }
      : { then: 'try_again', at: now + LOOK_AGAIN_AFTER };
  }
  const delay = definition?.lasts?.(problem)
    ? 'ask_a_person'
    : retryDelay(problem.kind, state.attempts + 1);
  return delay === 'ask_a_person'
    ? { then: 'ask_a_person' }
    : { then: 'try_again', at: now + delay };
}
