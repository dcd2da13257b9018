import type pg from 'pg';

import { pageOf } from '../../application/shared/list-page.ts';
import type {
  CancellationFilter,
  CancellationStore,
  CancellationSummary,
} from '../../application/cancellation/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import { type CancellationStatus, isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { readStored } from './stored-cancellations.ts';

type Lists = Pick<CancellationStore, 'latestStatuses' | 'list' | 'lists' | 'loadAll' | 'waiting'>;

const COLUMNS = `id, order_id, order_name, status, requested_by, reason_id, amount_minor, currency_code,
  opened_at, updated_at`;

/** What lists read of cancellations: a few statements for a page, however many rows it has. */
export function cancellationLists(pool: pg.Pool): Lists {
  return {
    async latestStatuses(shop, orderIds) {
      const { rows } = await pool.query<{ order_id: OrderId; status: CancellationStatus }>(
        `SELECT DISTINCT ON (order_id) order_id, status FROM cancellations
         WHERE shop = $1 AND order_id = ANY ($2) ORDER BY order_id, opened_at DESC, id DESC`,
        [shop, orderIds],
      );
      return new Map(rows.map(({ order_id, status }) => [order_id, status]));
    },

    async list(shop, { before, ...filter }) {
      const { rows } = await pool.query<SummaryRow>(
        `SELECT ${COLUMNS} FROM cancellations
         WHERE ${condition(filter, 2)}
           AND ($3::timestamptz IS NULL OR (opened_at, id) < ($3, $4::uuid))
         ORDER BY opened_at DESC, id DESC LIMIT $5`,
        [
          ...[shop, filter.statuses ?? null, before ? new Date(before.openedAt) : null],
          ...[before?.id ?? null, filter.limit],
        ],
      );
      return rows.map(summary);
    },

    async lists(shop, filters) {
      if (filters.length === 0) return [];
      const parts = filters.map(
        (filter, index) =>
          `(SELECT ${index} AS list, ${COLUMNS} FROM cancellations
            WHERE ${condition(filter, 2 * index + 2)}
            ORDER BY opened_at DESC, id DESC LIMIT $${2 * index + 3})`,
      );
      const { rows } = await pool.query<SummaryRow & { list: number }>(
        `SELECT * FROM (${parts.join(' UNION ALL ')}) AS found ORDER BY list, opened_at DESC, id DESC`,
        [shop, ...filters.flatMap(({ statuses, limit }) => [statuses ?? null, limit])],
      );
      return filters.map((_, index) => rows.filter(({ list }) => list === index).map(summary));
    },

    async waiting(shop, { cursor, limit }) {
      const isBackwards = cursor?.side === 'before';
      const [status = null, openedAt = null, id = null] = cursor?.key ?? [];
      const { rows } = await pool.query<SummaryRow>(
        `SELECT ${COLUMNS} FROM cancellations
         WHERE shop = $1 AND live AND status IN ('needs_attention', 'in_review')
           AND ($2::text IS NULL OR (status, opened_at, id) ${isBackwards ? '>' : '<'}
             ($2, to_timestamp($3::bigint / 1000.0), $4::uuid))
         ORDER BY ${['status', 'opened_at', 'id'].map((one) => `${one} ${isBackwards ? 'ASC' : 'DESC'}`).join(', ')}
         LIMIT $5`,
        [shop, status, openedAt, id, limit + 1],
      );
      return pageOf(rows.map(summary), { cursor, limit }, (row) => [
        ...[row.status, String(row.openedAt), row.id],
      ]);
    },

    async loadAll(shop, ids) {
      return ids.length === 0 ? new Map() : readStored(pool, shop, ids);
    },
  };
}

/** Those under way are few and have an index of their own. */
function condition({ statuses }: CancellationFilter, parameter: number): string {
  const isLive = statuses?.every((status) => !isFinal(status)) ?? false;
  return `shop = $1 AND ($${parameter}::text[] IS NULL OR status = ANY ($${parameter}))${isLive ? ' AND live' : ''}`;
}

interface SummaryRow {
  readonly id: CancellationId;
  readonly order_id: OrderId;
  readonly order_name: string;
  readonly status: CancellationStatus;
  readonly requested_by: Actor['kind'];
  readonly reason_id: string | null;
  readonly amount_minor: string;
  readonly currency_code: string;
  readonly opened_at: Date;
  readonly updated_at: Date;
}

const summary = (row: SummaryRow): CancellationSummary => ({
  id: row.id,
  orderId: row.order_id,
  orderName: row.order_name,
  status: row.status,
  requestedBy: row.requested_by,
  reasonId: row.reason_id,
  amount: money(Number(row.amount_minor), row.currency_code),
  openedAt: row.opened_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});
