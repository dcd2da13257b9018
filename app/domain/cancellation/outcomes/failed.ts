import type { OrderFacts } from '../../order/facts.ts';
import type { Failure } from '../../saga/machine.ts';
import { weighFailure } from '../../saga/weigh-failure.ts';
import type { EpochMs } from '../../time.ts';
import { attention } from '../choices/verdicts.ts';
import type { AttentionChoice, CancellationEvent, Effect } from '../events.ts';
import type { Cancellation } from '../state.ts';
import type { CancellationEffectTypes } from '../effects/definition.ts';
import { effectNamed, effectOfStep } from '../effects/effects.ts';
import { SETTLE, SKIP, stopOrSettle } from '../choices/standstill-choices.ts';

/** What follows from a call that did not succeed. */
export function failed(
  state: Cancellation,
  failure: Failure<Effect, OrderFacts>,
  now: EpochMs,
): readonly CancellationEvent[] {
  const { during, effect, problem, mayHaveApplied } = failure;
  // Not to know whether the question still stands leaves it standing, with the ways on that fit it.
  if (state.status === 'needs_attention' && effect === null) return [];
  const definition = effect && effectNamed(effect.kind);
  const verdict = weighFailure<CancellationEffectTypes, Effect>(definition, state, failure, now);
  switch (verdict.then) {
    case 'go_on':
      return verdict.events;
    case 'try_again':
      return [{ type: 'attempt_failed', during, problem, mayHaveApplied, retryAt: verdict.at }];
    case 'ask_a_person':
      if (effect && definition?.standsStill) return [definition.standsStill(effect, problem)];
      return [
        attention(
          effect && problem.kind === 'refused'
            ? {
                what: 'platform_refused',
                step: effect.kind,
                problem,
                choices: waysOnWithout(state, effect.kind),
              }
            : {
                what: 'platform_unreachable',
                step: during,
                problem,
                choices: waysOnWithout(state, during),
              },
        ),
      ];
  }
}

/** Every way on leads to an end, also where the platform never does the step, or shows what it looks for. */
function waysOnWithout(state: Cancellation, step: string): readonly AttentionChoice[] {
  const effect = effectOfStep(step);
  if (effect) return effect.choices(state);
  if (step === 'money') return SETTLE;
  return step === 'own_holds' ? SKIP : stopOrSettle(state);
}
