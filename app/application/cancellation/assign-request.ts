import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Clock } from '../shared/clock.ts';
import type { StaffNames } from '../shop/ports.ts';
import type { CancellationStore } from './ports.ts';

/**
 * Says which staff member looks after what waits for a person. It gives nobody a right and takes none: whoever may
 * answer still may.
 *
 * @param to somebody of the directory or the staff member themselves; null for nobody
 */
export async function assignRequest(
  deps: {
    readonly clock: Clock;
    readonly store: Pick<CancellationStore, 'load' | 'assign'>;
    readonly staffNames: Pick<StaffNames, 'of'>;
  },
  shop: ShopDomain,
  id: CancellationId,
  { to, by }: { readonly to: string | null; readonly by: string },
): Promise<Result<null, Refusal>> {
  if (!(await deps.store.load(shop, id))) return err({ code: 'not_found' });
  const isKnown = to === null || to === by || (await deps.staffNames.of(shop, [to])).has(to);
  if (!isKnown) return err({ code: 'staff_unknown' });
  await deps.store.assign(shop, id, { to, by, at: deps.clock.now() });
  return ok(null);
}
