import type pg from 'pg';

import type { FlowOutcome, FlowRun, FlowRuns, FlowTriggers } from '../../application/flow/ports.ts';
import type { FlowAction, FlowWishes } from '../../domain/flow/actions.ts';
import type { FlowTrigger } from '../../domain/flow/triggers.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Database } from '../database/database.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

type RunRow = Awaited<ReturnType<Database['everyShop']['flowRun']['findFirstOrThrow']>>;

/** What Flow asked of the app, in PostgreSQL. */
export function createFlowRuns(
  { pool, prisma, everyShop }: Pick<Database, 'pool' | 'prisma' | 'everyShop'>,
  enqueueWith: EnqueueWith,
): FlowRuns {
  return {
    async receive(shop, run) {
      await inTransaction(pool, async (sql) => {
        // SQL: one statement that says whether the run is new; its job goes with it.
        const { rowCount } = await sql.query(
          `INSERT INTO flow_runs (shop, run_id, action, order_id, wishes, workflow, received_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (shop, run_id) DO NOTHING`,
          [
            ...[shop, run.id, run.action, run.orderId, JSON.stringify(run.wishes), run.workflow],
            new Date(run.receivedAt),
          ],
        );
        if (rowCount === 0) return;
        await enqueueWith(sql, [
          { job: { name: 'flow', shop, runId: run.id }, at: run.receivedAt },
        ]);
      });
      const row = await prisma.flowRun.findFirst({ where: { shop, runId: run.id } });
      // A shop whose data was erased keeps nothing, and nothing is done for it.
      return row ? outcomeOf(row) : { state: 'refused', refusals: [{ code: 'order_not_found' }] };
    },

    async waiting(shop, runId) {
      const row = await prisma.flowRun.findFirst({ where: { shop, runId, settledAt: null } });
      return row && runOf(row);
    },

    async settle(shop, runId, outcome, at) {
      await prisma.flowRun.updateMany({
        where: { shop, runId, settledAt: null },
        data: {
          settledAt: new Date(at),
          refusals: outcome.state === 'refused' ? JSON.stringify(outcome.refusals) : null,
        },
      });
    },

    async forget(receivedBefore) {
      const { count } = await everyShop.flowRun.deleteMany({
        where: { receivedAt: { lt: new Date(receivedBefore) } },
      });
      return count;
    },
  };
}

// What these columns hold was checked when it was stored.
const runOf = (row: RunRow): FlowRun => ({
  id: row.runId,
  action: row.action as FlowAction,
  orderId: row.orderId as OrderId | null,
  wishes: JSON.parse(row.wishes) as FlowWishes,
  workflow: row.workflow,
  receivedAt: row.receivedAt.getTime(),
});

function outcomeOf({ settledAt, refusals }: RunRow): FlowOutcome {
  if (settledAt === null) return { state: 'waiting' };
  return refusals === null
    ? { state: 'done' }
    : { state: 'refused', refusals: JSON.parse(refusals) as Refusal[] };
}

/** What Flow is told, in PostgreSQL; what is owed is noted with the events (cancellation-events.ts). */
export function createFlowTriggers({
  pool,
  prisma,
  everyShop,
  locks,
}: Pick<Database, 'pool' | 'prisma' | 'everyShop' | 'locks'>): FlowTriggers {
  return {
    exclusively: (shop, work) => locks.exclusively(`flow triggers ${shop}`, work),

    noteUse: (shop, definition, use) => noteUse(pool, shop, definition, use),

    async used(shop) {
      const rows = await prisma.flowUse.findMany({
        where: { shop, isUsed: true },
        select: { definition: true },
      });
      return rows.map(({ definition }) => definition);
    },

    async owed(shop, limit) {
      const rows = await prisma.flowOwed.findMany({
        where: { shop },
        orderBy: [{ at: 'asc' }, { cancellationId: 'asc' }, { seq: 'asc' }],
        take: limit,
      });
      return rows.map((row) => ({
        cancellationId: row.cancellationId as CancellationId,
        seq: row.seq,
        trigger: row.trigger as FlowTrigger,
        at: row.at.getTime(),
      }));
    },

    async told(shop, { cancellationId, seq }) {
      await prisma.flowOwed.deleteMany({ where: { shop, cancellationId, seq } });
    },

    async shopsOwed(before) {
      const rows = await everyShop.flowOwed.findMany({
        where: { at: { lte: new Date(before) } },
        distinct: ['shop'],
        select: { shop: true },
      });
      return rows.map(({ shop }) => shop as ShopDomain);
    },
  };
}

/** SQL: the later of two instants wins in one statement, whichever note comes first. */
async function noteUse(
  pool: pg.Pool,
  shop: ShopDomain,
  definition: string,
  { isUsed, at }: { readonly isUsed: boolean; readonly at: number },
): Promise<void> {
  await pool.query(
    `INSERT INTO flow_uses (shop, definition, is_used, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (shop, definition) DO UPDATE SET is_used = excluded.is_used, at = excluded.at
     WHERE flow_uses.at <= excluded.at`,
    [shop, definition, isUsed, new Date(at)],
  );
}
