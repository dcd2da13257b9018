import { createHash } from 'node:crypto';

import type { ShopDomain } from '../../app/domain/ids.ts';
import { inTypedTransaction } from '../../app/persistence/database/transaction.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { openQueryStage, type QueryStage } from './stage/query-stage.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';

const SIZES = {
  full: { cancellations: 20_000, rounds: 150, turns: 5 },
  short: { cancellations: 400, rounds: 3, turns: 1 },
} as const;

const SHOP = 'bench-queries.myshopify.com' as ShopDomain;

/** One question asked both ways; `round` makes each time ask of other rows. */
interface Pair {
  readonly name: string;
  readonly sql: (round: number) => Promise<unknown>;
  readonly typed: (round: number) => Promise<unknown>;
}

/** What the statements that are SQL would be through Prisma's typed client, and what a typed one costs by itself. */
export async function benchQueries(size: Size): Promise<Report> {
  const { cancellations, rounds, turns } = SIZES[size];
  const stage = await openQueryStage(SHOP, cancellations);
  try {
    const rows: Report['rows'][number][] = [];
    const counted = new Map(pairs(stage, stage.counted).map((pair) => [pair.name, pair]));
    for (const { name, sql, typed } of pairs(stage, stage.straight)) {
      const times = { sql: [] as number[], typed: [] as number[] };
      // The first turn warms both up and is not counted; then they take turns, each with rows of its own.
      for (let turn = 0; turn <= turns; turn += 1) {
        for (const [form, ask] of [
          ['sql', sql],
          ['typed', typed],
        ] as const) {
          for (let round = 0; round < rounds; round += 1) {
            const startedAt = performance.now();
            await ask((turn * rounds + round) * 2 + (form === 'typed' ? 1 : 0));
            if (turn > 0) times[form].push(performance.now() - startedAt);
          }
        }
      }
      const after = (turns + 1) * rounds * 2;
      const statements = {
        sql: await stage.statementsOf(async () => counted.get(name)?.sql(after)),
        typed: await stage.statementsOf(async () => counted.get(name)?.typed(after + 1)),
      };
      const p50 = { sql: percentile(times.sql, 0.5), typed: percentile(times.typed, 0.5) };
      rows.push({
        name,
        figures: [
          ...[`${p50.sql.toFixed(2)} ms`, `${p50.typed.toFixed(2)} ms`],
          ...[`${figure(p50.typed / p50.sql)} ×`, String(statements.sql), String(statements.typed)],
        ],
      });
    }
    return {
      title: 'Queries',
      what: `The statements that are SQL beside what Prisma's typed client would make of them, in turns, one after the other, ${rounds * turns} each, in a shop of ${figure(cancellations)} cancellations; the p50 of the call, and what each has the database execute. A typed call computes for about ${milliseconds(0.3)} to ${milliseconds(0.8)} of it on the thread that everything else runs on.`,
      columns: ['SQL', 'typed', 'typed to SQL', 'statements', 'typed'],
      rows,
    };
  } finally {
    await stage.close();
  }
}

function pairs(stage: QueryStage, ways: QueryStage['straight']): readonly Pair[] {
  const { shop } = stage;
  const { pool, prisma, cancellations, orders, inbox, keptFacts, rateLimits } = ways;
  const newestFirst = [{ openedAt: 'desc' }, { id: 'desc' }] as const;
  return [
    {
      name: 'nothing but a row by its key',
      sql: () => pool.query('SELECT complete_until FROM sync_watermarks WHERE shop = $1', [shop]),
      typed: () => prisma.syncWatermark.findUnique({ where: { shop } }),
    },
    {
      name: 'a cancellation with its history',
      sql: (round) => cancellations.load(shop, stage.withHistory(round)),
      typed: (round) =>
        prisma.cancellation.findUnique({
          where: { shop_id: { shop, id: stage.withHistory(round) } },
          select: { live: true, wakeAt: true, events: { orderBy: { seq: 'asc' } }, texts: true },
        }),
    },
    {
      name: 'events appended',
      sql: (round) => cancellations.append(shop, stage.live(round), stage.change()),
      typed: (round) =>
        inTypedTransaction(prisma, async (typed) => {
          const { status, at, events, wakeAt } = stage.change();
          const where = { shop, id: stage.live(round), seq: 1 };
          const data = { seq: 1 + events.length, status, wakeAt: new Date(wakeAt) };
          const { count } = await typed.cancellation.updateMany({ where, data });
          if (count === 0) return;
          await typed.cancellationEvent.createMany({
            data: events.map(({ type, ...rest }, index) => ({
              ...{ shop, cancellationId: where.id, seq: 2 + index, at: new Date(at), type },
              ...{ data: rest, format: 0 },
            })),
          });
        }),
    },
    {
      name: 'a wake-up time',
      sql: (round) => cancellations.rest(shop, stage.live(round), null),
      typed: (round) =>
        prisma.cancellation.updateMany({
          where: { shop, id: stage.live(round), live: true },
          data: { wakeAt: null },
        }),
    },
    {
      name: 'three lists of the home page',
      sql: () => cancellations.lists(shop, stage.lists),
      typed: async () => {
        for (const { statuses, limit } of stage.lists) {
          await prisma.cancellation.findMany({
            where: { shop, ...(statuses && { status: { in: [...statuses] } }) },
            orderBy: [...newestFirst],
            take: limit,
          });
        }
      },
    },
    {
      name: 'a page of what waits, from the middle on',
      sql: () => cancellations.waiting(shop, { sort: 'newest', cursor: stage.middle, limit: 25 }),
      typed: () => {
        const [status = '', openedAt = '', id = ''] = stage.middle.key;
        const at = new Date(Number(openedAt));
        return prisma.cancellation.findMany({
          where: {
            shop,
            live: true,
            AND: [
              { status: { in: ['needs_attention', 'in_review'] } },
              {
                OR: [
                  { status: { lt: status } },
                  { status, openedAt: { lt: at } },
                  { status, openedAt: at, id: { lt: id } },
                ],
              },
            ],
          },
          orderBy: [{ status: 'desc' }, ...newestFirst],
          take: 26,
        });
      },
    },
    {
      name: 'four webhooks to apply',
      sql: (round) => inbox.load(shop, stage.webhooks(round)),
      typed: (round) =>
        prisma.webhookDelivery.findMany({
          where: { shop, webhookId: { in: [...stage.webhooks(round)] } },
        }),
    },
    {
      name: 'four webhooks applied',
      sql: (round) => inbox.markApplied(shop, stage.webhooks(round), Date.now()),
      typed: (round) =>
        prisma.webhookDelivery.updateMany({
          where: { shop, webhookId: { in: [...stage.webhooks(round)] } },
          data: { appliedAt: new Date() },
        }),
    },
    {
      name: 'a webhook stored, its job left out',
      sql: (round) => inbox.store(shop, stage.webhook(round), stage.job),
      typed: (round) =>
        inTypedTransaction(prisma, async (typed) => {
          const { event, triggeredAt, receivedAt, ...names } = stage.webhook(round);
          const digest = createHash('sha256').update(JSON.stringify(event)).digest();
          const at = { triggeredAt: new Date(triggeredAt), receivedAt: new Date(receivedAt) };
          const data = { shop, ...names, ...at, digest: new Uint8Array(digest), format: 1 };
          await typed.webhookDelivery.createMany({ data, skipDuplicates: true });
        }),
    },
    {
      name: 'facts of an order kept, unless newer ones are',
      sql: (round) => keptFacts.keep(shop, stage.facts(round)),
      typed: async (round) => {
        const facts = stage.facts(round);
        const where = { shop, orderId: facts.id, readAt: { lte: new Date(facts.readAt) } };
        const read = { readAt: new Date(facts.readAt), updatedAt: new Date(facts.updatedAt) };
        const data = { ...read, customerId: facts.customerId, format: 1, facts: { ...facts } };
        const { count } = await prisma.orderFacts.updateMany({ where, data: data as never });
        if (count > 0) return;
        const row = { shop, orderId: facts.id, ...data } as never;
        await prisma.orderFacts.createMany({ data: [row], skipDuplicates: true });
      },
    },
    {
      name: 'facts of an order, if they may be shown',
      sql: (round) => keptFacts.find(shop, stage.order(round), 0),
      typed: async (round) => {
        const orderId = stage.order(round);
        const known = await prisma.orderFacts.findUnique({
          where: { shop_orderId: { shop, orderId } },
        });
        if (!known) return;
        await prisma.mirroredOrder.count({
          where: { shop, orderId, updatedAt: { gt: known.updatedAt } },
        });
        await prisma.policyVersion.count({ where: { shop, savedAt: { gte: known.readAt } } });
      },
    },
    {
      name: 'a page of 50 orders copied',
      sql: (round) => orders.upsert(shop, stage.snapshots(round, 50)),
      typed: async (round) => {
        for (const { id, name, updatedAt } of stage.snapshots(round, 50)) {
          await prisma.mirroredOrder.updateMany({
            where: { shop, orderId: id, updatedAt: { lte: new Date(updatedAt) } },
            data: { name, updatedAt: new Date(updatedAt) },
          });
        }
      },
    },
    {
      name: 'three limits counted',
      sql: (round) => rateLimits.take(shop, stage.allowances(round), Date.now()),
      typed: async (round) => {
        for (const { digest, perMs } of stage.allowances(round)) {
          await prisma.guestAttempts.upsert({
            where: { shop_digest: { shop, digest } },
            create: { shop, digest, attempts: 1, resetsAt: new Date(Date.now() + perMs) },
            update: { attempts: { increment: 1 } },
          });
        }
      },
    },
  ];
}
