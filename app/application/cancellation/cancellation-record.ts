import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import { fold } from '../../domain/cancellation/machine/evolve.ts';
import {
  type Cancellation,
  isBeforePivot,
  isFinal,
  isPartial,
} from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import { cancelledBefore } from '../../domain/refund/shares/cancelled-before.ts';
import type { CancelledBefore } from '../../domain/refund/plan/refund-plan.ts';
import type { CancellationStore, CancellationTexts } from './ports.ts';

/** A cancellation with all that is stored of it. */
export interface CancellationRecord {
  readonly state: Cancellation;
  readonly events: readonly RecordedEvent[];
  readonly texts: CancellationTexts;
  /** Milliseconds that the next step is overdue while nothing happens; null when nothing is due. */
  readonly overdueBy?: number | null;
}

/** A cancellation of this shop by its id; null when there is none. */
export async function readRecord(
  store: CancellationStore,
  shop: ShopDomain,
  id: CancellationId,
): Promise<CancellationRecord | null> {
  const stored = await store.load(shop, id);
  if (!stored) return null;
  const state = fold(stored.events, id);
  const overdueBy = isFinal(state.status) ? null : await store.overdueBy(shop, id);
  return { state, events: stored.events, texts: stored.texts, overdueBy };
}

/** Several in one read; what the shop does not have is missing in the map. */
export async function readRecords(
  store: CancellationStore,
  shop: ShopDomain,
  ids: readonly CancellationId[],
): Promise<ReadonlyMap<CancellationId, CancellationRecord>> {
  const stored = await store.loadAll(shop, [...new Set(ids)]);
  return new Map(
    [...stored].map(([id, { events, texts, overdueBy }]) => [
      id,
      { state: fold(events, id), events, texts, overdueBy },
    ]),
  );
}

/** The newest cancellation of an order, live or ended. */
export async function readLatest(
  store: CancellationStore,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<CancellationRecord | null> {
  const id = await store.findLatest(shop, orderId);
  return id && readRecord(store, shop, id);
}

/** Every cancellation of an order, newest first. */
export async function readAll(
  store: CancellationStore,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<readonly CancellationRecord[]> {
  const ids = await store.findAll(shop, orderId);
  const records = await Promise.all(ids.map((id) => readRecord(store, shop, id)));
  return records.filter((record) => record !== null);
}

/**
 * What the order's cancellations that are over gave and took, for the plan of the next one. What was cancelled
 * elsewhere gave whatever the platform shows, and nothing can follow it.
 */
export function cancelledBeforeOf(
  records: readonly Pick<CancellationRecord, 'state'>[],
  currencyCode: string,
): CancelledBefore {
  const plans = records
    .filter(({ state }) => isFinal(state.status) && !isBeforePivot(state) && isPartial(state))
    .map(({ state }) => state.plan.refund);
  return cancelledBefore(plans, currencyCode);
}

/**
 * Whether a cancellation is what somebody gets who wants to begin one: it is under way, or has come since
 * their page was read. So a double click, a second tab and two people lead to one.
 */
export const isNews = (cancellation: Cancellation, known: CancellationId | null): boolean =>
  !isFinal(cancellation.status) || cancellation.id !== known;
