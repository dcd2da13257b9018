/** What every part of the world works with. Made once, in create-world.ts. */
import type { Actor, EpochMs, Order, Shop, ShopDomain } from './model.ts';
import type { BillingBook } from './billing/app-billing.ts';
import type { BulkBook } from './bulk/bulk-operations.ts';
import type { FlowBook } from './flow/flow.ts';
import type { FileStorage } from './bulk/file-storage.ts';
import type { Apps, Installation, Ledger, Webhooks } from './contracts/contract.ts';
import type { Clock } from './clock.ts';
import type { FaultBook } from './faults.ts';
import type { Random } from './random.ts';
import type { JobBook } from './jobs.ts';
import type { EditBook } from './orders/edit-book.ts';
import type { IdempotencyBook } from './idempotency.ts';

export interface Kernel {
  readonly clock: Clock;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly faults: FaultBook;
  readonly apps: Apps;
  readonly webhooks: Webhooks;
  readonly events: EventSink;
  readonly jobs: JobBook;
  readonly bulk: BulkBook;
  readonly billing: BillingBook;
  readonly storage: FileStorage;
  readonly flow: Pick<FlowBook, 'receive'>;
  readonly edits: EditBook;
  readonly idempotency: IdempotencyBook;
  readonly shops: Map<ShopDomain, Shop>;
  /** A fresh numeric id, always below 2^53. */
  nextId(): number;
  now(): EpochMs;
  /** The Admin API request being served, for the ledger. */
  requestId: string | null;
}

/** Something the platform tells subscribers about. The payload is built only if somebody listens. */
export interface EventSink {
  emit(shop: Shop, topic: string, orderId: number | null, payload: () => object): void;
  /** To one app alone, for what concerns nobody else. */
  emitTo(installation: Installation, shop: Shop, topic: string, payload: object): void;
}

/** Puts a line on the order's timeline and stamps the order as changed. */
export function note(kernel: Kernel, order: Order, actor: Actor, message: string): void {
  order.timeline.push({ id: kernel.nextId(), at: kernel.now(), actor, message });
  touch(kernel, order);
}

export function touch(kernel: Kernel, order: Order): void {
  order.updatedAt = kernel.now();
}
