import type { History } from '../../application/history/ports.ts';
import { FIGURES_FORMAT } from '../../domain/history/figures.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { lockChain } from '../audit/seal.ts';
import type { Database } from '../database/database.ts';
import { type Sql, inTransaction } from '../database/transaction.ts';
import { HISTORY_COLUMNS, type StoredHistoryRow, factsOf } from './history-rows.ts';
import { countOrderDays } from './order-days.ts';
import {
  type OnUnreadable,
  countAnew,
  forgetRows,
  historyHead,
  projectMissing,
} from './project-history.ts';
import { countHistory, searchHistory } from './search-history.ts';

/** The history's rows and figures in PostgreSQL. */
export function createHistory(
  { pool, prisma }: Pick<Database, 'pool' | 'prisma'>,
  onUnreadable: OnUnreadable,
): History {
  /** Whoever writes rows or figures does it alone. */
  const alone = <T>(shop: ShopDomain, work: (sql: Sql) => Promise<T>): Promise<T> =>
    inTransaction(pool, async (sql) => {
      await lockChain(sql, shop);
      return work(sql);
    });
  return {
    search: (shop, search) => searchHistory(pool, shop, search),
    count: (shop, filter) => countHistory(pool, shop, filter),

    // SQL: a row with the name that the copy of the order has.
    async find(shop, id) {
      const { rows } = await pool.query<StoredHistoryRow & { customerName: string | null }>(
        `SELECT ${HISTORY_COLUMNS}, o.customer_name AS "customerName" FROM history_rows h
         LEFT JOIN order_mirror o ON o.shop = h.shop AND o.order_id = h.order_id
         WHERE h.shop = $1 AND h.id = $2`,
        [shop, id],
      );
      const [row] = rows;
      return row ? { ...factsOf(row), customerName: row.customerName } : null;
    },

    async reasons(shop) {
      const counted = await prisma.figureDay.groupBy({
        by: ['reason'],
        where: { shop },
        _sum: { opened: true },
        orderBy: { _sum: { opened: 'desc' } },
        take: MOST_REASONS,
      });
      return counted.map(({ reason }) => reason);
    },

    async state(shop) {
      const head = await historyHead(pool, shop);
      return {
        timeZone: head.timeZone,
        zoneReadAt: head.zoneReadAt?.getTime() ?? null,
        ordersCountedAt: head.ordersCountedAt?.getTime() ?? null,
        isOld: head.figuresFormat !== FIGURES_FORMAT,
      };
    },

    setTimeZone: (shop, timeZone, now) =>
      alone(shop, async (sql) => {
        const head = await historyHead(sql, shop);
        if (head.timeZone !== timeZone) await countAnew(sql, shop, timeZone);
        await sql.query('UPDATE history_heads SET zone_read_at = $2 WHERE shop = $1', [
          shop,
          new Date(now),
        ]);
      }),

    countOrders: (shop, now) =>
      alone(shop, async (sql) => {
        const { timeZone } = await historyHead(sql, shop);
        await countOrderDays(sql, shop, timeZone, 'all');
        await sql.query('UPDATE history_heads SET orders_counted_at = $2 WHERE shop = $1', [
          shop,
          new Date(now),
        ]);
      }),

    mend: (shop) =>
      alone(shop, async (sql) => {
        const { figuresFormat } = await historyHead(sql, shop);
        if (figuresFormat !== FIGURES_FORMAT) await forgetRows(sql, shop);
        return projectMissing(sql, shop, onUnreadable);
      }),
  };
}

const MOST_REASONS = 100;
