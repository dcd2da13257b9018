import type { ShopDomain } from '../../domain/ids.ts';
import type { PolicyDocument } from '../../domain/policy/document/policy.ts';
import {
  type Simulation,
  type SimulationSetup,
  emptySimulation,
  simulate,
} from '../../domain/policy/simulation.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import type { OrderHistory, PolicyStore } from './ports.ts';
import type { Clock } from '../shared/clock.ts';

/** Where it ends even if the shop has more: enough for any rule, and done in seconds. */
export const MOST_ORDERS_SIMULATED = 100_000;

export interface SimulationRequest {
  readonly draft: PolicyDocument;
  /** Orders of so many days back from now. */
  readonly days: number;
  /** When each buyer is taken to have asked. */
  readonly minutesAfterOrder: number;
  /** Ends it: what was found so far stays as it was last told. */
  readonly signal: AbortSignal;
}

/** How far a simulation is. The last one says how it ended. */
export type SimulationStep =
  | ({ readonly kind: 'progress' | 'done' } & SimulationState)
  | { readonly kind: 'failed'; readonly refusal: Refusal };

export interface SimulationState {
  readonly simulation: Simulation;
  /** Orders left out because they could not be read. */
  readonly unreadable: number;
  /** Orders there are in all, of which the newest are gone through; null when that is not known. */
  readonly total: number | null;
  readonly since: EpochMs;
  /** The platform shows this app no orders as old as was asked for: `since` is the oldest it shows. */
  readonly isShortened: boolean;
}

/**
 * Runs a draft over the shop's past orders, beside the policy in force, and tells after every page how far it
 * is. Nothing is changed. Stopped by the signal, it ends without a last step; its consumer has what it told.
 */
export async function* simulatePolicy(
  deps: {
    readonly clock: Clock;
    readonly policies: Pick<PolicyStore, 'current'>;
    readonly history: OrderHistory;
  },
  shop: ShopDomain,
  { draft, days, minutesAfterOrder, signal }: SimulationRequest,
): AsyncGenerator<SimulationStep, void, undefined> {
  const asked = deps.clock.now() - days * DAY;
  const live = await deps.policies.current(shop);
  const setup: SimulationSetup = {
    draft: { ...draft, version: live.version + 1 },
    live,
    assumption: {
      askedAfterMinutes: minutesAfterOrder,
      fulfillment: 'not_begun',
      earlierCancellations: 'none',
    },
  };
  let simulation = emptySimulation(setup);
  let unreadable = 0;
  let after: string | null = null;
  while (!signal.aborted) {
    const page = await deps.history.readPage(shop, { since: asked, after, signal });
    if (signal.aborted) return;
    if (!page.ok) {
      yield { kind: 'failed', refusal: { code: 'platform_unavailable' } };
      return;
    }
    const { orders, next, total, visibleSince } = page.value;
    unreadable += page.value.unreadable;
    const room = MOST_ORDERS_SIMULATED - simulation.orders;
    simulation = simulate(simulation, setup, orders.slice(0, room));
    const isDone = next === null || simulation.orders >= MOST_ORDERS_SIMULATED;
    yield {
      kind: isDone ? 'done' : 'progress',
      simulation,
      unreadable,
      total: total === null ? null : Math.min(total, MOST_ORDERS_SIMULATED),
      since: Math.max(asked, visibleSince ?? asked),
      isShortened: visibleSince !== null && visibleSince > asked,
    };
    if (isDone) return;
    after = next;
  }
}
