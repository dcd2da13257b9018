import { isWanted } from '../../domain/flow/triggers.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { toDecimal } from '../../domain/money.ts';
import { MINUTE } from '../../domain/time.ts';
import { type CancellationRecord, readRecord } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/log.ts';
import type { Platform, PlatformError } from '../shared/platform.ts';
import type { Queue } from '../shared/queue.ts';
import type { FlowTriggers, OwedTrigger } from './ports.ts';

export interface SendTriggersDeps {
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly flowTriggers: FlowTriggers;
  readonly log: Pick<Logger, 'error'>;
}

const AT_ONCE = 50;

/** Flow cannot be told now: what is owed stays, and the job is tried again. */
class NotTold extends Error {
  readonly retryAfter: number | null;
  constructor({ kind, retryAfter }: PlatformError) {
    super(`Flow could not be told: ${kind}`);
    this.name = 'NotTold';
    this.retryAfter = retryAfter;
  }
}

/**
 * Tells Flow what happened, the oldest first, each once its event is stored. What was told is gone; a process that
 * dies in between tells it again under the same event id, for Flow itself knows no repetition. One process tells a
 * shop's at a time; what another one was asked to tell meanwhile is among it, or comes with the next sweep.
 */
export async function sendFlowTriggers(deps: SendTriggersDeps, shop: ShopDomain): Promise<void> {
  await deps.flowTriggers.exclusively(shop, () => sendOwed(deps, shop));
}

async function sendOwed(deps: SendTriggersDeps, shop: ShopDomain): Promise<void> {
  const used = await deps.flowTriggers.used(shop);
  for (;;) {
    const owed = await deps.flowTriggers.owed(shop, AT_ONCE);
    for (const one of owed) {
      if (isWanted(used, one.trigger)) await send(deps, shop, one);
      await deps.flowTriggers.told(shop, one);
    }
    if (owed.length < AT_ONCE) return;
  }
}

async function send(deps: SendTriggersDeps, shop: ShopDomain, owed: OwedTrigger): Promise<void> {
  const record = await readRecord(deps.store, shop, owed.cancellationId);
  // Erased meanwhile.
  if (!record) return;
  const sent = await deps.platform.sendFlowTrigger(shop, owed.trigger, payloadOf(record, owed));
  if (sent.ok) return;
  if (sent.error.kind !== 'refused') throw new NotTold(sent.error);
  // It would be refused for ever, and hold up whatever comes after it.
  const { trigger, cancellationId } = owed;
  deps.log.error({ shop, trigger, cancellationId, error: sent.error }, 'Flow took no trigger');
}

/** Every field of extensions/flow-triggers; names of fields are part of merchants' workflows and stay. */
function payloadOf(
  { state }: CancellationRecord,
  { cancellationId, seq, trigger, at }: OwedTrigger,
): Readonly<Record<string, string | number | boolean>> {
  const { amount } = state.plan.refund;
  return {
    order_id: Number(state.orderId.slice(state.orderId.lastIndexOf('/') + 1)),
    'Cancellation ID': cancellationId,
    'Event ID': `${cancellationId}-${seq}`,
    'Happened at': new Date(at).toISOString(),
    'Refund amount': toDecimal(amount),
    Currency: amount.currencyCode,
    'Whole order': state.plan.refund.selection.kind === 'order',
    'Asked for by': state.request.actor.kind,
    Reason: state.request.reasonId ?? '',
    ...(trigger === 'cancellation-needs-attention'
      ? { 'Needs attention for': state.attention?.what ?? '' }
      : {}),
  };
}

export interface SweepFlowDeps {
  readonly flowTriggers: FlowTriggers;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** The net below: enqueues the telling for whoever something has been owed to for a while. */
export async function sweepFlowTriggers({
  flowTriggers,
  queue,
  clock,
}: SweepFlowDeps): Promise<void> {
  const at = clock.now();
  for (const shop of await flowTriggers.shopsOwed(at - MINUTE)) {
    await queue.enqueue({ job: { name: 'flow', shop, runId: null }, at });
  }
}
