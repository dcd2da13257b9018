import type { BulkStore } from '../../../app/application/bulk/ports.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import { type Bulk, type BulkOrder, offerOf } from '../../../app/domain/bulk/bulk.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';

interface Kept {
  readonly shop: ShopDomain;
  bulk: Bulk;
  orders: BulkOrder[];
}

/** Bulk cancellations, as the database keeps them. */
export function createMemoryBulks({
  nameOf,
  enqueue,
}: {
  readonly nameOf: (shop: ShopDomain, id: OrderId) => string | null;
  readonly enqueue: (job: ScheduledJob) => void;
}): BulkStore {
  const kept: Kept[] = [];
  const ofShop = (shop: ShopDomain) => kept.filter((one) => one.shop === shop);
  const find = (shop: ShopDomain, id: string) => ofShop(shop).find(({ bulk }) => bulk.id === id);
  const copy = <T>(value: T): T => structuredClone(value);
  return {
    async create(shop, { id, created, orders, next }) {
      const running = ofShop(shop).filter(({ bulk }) => bulk.state === 'running');
      const rows = orders.map(({ orderId, cancellationId }, position): BulkOrder => {
        const orderName = nameOf(shop, orderId);
        const other = running.find((one) =>
          one.orders.some((row) => row.orderId === orderId && row.status === 'planned'),
        );
        const refusals =
          orderName === null
            ? [{ code: 'order_not_found' } as const]
            : other
              ? [{ code: 'in_other_bulk', number: other.bulk.number } as const]
              : [];
        const status = refusals.length > 0 ? 'refused' : 'waiting';
        return { position, orderId, orderName, cancellationId, status, plan: null, refusals };
      });
      const bulk: Bulk = {
        id,
        number: ofShop(shop).length + 1,
        state: 'reviewing',
        created,
        confirmed: null,
        stopped: null,
        paused: null,
        finishedAt: null,
      };
      kept.push(copy({ shop, bulk, orders: rows }));
      enqueue(next);
    },
    get: async (shop, id) => copy(find(shop, id)?.bulk ?? null),
    newest: async (shop, limit) =>
      copy(
        ofShop(shop)
          .map(({ bulk }) => bulk)
          .sort((a, b) => b.number - a.number)
          .slice(0, limit),
      ),
    orders: async (shop, id) => copy(find(shop, id)?.orders ?? []),
    next: async (shop, id, status, limit) =>
      copy((find(shop, id)?.orders ?? []).filter((row) => row.status === status).slice(0, limit)),
    async settle(shop, id, position, settlement) {
      const one = find(shop, id);
      if (!one) return;
      one.orders = one.orders.map((row) =>
        row.position === position ? copy({ ...row, ...settlement }) : row,
      );
    },
    async decide(shop, id, from, { state, confirmed, stopped, finishedAt }, next) {
      const one = find(shop, id);
      if (one?.bulk.state !== from) return false;
      one.bulk = copy({
        ...one.bulk,
        state,
        confirmed: confirmed ?? one.bulk.confirmed,
        stopped: stopped ?? one.bulk.stopped,
        finishedAt: finishedAt ?? one.bulk.finishedAt,
        paused: null,
      });
      if (state === 'stopped') {
        one.orders = one.orders.map((row) =>
          row.status === 'planned' ? { ...row, status: 'not_reached' } : row,
        );
      }
      if (next) enqueue(next);
      return true;
    },
    async pause(shop, id, paused) {
      const one = find(shop, id);
      if (one) one.bulk = { ...one.bulk, paused: copy(paused) };
    },
    openedSince: async (shop, staffId) =>
      ofShop(shop).flatMap(({ bulk: { confirmed }, orders }) =>
        confirmed?.actor.kind === 'staff' &&
        confirmed.actor.staffId === staffId &&
        confirmed.choice.issueRefund
          ? orders.flatMap(({ status, plan }) => {
              const offer = plan && offerOf(plan, true);
              return status === 'opened' && offer?.ok ? [offer.amount] : [];
            })
          : [],
      ),
  };
}
