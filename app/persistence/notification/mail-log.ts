import type { Delivery, MailLog } from '../../application/notification/ports.ts';
import type { Database } from '../database/database.ts';

/** What became of mails, in PostgreSQL. */
export function createMailLog({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>): MailLog {
  const { mailDelivery: table } = prisma;
  return {
    // SQL: one statement counts the attempts and takes nothing of a shop that was erased.
    async note(shop, { key, template, audience, orderName, status, code, at }) {
      await pool.query(
        `INSERT INTO mail_deliveries AS known
           (shop, key, template, audience, order_name, status, code, attempts, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)
         ON CONFLICT (shop, key) DO UPDATE SET status = excluded.status, code = excluded.code,
           attempts = known.attempts + 1, at = excluded.at`,
        [shop, key, template, audience, orderName, status, code, new Date(at)],
      );
    },

    async wasSent(shop, key) {
      const row = await table.findUnique({
        where: { shop_key: { shop, key } },
        select: { status: true },
      });
      return row?.status === 'sent';
    },

    async list(shop, limit) {
      const rows = await table.findMany({
        where: { shop },
        orderBy: [{ at: 'desc' }, { key: 'asc' }],
        take: limit,
      });
      return rows.map((row) => ({
        key: row.key,
        template: row.template,
        audience: row.audience as Delivery['audience'],
        orderName: row.orderName,
        status: row.status as Delivery['status'],
        code: row.code,
        attempts: row.attempts,
        at: row.at.getTime(),
      }));
    },
  };
}
