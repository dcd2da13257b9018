import type { StaffNames } from '../../application/shop/ports.ts';
import type { Database } from '../database/database.ts';

const MOST_LISTED = 250;

/** How a shop's staff are called, in PostgreSQL. */
export function createStaffNames({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>): StaffNames {
  return {
    // SQL: of somebody erased meanwhile the table takes nothing, where Prisma's upsert expects its row back.
    async seen(shop, staffId, name, at) {
      await pool.query(
        `INSERT INTO staff_names (shop, staff_id, name, seen_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (shop, staff_id) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at`,
        [shop, staffId, name, new Date(at)],
      );
    },

    async of(shop, staffIds) {
      if (staffIds.length === 0) return new Map();
      const rows = await prisma.staffName.findMany({
        where: { shop, staffId: { in: [...new Set(staffIds)] } },
        select: { staffId: true, name: true },
      });
      return new Map(rows.map(({ staffId, name }) => [staffId, name]));
    },

    list: (shop) =>
      prisma.staffName.findMany({
        where: { shop },
        orderBy: [{ seenAt: 'desc' }, { staffId: 'asc' }],
        take: MOST_LISTED,
        select: { staffId: true, name: true },
      }),
  };
}
