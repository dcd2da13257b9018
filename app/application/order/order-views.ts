import type { Clock, Ids } from '../shared/clock.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';

/** A search of the order list that somebody keeps under a name. */
export interface OrderView {
  readonly id: string;
  readonly name: string;
  /** As the list's address says it, without its place in the list. */
  readonly query: string;
  /** Of whom it is; null for everybody in the shop. */
  readonly staffId: string | null;
  readonly createdAt: EpochMs;
}

export interface OrderViews {
  /** Everybody's and this person's own, the oldest first. */
  list(shop: ShopDomain, staffId: string): Promise<readonly OrderView[]>;
  add(shop: ShopDomain, view: OrderView): Promise<void>;
  /** Changes one that is everybody's or this person's own; false when there is none. */
  change(
    shop: ShopDomain,
    staffId: string,
    id: string,
    change: Partial<Pick<OrderView, 'name' | 'query'>>,
  ): Promise<boolean>;
  remove(shop: ShopDomain, staffId: string, id: string): Promise<boolean>;
}

export type OrderViewChange =
  | {
      readonly do: 'add';
      readonly name: string;
      readonly query: string;
      readonly isShared: boolean;
    }
  | { readonly do: 'rename'; readonly id: string; readonly name: string }
  | { readonly do: 'save'; readonly id: string; readonly query: string }
  | { readonly do: 'remove'; readonly id: string };

/** Tabs beyond so many help nobody. */
const MOST_VIEWS = 50;

/** Keeps, renames, saves or removes a view of somebody's; answers the views as they are then. */
export async function changeOrderViews(
  deps: { readonly orderViews: OrderViews; readonly ids: Ids; readonly clock: Clock },
  shop: ShopDomain,
  staffId: string,
  change: OrderViewChange,
): Promise<Result<{ readonly changed: string | null }, Refusal>> {
  const { orderViews } = deps;
  const known = await orderViews.list(shop, staffId);
  const hasName = (name: string) =>
    known.some((view) => view.name === name && !('id' in change && view.id === change.id));
  if ('name' in change && hasName(change.name)) return err({ code: 'view_name_taken' });
  if (change.do === 'add') {
    if (known.length >= MOST_VIEWS) return err({ code: 'too_many_views', limit: MOST_VIEWS });
    const id = deps.ids.uuid();
    const { name, query, isShared } = change;
    const createdAt = deps.clock.now();
    await orderViews.add(shop, { id, name, query, staffId: isShared ? null : staffId, createdAt });
    return ok({ changed: id });
  }
  if (change.do === 'remove') {
    // One that somebody else has removed is gone, as was wished.
    await orderViews.remove(shop, staffId, change.id);
    return ok({ changed: null });
  }
  const changed = change.do === 'rename' ? { name: change.name } : { query: change.query };
  const isThere = await orderViews.change(shop, staffId, change.id, changed);
  return isThere ? ok({ changed: change.id }) : err({ code: 'view_not_found' });
}
