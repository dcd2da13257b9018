import { type Command, decide } from '../../../domain/cancellation/machine/decide.ts';
import {
  type CancellationTypes,
  cancellationMachine,
} from '../../../domain/cancellation/machine/machine.ts';
import { fold } from '../../../domain/cancellation/machine/evolve.ts';
import { type Cancellation, isFinal } from '../../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../../domain/ids.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { jobAt } from './cancellation-job.ts';
import { withEvents } from '../../../domain/saga/machine.ts';
import type { CancellationStore, CancellationTexts } from '../ports.ts';
import type { Clock } from '../../shared/clock.ts';

export interface ChangeDeps {
  readonly clock: Clock;
  readonly store: CancellationStore;
}

const TRIES = 5;

/**
 * Puts a person's decision to a cancellation and stores what follows from it, together with the job that
 * carries it out. When the engine appended in between, the decision is made again on the newer state.
 *
 * @param permit what else stands against it in the state that it is decided on; null for nothing
 */
export async function changeCancellation(
  deps: ChangeDeps,
  shop: ShopDomain,
  id: CancellationId,
  command: Command,
  texts: Partial<CancellationTexts> = {},
  permit: (state: Cancellation) => Refusal | null = () => null,
): Promise<Result<Cancellation, Refusal>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const stored = await deps.store.load(shop, id);
    if (!stored) return err({ code: 'not_found' });
    const state = fold(stored.events, id);
    const refusal = permit(state);
    if (refusal) return err(refusal);
    const now = deps.clock.now();
    const decision = decide(state, command, now);
    if (!decision.ok) return decision;
    const after = withEvents<CancellationTypes>(
      cancellationMachine,
      state,
      decision.value,
      now,
      id,
    );
    const appended = await deps.store.append(shop, id, {
      expectedSeq: state.seq,
      events: decision.value,
      at: now,
      status: after.status,
      texts,
      wakeAt: isFinal(after.status) ? null : now,
      next: jobAt(shop, id, now),
    });
    if (appended === 'appended') return ok(after);
  }
  throw new Error(`Cancellation ${id} changed ${TRIES} times while one decision was being stored`);
}
