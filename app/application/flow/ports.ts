import type { FlowAction, FlowWishes } from '../../domain/flow/actions.ts';
import type { FlowTrigger } from '../../domain/flow/triggers.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { EpochMs } from '../../domain/time.ts';

/** One step of a workflow that asks something of the app. Flow repeats it under the same id until it is answered. */
export interface FlowRun {
  /** Flow's `action_run_id`. */
  readonly id: string;
  readonly action: FlowAction;
  /** Null when Flow named none that can be read. */
  readonly orderId: OrderId | null;
  readonly wishes: FlowWishes;
  /** As the merchant calls the workflow; null where they did not say. */
  readonly workflow: string | null;
  readonly receivedAt: EpochMs;
}

/** What became of a run. */
export type FlowOutcome =
  | { readonly state: 'waiting' }
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] };

/** What Flow asked for: each run once, whatever comes how often. */
export interface FlowRuns {
  /** Stores a run with its job in one transaction, unless it is known; answers what became of it so far. */
  receive(shop: ShopDomain, run: FlowRun): Promise<FlowOutcome>;
  /** A run that is not settled; null for one that is, or that is not known. */
  waiting(shop: ShopDomain, runId: string): Promise<FlowRun | null>;
  settle(
    shop: ShopDomain,
    runId: string,
    outcome: Exclude<FlowOutcome, { state: 'waiting' }>,
    at: EpochMs,
  ): Promise<void>;
  /** Forgets what came before an instant, of all shops; returns how many. */
  forget(receivedBefore: EpochMs): Promise<number>;
}

/** An event that Flow is to be told of. */
export interface OwedTrigger {
  readonly cancellationId: CancellationId;
  /** The event's number in its cancellation's history. */
  readonly seq: number;
  readonly trigger: FlowTrigger;
  readonly at: EpochMs;
}

/** What Flow is to be told: noted with the event itself, gone once it was told. */
export interface FlowTriggers {
  /** Whether workflows begin with what Flow calls by this name; of two notes the one of the later instant counts. */
  noteUse(
    shop: ShopDomain,
    definition: string,
    use: { readonly isUsed: boolean; readonly at: EpochMs },
  ): Promise<void>;
  /** The names of those in use. */
  used(shop: ShopDomain): Promise<readonly string[]>;
  /** The oldest first. */
  owed(shop: ShopDomain, limit: number): Promise<readonly OwedTrigger[]>;
  told(shop: ShopDomain, owed: Pick<OwedTrigger, 'cancellationId' | 'seq'>): Promise<void>;
  /** Runs `work` while no other process tells the same shop's; `busy` when one does. */
  exclusively<T>(shop: ShopDomain, work: () => Promise<T>): Promise<{ readonly done: T } | 'busy'>;
  /** Shops that something was owed to before an instant. */
  shopsOwed(before: EpochMs): Promise<readonly ShopDomain[]>;
}
