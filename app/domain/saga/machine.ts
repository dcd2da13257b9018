import type { Result } from '../result.ts';
import type { EpochMs } from '../time.ts';
import type { Problem } from './problem.ts';
import type { Intent } from './underway.ts';

/** What one kind of saga is made of. Each saga says it once, and everything about it takes it from there. */
export interface SagaTypes {
  readonly id: string;
  /** The fold of its events. */
  readonly state: { readonly seq: number; readonly status: string };
  readonly event: { readonly type: string };
  /** One action outside the app. Holds all it needs, so that what was intended is exactly what is done. */
  readonly effect: { readonly kind: string };
  /** What a successful effect brought. */
  readonly outcome: unknown;
  /** What has to be read from the platform before anything can be decided. */
  readonly observation: string;
  /** What was read, in which an effect that was done can be found. */
  readonly facts: unknown;
  /** What it makes of what was read, what it decides by itself, what people ask of it. */
  readonly command: { readonly type: string };
}

/** An event as it is stored: numbered from 1 without gaps, with the instant it was decided. */
export type Recorded<Event> = Event & { readonly seq: number; readonly at: EpochMs };

export type NextStep<Effect, Observation, Command> =
  /** Announce it (unless it is announced already: then read back first), do it, record what came of it. */
  | ({ readonly do: 'effect'; readonly announced: boolean } & Intent<Effect>)
  | { readonly do: 'observe'; readonly what: Observation }
  | { readonly do: 'command'; readonly command: Command }
  /** `look`: when its time comes it is looked at again, as if the platform had reported a change. */
  | { readonly do: 'wait'; readonly until: EpochMs; readonly look: boolean }
  | { readonly do: 'nothing' };

/** A call that did not succeed. `effect` is null where it was only to be looked. */
export interface Failure<Effect, Facts> {
  readonly during: string;
  readonly effect: Effect | null;
  readonly problem: Problem;
  readonly mayHaveApplied: boolean;
  /** Given when the platform refused: what it shows now says whether the refusal still matters. */
  readonly facts: Facts | null;
}

/** What the runner reports to a machine, whatever the saga is about. */
export type Report<Effect, Outcome, Facts> =
  /** No event follows where it was announced already, or is not wanted any more. */
  | ({ readonly type: 'intend' } & Intent<Effect>)
  /** It was done, now or before its answer got lost. */
  | { readonly type: 'succeeded'; readonly effect: Effect; readonly outcome: Outcome }
  | ({ readonly type: 'failed' } & Failure<Effect, Facts>)
  /** What was announced shows nowhere: it was not done, and is about to be asked for again. */
  | { readonly type: 'saw_undone'; readonly facts: Facts }
  /** What the saga is about is not there any more. */
  | { readonly type: 'saw_gone' };

/** The same by the saga's types. */
export type StepOf<T extends SagaTypes> = NextStep<T['effect'], T['observation'], T['command']>;
export type CommandOf<T extends SagaTypes> =
  | T['command']
  | Report<T['effect'], T['outcome'], T['facts']>;

/** The pure half of a saga, as a value: what the runner asks, and nothing else. */
export interface Machine<T extends SagaTypes> {
  /** The state after an event; null is the state before the first. */
  readonly evolve: (
    state: T['state'] | null,
    event: Recorded<T['event']>,
    id: T['id'],
  ) => T['state'];
  /** What to do now. `nudged`: the platform has just reported a change, so look before the planned time. */
  readonly next: (state: T['state'], now: EpochMs, nudged: boolean) => StepOf<T>;
  /** The events that follow, none when nothing new is known; a refusal of a command that does not fit. */
  readonly decide: (
    state: T['state'],
    command: CommandOf<T>,
    now: EpochMs,
  ) => Result<readonly T['event'][], { readonly code: string }>;
  /** Finds an announced action in what the platform shows: its outcome, or null when it did not happen. */
  readonly recognise: (intent: Intent<T['effect']>, facts: T['facts']) => T['outcome'] | null;
  /** Whether what it acts on is read before it is asked for again, and after it was refused. */
  readonly isReadBack: (effect: T['effect']) => boolean;
  /** Since when it is over; null while it is live. */
  readonly overSince: (state: T['state']) => EpochMs | null;
  /** When to look again after an observation that changed nothing. */
  readonly lookAgainAt: (state: T['state'], what: T['observation'], now: EpochMs) => EpochMs;
}

/** The state after events that are about to be stored. */
export const withEvents = <T extends SagaTypes>(
  { evolve }: Pick<Machine<T>, 'evolve'>,
  state: T['state'],
  events: readonly T['event'][],
  at: EpochMs,
  id: T['id'],
): T['state'] =>
  events.reduce<T['state']>((s, event) => evolve(s, { ...event, seq: s.seq + 1, at }, id), state);

/** A whole history folded; null for an empty one. */
export const folded = <T extends SagaTypes>(
  { evolve }: Pick<Machine<T>, 'evolve'>,
  events: readonly Recorded<T['event']>[],
  id: T['id'],
): T['state'] | null => events.reduce<T['state'] | null>((s, event) => evolve(s, event, id), null);
