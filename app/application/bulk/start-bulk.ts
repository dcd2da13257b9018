import { againstActing } from '../../domain/authority/authority.ts';
import { type BulkActing, MOST_BULK_ORDERS } from '../../domain/bulk/bulk.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { OrderMirror } from '../order/ports.ts';
import type { OrderSearch } from '../order/order-search.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { ListCursor } from '../shared/list-page.ts';
import type { Clock, Ids } from '../shared/clock.ts';
import type { BulkStore } from './ports.ts';

export interface StartBulkDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bulks: BulkStore;
  readonly orders: OrderMirror;
  readonly policies: PolicyStore;
}

/** Orders that were chosen one by one, or all that a list shows. */
export type ChosenOrders =
  | { readonly ids: readonly OrderId[] }
  | { readonly matching: Omit<OrderSearch, 'cursor' | 'limit'> };

/** Fixes which orders it is about and has them planned; answers the bulk's id. Nothing is cancelled by it. */
export async function startBulk(
  deps: StartBulkDeps,
  shop: ShopDomain,
  by: BulkActing,
  chosen: ChosenOrders,
): Promise<Result<string, Refusal>> {
  const policy = await deps.policies.current(shop);
  const forbidden = againstActing(policy, ok(by.access));
  if (forbidden) return err(forbidden);
  const ids = 'ids' in chosen ? chosen.ids : await matching(deps.orders, shop, chosen.matching);
  const orderIds = [...new Set(ids)];
  if (orderIds.length === 0) return err({ code: 'nothing_selected' });
  if (orderIds.length > MOST_BULK_ORDERS) {
    return err({ code: 'too_many_orders', limit: MOST_BULK_ORDERS });
  }
  const id = deps.ids.uuid();
  const at = deps.clock.now();
  await deps.bulks.create(shop, {
    id,
    created: { ...by, at },
    orders: orderIds.map((orderId) => ({
      orderId,
      cancellationId: deps.ids.uuid() as CancellationId,
    })),
    next: { job: { name: 'advance-bulk', shop, bulkId: id }, at },
  });
  return ok(id);
}

/** The ids of what is searched for, in the list's order; one more than a bulk takes where there are more. */
async function matching(
  orders: OrderMirror,
  shop: ShopDomain,
  search: Omit<OrderSearch, 'cursor' | 'limit'>,
): Promise<readonly OrderId[]> {
  const ids: OrderId[] = [];
  let cursor: ListCursor | null = null;
  do {
    const page = await orders.search(shop, { ...search, cursor, limit: PAGE });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next && { side: 'after', key: page.next };
  } while (cursor !== null && ids.length <= MOST_BULK_ORDERS);
  return ids;
}

const PAGE = 250;
