import { hasCancelledOrder, isFinal } from '../../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { readLatest } from '../cancellation/cancellation-record.ts';
import { nudgeCancellations } from '../cancellation/nudge/nudge-cancellations.ts';
import type { KeptFacts, ReportedOrder } from '../order/ports.ts';
import type { PlatformError } from '../shared/platform.ts';
import type { Queue } from '../shared/queue.ts';
import type { StoredWebhook, WebhookEvent } from './ports.ts';
import {
  type RecordOutsideDeps,
  recordOutsideCancellation,
} from '../cancellation/record-outside-cancellation.ts';
import { enqueueRefresh } from '../order/refresh-order.ts';
import { type RereadDeps, rereadOrders } from '../order/unreadable-orders.ts';
import { isTooOldToBeShown } from '../order/why-not-shown.ts';

export interface OrderWebhookDeps extends RecordOutsideDeps, RereadDeps {
  readonly queue: Queue;
  /** Left out where nothing is kept to be shown. An order that is listed in a newer state needs no telling. */
  readonly keptFacts?: Pick<KeptFacts, 'forget'>;
}

/** A webhook that cannot be applied now; the queue tries it again later. */
export class WebhookNotApplied extends Error {
  readonly retryAfter: number | null;

  constructor(
    topic: string,
    { kind, retryAfter }: { readonly kind: string; readonly retryAfter: number | null },
  ) {
    super(`Webhook ${topic} could not be applied: ${kind}`);
    this.name = 'WebhookNotApplied';
    this.retryAfter = retryAfter;
  }
}

export type OrderEvent = Extract<
  WebhookEvent,
  { kind: `order_${string}` | 'fulfillment_order_touched' }
>;

/** A webhook that says something of an order. */
export interface OrderReport {
  readonly webhook: StoredWebhook;
  readonly event: OrderEvent;
}

export const isOfOrder = (event: WebhookEvent): event is OrderEvent =>
  event.kind.startsWith('order_') || event.kind === 'fulfillment_order_touched';

/** The order that is meant; null when the platform shows none. */
export async function orderOf(
  deps: OrderWebhookDeps,
  shop: ShopDomain,
  topic: string,
  event: OrderEvent,
): Promise<OrderId | null> {
  if (event.kind === 'order_changed') return event.snapshot.id;
  if (event.kind !== 'fulfillment_order_touched') return event.orderId;
  const read = await deps.platform.readOrderIdOf(shop, event.fulfillmentOrderId);
  if (!read.ok) throw new WebhookNotApplied(topic, read.error);
  return read.value;
}

/**
 * Applies all that webhooks say of one order at once, whatever the order they came in. Throws `WebhookNotApplied`
 * when the platform has to be asked and does not answer.
 */
export async function applyToOrder(
  deps: OrderWebhookDeps,
  shop: ShopDomain,
  orderId: OrderId,
  reports: readonly OrderReport[],
): Promise<void> {
  const topic = [...new Set(reports.map(({ webhook }) => webhook.topic))].join(', ');
  const said = new Set(reports.map(({ event }) => event.kind));
  const snapshots = reports.flatMap(({ event }) =>
    event.kind === 'order_changed' ? [event.snapshot] : [],
  );
  const isTouched = said.has('order_touched') || said.has('fulfillment_order_touched');
  if (isTouched || said.has('order_deleted')) await deps.keptFacts?.forget(shop, orderId);
  if (said.has('order_unreadable')) {
    // Read at the source, it may be readable all the same; if not, it is set aside there.
    const read = await rereadOrders(deps, shop, [orderId]);
    if (!read.ok) throw new WebhookNotApplied(topic, read.error);
  }
  if (said.has('order_deleted')) await removeIfGone(deps, shop, topic, orderId);
  const [first, ...others] = snapshots;
  const listed = first ? await report(deps, shop, topic, [first, ...others]) : NOTHING_SAID;
  if (!listed && said.size === 1) return;
  // What was touched is not told: the news does not say what the order is like now.
  if (isTouched || listed?.inDoubt) await enqueueRefresh(deps, shop, orderId);
  const { live } = await nudgeCancellations(deps, shop, orderId);
  // A live cancellation finds out by itself that somebody was faster.
  if (listed?.isCancelled && live === null) await recordUnlessKnown(deps, shop, topic, orderId);
}

/** What webhooks say of an order that this shop shows. */
interface Listed {
  /** The order has to be read to know what is true of it. */
  readonly inDoubt: boolean;
  readonly isCancelled: boolean;
}

const NOTHING_SAID: Listed = { inDoubt: false, isCancelled: false };

/**
 * Brings what is listed of an order up to what webhooks say; null when this shop does not show it. Of one that is
 * listed the reports are believed, for its id is no other shop's; one that is new is read instead.
 */
async function report(
  deps: OrderWebhookDeps,
  shop: ShopDomain,
  topic: string,
  snapshots: readonly [ReportedOrder, ...ReportedOrder[]],
): Promise<Listed | null> {
  const merged = await deps.orders.report(shop, snapshots);
  if (merged !== 'unknown') {
    const isCancelled = snapshots.some(({ cancelledAt }) => cancelledAt !== null);
    return { inDoubt: merged === 'in_doubt', isCancelled };
  }
  const [{ id }] = snapshots;
  const read = await rereadOrders(deps, shop, [id]);
  if (!read.ok && !isNotInstalled(read.error)) throw new WebhookNotApplied(topic, read.error);
  const order = await deps.orders.get(shop, id);
  return order && { inDoubt: false, isCancelled: order.cancelledAt !== null };
}

/**
 * An order leaves the lists once the platform shows it no more. Of one that is too old to be shown to the app
 * nobody knows: it stays.
 */
async function removeIfGone(
  deps: OrderWebhookDeps,
  shop: ShopDomain,
  topic: string,
  orderId: OrderId,
): Promise<void> {
  const read = await deps.platform.readSnapshots(shop, [orderId]);
  if (!read.ok) {
    if (isNotInstalled(read.error)) return;
    throw new WebhookNotApplied(topic, read.error);
  }
  const { orders, unreadable } = read.value;
  if (orders.length > 0) await deps.orders.upsert(shop, orders);
  if (orders.length + unreadable.length > 0) return;
  const known = await deps.orders.get(shop, orderId);
  if (known && isTooOldToBeShown(known, deps.clock.now())) return;
  await deps.orders.remove(shop, orderId);
  await deps.unreadable.takeBack(shop, [orderId]);
}

/** Nothing of such a shop is to be listed. */
const isNotInstalled = ({ kind }: PlatformError): boolean => kind === 'unauthorized';

/** After a cancellation of the whole order there is nothing left that others could cancel. */
async function recordUnlessKnown(
  deps: OrderWebhookDeps,
  shop: ShopDomain,
  topic: string,
  orderId: OrderId,
): Promise<void> {
  const latest = await readLatest(deps.store, shop, orderId);
  if (latest && (!isFinal(latest.state.status) || hasCancelledOrder(latest.state))) return;
  const recorded = await recordOutsideCancellation(deps, shop, orderId);
  if (!recorded.ok) throw new WebhookNotApplied(topic, recorded.error);
  // Its amounts are not final yet: the queue brings it again, with longer and longer pauses.
  if (recorded.value === 'not_over') {
    throw new WebhookNotApplied(topic, { kind: 'the cancel is not over', retryAfter: null });
  }
}
