import type { HistoryExport as Stored } from '@prisma/client';

import type {
  ExportState,
  HistoryExport,
  HistoryExports,
} from '../../application/history/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';
import { insertAuditEntry } from '../audit/audit-entry.ts';
import type { Database } from '../database/database.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

/** Files of the history in PostgreSQL, which every process of the app reaches. */
export function createHistoryExports(
  { pool, prisma, everyShop }: Pick<Database, 'pool' | 'prisma' | 'everyShop'>,
  enqueueWith: EnqueueWith,
): HistoryExports {
  const { historyExport: table, historyExportPart: parts } = prisma;
  return {
    // SQL: in one transaction with its job, which the queue writes by a statement of its own.
    create: (shop, asked, job) =>
      inTransaction(pool, async (sql) => {
        const { id, requestedBy, requestedAt, form, total, expiresAt } = asked;
        await sql.query(
          `INSERT INTO history_exports (shop, id, requested_by, requested_at, form, state, total,
             written, bytes, parts, changed_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, 'queued', $6, 0, 0, 0, $4, $7)`,
          [
            ...[shop, id, JSON.stringify(requestedBy), new Date(requestedAt)],
            ...[JSON.stringify(form), total, new Date(expiresAt)],
          ],
        );
        await enqueueWith(sql, [job]);
      }),

    async list(shop, limit) {
      const rows = await table.findMany({
        where: { shop },
        orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(exportOf);
    },

    async find(shop, id) {
      const row = await table.findUnique({ where: { shop_id: { shop, id } } });
      return row && exportOf(row);
    },

    // SQL: in one transaction with its job.
    move: (shop, id, from, to, at, job) =>
      inTransaction(pool, async (sql) => {
        const { rowCount } = await sql.query(
          `UPDATE history_exports SET state = $4, changed_at = $5
           WHERE shop = $1 AND id = $2 AND state = ANY ($3)`,
          [shop, id, from, to, new Date(at)],
        );
        if (rowCount === 0) return false;
        if (job) await enqueueWith(sql, [job]);
        return true;
      }),

    // SQL: of two that write, the second finds that there is one piece more than it knew of.
    append: (shop, id, { parts: before, content, written, after, at, done }) =>
      inTransaction(pool, async (sql) => {
        const [afterAt = null, afterId = null] = after ?? [];
        const { rowCount } = await sql.query(
          `UPDATE history_exports SET parts = parts + 1, written = $4, bytes = bytes + $5,
             after_at = to_timestamp($6::bigint / 1000.0), after_id = $7, changed_at = $8, state = $9
           WHERE shop = $1 AND id = $2 AND parts = $3 AND state = 'running'`,
          [
            ...[shop, id, before, written, content.byteLength, afterAt, afterId, new Date(at)],
            done ? 'done' : 'running',
          ],
        );
        if (rowCount === 0) return false;
        await sql.query(
          `INSERT INTO history_export_parts (shop, export_id, part, content) VALUES ($1, $2, $3, $4)`,
          [shop, id, before, Buffer.from(content)],
        );
        if (done) await insertAuditEntry(sql, shop, { at: new Date(at), ...done });
        return true;
      }),

    async read(shop, id, part) {
      const row = await parts.findUnique({
        where: { shop_exportId_part: { shop, exportId: id, part } },
        select: { content: true },
      });
      return row?.content ?? null;
    },

    async forgetExpired(now) {
      await everyShop.historyExport.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
    },
  };
}

const exportOf = (row: Stored): HistoryExport => ({
  id: row.id,
  requestedBy: row.requestedBy as unknown as Actor,
  requestedAt: row.requestedAt.getTime(),
  form: row.form as unknown as ExportForm,
  state: row.state as ExportState,
  total: row.total,
  written: row.written,
  bytes: Number(row.bytes),
  after: row.afterAt && row.afterId ? [String(row.afterAt.getTime()), row.afterId] : null,
  parts: row.parts,
  changedAt: row.changedAt.getTime(),
  expiresAt: row.expiresAt.getTime(),
});
