import {
  type Bulk,
  type BulkOrder,
  isDoneAlready,
  isForLater,
  offerOf,
  pauseAfter,
} from '../../domain/bulk/bulk.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import { SECOND } from '../../domain/time.ts';
import { askedByBulk } from '../cancellation/open/asked-by-bulk.ts';
import { type OpenDeps, openCancellation } from '../cancellation/open/open-cancellation.ts';
import type { Queue } from '../shared/queue.ts';
import { againstDay } from './day-limit.ts';
import { planBulkOrder } from './plan-order.ts';
import type { BulkSettlement, BulkStore } from './ports.ts';

export interface AdvanceBulkDeps extends OpenDeps {
  readonly bulks: BulkStore;
  readonly queue: Queue;
}

/** Orders that are planned side by side. */
const PLANNED_AT_ONCE = 4;
/** After so long the job makes room for others and comes again. */
const LONGEST_RUN = 20 * SECOND;

/**
 * Takes a bulk as far as it comes: plans its orders, or opens them one after the other. May be begun any number of
 * times: an order that is settled is not met again, and one whose settlement was lost is opened under the same id,
 * which leads to what was opened then.
 */
export async function advanceBulk(
  deps: AdvanceBulkDeps,
  shop: ShopDomain,
  id: string,
): Promise<void> {
  const until = deps.clock.now() + LONGEST_RUN;
  const found = await deps.bulks.get(shop, id);
  if (!found) return;
  if (found.paused && found.paused.until > deps.clock.now()) return;
  let bulk: Bulk | null = found;
  while (bulk && (bulk.state === 'reviewing' || bulk.state === 'running')) {
    const step =
      bulk.state === 'reviewing'
        ? await planSome(deps, shop, bulk)
        : await openOne(deps, shop, bulk);
    if (step === 'later') return pause(deps, shop, bulk);
    if (step === 'on' && bulk.paused) await deps.bulks.pause(shop, id, null);
    if (deps.clock.now() >= until) return again(deps, shop, id, deps.clock.now());
    // Read anew before each order: somebody may have stopped it.
    bulk = await deps.bulks.get(shop, id);
  }
}

type Step = 'on' | 'later';

async function planSome(deps: AdvanceBulkDeps, shop: ShopDomain, bulk: Bulk): Promise<Step> {
  const { bulks } = deps;
  const waiting = await bulks.next(shop, bulk.id, 'waiting', PLANNED_AT_ONCE);
  if (waiting.length === 0) {
    await bulks.decide(shop, bulk.id, 'reviewing', { state: 'reviewed' }, null);
    return 'on';
  }
  const steps = await Promise.all(
    waiting.map(async ({ position, orderId }): Promise<Step> => {
      const planned = await planBulkOrder(deps, shop, orderId, bulk.created);
      if (!planned.ok && isForLater(planned.error)) return 'later';
      await bulks.settle(shop, bulk.id, position, settledPlan(planned));
      return 'on';
    }),
  );
  return steps.includes('later') ? 'later' : 'on';
}

function settledPlan(planned: Awaited<ReturnType<typeof planBulkOrder>>): BulkSettlement {
  if (!planned.ok) return { status: 'refused', refusals: planned.error };
  const plan = planned.value;
  const { withRefund, withoutRefund } = plan;
  if (withRefund.ok || withoutRefund.ok) return { status: 'planned', plan };
  if (isDoneAlready(withRefund.refusals))
    return { status: 'already', refusals: withRefund.refusals };
  return { status: 'refused', plan, refusals: withRefund.refusals };
}

async function openOne(deps: AdvanceBulkDeps, shop: ShopDomain, bulk: Bulk): Promise<Step> {
  const { bulks, clock } = deps;
  const { confirmed } = bulk;
  const [order] = await bulks.next(shop, bulk.id, 'planned', 1);
  if (!order || !confirmed) {
    const change = { state: 'finished', finishedAt: clock.now() } as const;
    await bulks.decide(shop, bulk.id, 'running', change, null);
    return 'on';
  }
  const settlement = await open(deps, shop, { ...bulk, confirmed }, order);
  if (settlement === null) return 'later';
  await bulks.settle(shop, bulk.id, order.position, settlement);
  return 'on';
}

/** Null where the platform does not answer. */
async function open(
  deps: AdvanceBulkDeps,
  shop: ShopDomain,
  { confirmed }: { readonly confirmed: NonNullable<Bulk['confirmed']> },
  { orderId, cancellationId, plan }: BulkOrder,
): Promise<BulkSettlement | null> {
  const { choice } = confirmed;
  const offer = plan && offerOf(plan, choice.issueRefund);
  if (!plan || !offer) throw new Error('An order is opened that was not planned');
  if (!offer.ok) return { status: 'refused', refusals: offer.refusals };
  const overDay = await againstDay(deps, shop, confirmed, offer.amount);
  if (overDay) return { status: 'refused', refusals: [overDay] };
  const underItsId = { ...deps, ids: { uuid: () => cancellationId } };
  const asker = askedByBulk(confirmed, choice, plan);
  const opened = await openCancellation(underItsId, shop, orderId, asker);
  if (opened.ok) return settledOpening(cancellationId, opened.value);
  if (isForLater(opened.error)) return null;
  return isDoneAlready(opened.error)
    ? { status: 'already', refusals: opened.error }
    : { status: 'refused', refusals: opened.error };
}

const settledOpening = (ours: CancellationId, opened: CancellationId): BulkSettlement =>
  opened === ours ? { status: 'opened' } : { status: 'already', cancellationId: opened };

async function pause(deps: AdvanceBulkDeps, shop: ShopDomain, { id, paused }: Bulk): Promise<void> {
  const tries = (paused?.tries ?? -1) + 1;
  const until = deps.clock.now() + pauseAfter(tries);
  await deps.bulks.pause(shop, id, { until, tries });
  await again(deps, shop, id, until);
}

const again = (
  { queue }: AdvanceBulkDeps,
  shop: ShopDomain,
  bulkId: string,
  at: number,
): Promise<void> => queue.enqueue({ job: { name: 'advance-bulk', shop, bulkId }, at });
