import type { OrderFacts } from '../../order/facts.ts';
import type { EffectDefinition } from '../../saga/effect.ts';
import type { Recorded } from '../../saga/machine.ts';
import type { Problem } from '../../saga/problem.ts';
import type { EpochMs } from '../../time.ts';
import type {
  AttentionChoice,
  CancellationEvent,
  EffectName,
  EffectOf,
  EffectShapes,
  OutcomeOf,
} from '../events.ts';
import type { Observation } from '../observation.ts';
import type { ProgressKey } from '../progress/progress-step.ts';
import type { Cancellation } from '../state.ts';

export interface CancellationEffectTypes {
  readonly state: Cancellation;
  readonly event: CancellationEvent;
  readonly facts: OrderFacts;
  readonly choice: AttentionChoice;
}

/** What an event that an effect records makes of the state. */
type Folds<Name extends EffectName> = {
  readonly [Type in keyof EffectShapes[Name]['records']]: {
    fold(
      state: Cancellation,
      event: Recorded<{ readonly type: Type } & EffectShapes[Name]['records'][Type]>,
    ): Cancellation;
  }['fold'];
};

/** All that is known of one kind of effect of a cancellation. */
export interface CancellationEffect<Name extends EffectName> extends EffectDefinition<
  CancellationEffectTypes,
  EffectOf<Name>,
  OutcomeOf<Name>
> {
  /** The effect after which the way leads only forward. */
  readonly isPivot?: boolean;
  /** When it is due once; without it, a step of the machine's own asks for it. */
  readonly due?: {
    /** Before any money goes back, or once all of it was sent. */
    readonly stage: 'before_money' | 'after_money';
    /** The effect; null when it is done, or not wanted. */
    effect(state: Cancellation): EffectOf<Name> | null;
  };
  /** How long it may be at work counts from the last time that it was asked for: each time is announced. */
  readonly isAnnouncedAgain?: boolean;
  /** What to look at while one whose answer was lost may still be at work; null when it is to be read back. */
  showsLate?(state: Cancellation, now: EpochMs): Observation | null;
  /** What its announcement makes of the state. */
  intended?(state: Cancellation, at: EpochMs): Partial<Cancellation>;
  /** What its events make of the state. */
  readonly records: Folds<Name>;
  /** What follows where it was announced and shows nowhere, before it is asked for again. */
  undone?(state: Cancellation, order: OrderFacts, now: EpochMs): readonly CancellationEvent[];
  /** What follows once asking again makes no sense, where that is no question about the platform. */
  standsStill?(effect: EffectOf<Name>, problem: Problem): CancellationEvent;
  /** What the order says while a person is asked about its refusal: whether that settles the question. */
  whileAsked?(
    state: Cancellation,
    order: OrderFacts,
    now: EpochMs,
  ): { readonly settles: boolean; readonly events: readonly CancellationEvent[] };
  /**
   * What a choice that closes it makes of the state.
   *
   * @param asked the state in which a person was asked
   * @param on the same, going on, with nothing announced
   */
  readonly closedBy?: Readonly<
    Partial<Record<AttentionChoice, (asked: Cancellation, on: Cancellation) => Cancellation>>
  >;
  /** The steps of the progress that it may be about: the first of them that is on the way is meant. */
  readonly steps: readonly ProgressKey[];
}
