import { againstActing } from '../../domain/authority/authority.ts';
import {
  type Bulk,
  type BulkActing,
  type BulkChoice,
  type BulkTotals,
  isSameTotals,
  totalsOf,
} from '../../domain/bulk/bulk.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ORDER_CANCEL_REASONS } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { TEXT_LIMITS, tooLong } from '../../domain/text/text-limits.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { BulkStore } from './ports.ts';

export interface DecideBulkDeps {
  readonly clock: Clock;
  readonly bulks: BulkStore;
  readonly policies: PolicyStore;
}

/**
 * Confirms a bulk as it was shown, once: whoever confirms it after somebody else, or a second time, is answered that it
 * runs. From then on it needs nobody.
 */
export async function confirmBulk(
  deps: DecideBulkDeps,
  shop: ShopDomain,
  id: string,
  by: BulkActing,
  { choice, shown }: { readonly choice: BulkChoice; readonly shown: BulkTotals },
): Promise<Result<null, readonly Refusal[]>> {
  const bulk = await deps.bulks.get(shop, id);
  if (!bulk) return err([{ code: 'bulk_not_found' }]);
  if (bulk.confirmed) return ok(null);
  if (bulk.state !== 'reviewed') return err([{ code: 'bulk_not_reviewed' }]);
  const forbidden = againstActing(await deps.policies.current(shop), ok(by.access));
  const faults: (Refusal | null)[] = [
    forbidden,
    ORDER_CANCEL_REASONS.some((known) => known === choice.reason)
      ? null
      : { code: 'unknown_reason' },
    tooLong('note_to_customer', choice.noteToCustomer, TEXT_LIMITS.noteToCustomer),
    tooLong('internal_note', choice.internalNote, TEXT_LIMITS.internalNote),
  ];
  if (faults.some(Boolean)) return err(faults.filter((fault) => fault !== null));
  const totals = totalsOf(await deps.bulks.orders(shop, id), choice.issueRefund);
  if (totals.orders === 0) return err([{ code: 'nothing_selected' }]);
  if (!isSameTotals(totals, shown)) return err([{ code: 'overtaken' }]);
  const at = deps.clock.now();
  const job = { job: { name: 'advance-bulk', shop, bulkId: id }, at } as const;
  const change = { state: 'running', confirmed: { ...by, at, choice } } as const;
  await deps.bulks.decide(shop, id, 'reviewed', change, job);
  return ok(null);
}

/** Has a bulk end after the order that is being opened; what is opened goes on. */
export async function stopBulk(
  deps: DecideBulkDeps,
  shop: ShopDomain,
  id: string,
  actor: Actor,
): Promise<Result<null, readonly Refusal[]>> {
  const bulk = await deps.bulks.get(shop, id);
  if (!bulk) return err([{ code: 'bulk_not_found' }]);
  const at = deps.clock.now();
  await deps.bulks.decide(
    shop,
    id,
    'running',
    { state: 'stopped', stopped: { actor, at }, finishedAt: at },
    null,
  );
  return ok(null);
}

/** Gives up a bulk that nobody has confirmed. */
export async function discardBulk(
  { bulks, clock }: DecideBulkDeps,
  shop: ShopDomain,
  { id, state }: Pick<Bulk, 'id' | 'state'>,
): Promise<void> {
  if (state !== 'reviewing' && state !== 'reviewed') return;
  await bulks.decide(shop, id, state, { state: 'discarded', finishedAt: clock.now() }, null);
}
