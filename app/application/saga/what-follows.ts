import {
  type CommandOf,
  type Machine,
  type SagaTypes,
  type StepOf,
  withEvents,
} from '../../domain/saga/machine.ts';
import type { EpochMs } from '../../domain/time.ts';

export type EffectStep<T extends SagaTypes> = Extract<StepOf<T>, { do: 'effect' }>;

/** Decisions take one or two more with them; far more mean that they turn in a circle. */
const MOST_AT_ONCE = 20;

/**
 * Events with those that follow from them before anything is asked of anybody: what the machine decides by itself,
 * and the announcement of the effect that comes next, which is then to be done without asking the machine again.
 * They are stored together.
 */
export function withWhatFollows<T extends SagaTypes>(
  state: T['state'],
  decided: readonly T['event'][],
  by: {
    readonly machine: Machine<T>;
    readonly now: EpochMs;
    readonly id: T['id'];
    readonly nudged: boolean;
    readonly decide: (state: T['state'], command: CommandOf<T>) => readonly T['event'][];
  },
): {
  readonly after: T['state'];
  readonly events: readonly T['event'][];
  /** Null when no effect follows. */
  readonly announced: EffectStep<T> | null;
} {
  const { machine, now, id, nudged, decide } = by;
  const events = [...decided];
  let after = withEvents<T>(machine, state, decided, now, id);
  for (let steps = 0; steps < MOST_AT_ONCE; steps += 1) {
    const step = machine.next(after, now, nudged);
    const command = commandOf(step);
    const more = command ? decide(after, command) : [];
    if (more.length === 0) break;
    events.push(...more);
    after = withEvents<T>(machine, after, more, now, id);
    if (step.do === 'effect') return { after, events, announced: step };
  }
  return { after, events, announced: null };
}

/** What a step comes to as long as nobody outside is asked; null when it asks somebody. */
function commandOf<T extends SagaTypes>(step: StepOf<T>): CommandOf<T> | null {
  if (step.do === 'command') return step.command;
  if (step.do !== 'effect' || step.announced) return null;
  return { type: 'intend', effect: step.effect, key: step.key };
}
