import type { EpochMs } from '../time.ts';
import type { Problem } from './problem.ts';

/** An action that was announced and has no recorded outcome: it may have happened, so read back first. */
export interface Intent<Effect> {
  readonly effect: Effect;
  readonly key: string;
}

/** What the state of every saga holds of its actions. */
export interface Underway<Effect> {
  /** Keys of the effects that are done once and were done, or given up for good. */
  readonly done: readonly string[];
  readonly intent: Intent<Effect> | null;
  /** Failed attempts of the present step in a row. */
  readonly attempts: number;
  /** Do not act before this instant. */
  readonly notBefore: EpochMs | null;
}

/** What every saga stores of an action before its outcome. */
export type UnderwayEvent<Effect> =
  /** Written before the platform is called, so that a crash leaves a trace of what may have happened. */
  | { readonly type: 'effect_intended'; readonly effect: Effect; readonly key: string }
  /** A call that did not succeed. `mayHaveApplied` = the answer was lost, so read back before trying again. */
  | {
      readonly type: 'attempt_failed';
      readonly during: string;
      readonly problem: Problem;
      readonly mayHaveApplied: boolean;
      readonly retryAt: EpochMs;
    };

/** Something moved, or nothing has begun: failures in a row are counted anew. */
export const moved = { intent: null, attempts: 0, notBefore: null } as const;

/** The action that is under way, after an announcement or a failure. */
export const underway = <Effect>(
  { attempts }: Pick<Underway<Effect>, 'attempts'>,
  event: UnderwayEvent<Effect>,
): Partial<Underway<Effect>> =>
  event.type === 'effect_intended'
    ? { intent: { effect: event.effect, key: event.key } }
    : { attempts: attempts + 1, notBefore: event.retryAt };

/** With effects that are not to be done again. */
export const withDone = (
  { done }: Pick<Underway<unknown>, 'done'>,
  ...keys: readonly string[]
): Pick<Underway<unknown>, 'done'> => ({ done: [...done, ...keys] });
