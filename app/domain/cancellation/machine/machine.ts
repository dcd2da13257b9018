import type { CancellationId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import type { Machine } from '../../saga/machine.ts';
import { effectNamed, recognise } from '../effects/effects.ts';
import type { CancellationEvent, Effect, EffectOutcome } from '../events.ts';
import { type Cancellation, isFinal } from '../state.ts';
import { type Command, decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { lookAgainAt, next } from './next.ts';
import type { Observation } from '../observation.ts';

/** What a cancellation is made of, for the runner of all sagas. */
export interface CancellationTypes {
  readonly id: CancellationId;
  readonly state: Cancellation;
  readonly event: CancellationEvent;
  readonly effect: Effect;
  readonly outcome: EffectOutcome;
  readonly observation: Observation;
  readonly facts: OrderFacts;
  readonly command: Command;
}

/** The pure half of a cancellation. */
export const cancellationMachine: Machine<CancellationTypes> = {
  evolve,
  next,
  decide,
  recognise,
  isReadBack: ({ kind }) => effectNamed(kind).isReadBack,
  overSince: ({ status, since }) => (isFinal(status) ? since : null),
  lookAgainAt,
};
