import type { EpochMs } from '../time.ts';
import type { Problem } from './problem.ts';
import type { Intent } from './underway.ts';

/** What the effects of one saga have in common. */
export interface EffectTypes {
  readonly state: unknown;
  readonly event: unknown;
  readonly facts: unknown;
  /** A way on that a person may choose. */
  readonly choice: string;
}

/** All that the pure half of a saga knows of one kind of effect. */
export interface EffectDefinition<T extends EffectTypes, Effect, Outcome> {
  /**
   * The same for every attempt at an action, another for every other action. It is the platform's idempotency key,
   * a hold's handle and the mark in notes, so it follows from the state alone.
   */
  key(state: T['state'], effect: Effect): string;
  /**
   * Whether what it acts on is read before it is asked for again, and after it was refused. What is not repeats under
   * its key without harm, whatever is there.
   */
  readonly isReadBack: boolean;
  /** Finds it in what the platform shows: its outcome, or null when it did not happen. By looking, never by guessing. */
  recognise(intent: Intent<Effect>, facts: T['facts']): Outcome | null;
  /** What is recorded once it was done, now or before its answer got lost. */
  succeeded(effect: Effect, outcome: Outcome): readonly T['event'][];
  /**
   * What a refusal means where the facts explain it, and what then follows: no events while it does not show yet.
   * Null where they do not explain it: a person is asked.
   */
  refused(
    state: T['state'],
    effect: Effect,
    facts: T['facts'],
    now: EpochMs,
  ): readonly T['event'][] | null;
  /** Whether a failure other than a refusal is a last word, so that asking again changes nothing. */
  lasts?(problem: Problem): boolean;
  /** The ways on a person has when it stands still: each leads to an end, also where it is never done. */
  choices(state: T['state']): readonly T['choice'][];
}

/** What it means that a call did not succeed. */
export type FailureVerdict<Event> =
  | { readonly then: 'go_on'; readonly events: readonly Event[] }
  | { readonly then: 'try_again'; readonly at: EpochMs }
  | { readonly then: 'ask_a_person' };
