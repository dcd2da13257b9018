import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { seedOrder, SKU, type OrderTraits } from 'devstore/seed';
import { summarizeOrder } from 'devstore/world';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { nudgeCancellations } from '../../../app/application/cancellation/nudge/nudge-cancellations.ts';
import {
  approveRequest,
  resumeCancellation,
} from '../../../app/application/cancellation/answer-request.ts';
import { readLatest } from '../../../app/application/cancellation/cancellation-record.ts';
import { readConfig } from '../../../app/config.server.ts';
import { assemble, type Assembly, type Container } from '../../../app/container.server.ts';
import { LIVE_STATUSES, type CancellationStatus } from '../../../app/domain/cancellation/state.ts';
import type { CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { startProgram } from '../../../scripts/processes/child-process.ts';
import { type AppProcess, PRELOAD, startAppProcess } from '../../support/processes/app-process.ts';
import { type AppStage, openAppStage } from '../../support/processes/app-stage.ts';
import { createTestDatabase } from '../../support/database/postgres.ts';
import { OWNER } from '../../support/facts/staff-access.ts';
import { issueTokens, keepTokens, withPlatform } from '../kill/kill-stage.ts';
import type { Questions } from './ask-in-release.ts';
import { type HoldingProxy, openHoldingProxy } from './holding-proxy.ts';
import { previousRelease } from './previous-release.ts';

const PATIENCE_MS = 90_000;
const TWO_MUGS = 2 * 1_250;
const STAFF = { actor: { kind: 'staff', staffId: '1' }, access: OWNER } as const;

interface Standing {
  readonly status: CancellationStatus;
  readonly traits: OrderTraits;
  readonly ask: 'as_staff' | 'as_shopper';
  /** The request of the worker that is never answered, so that the cancellation stands still here. */
  readonly heldAt?: 'HoldFulfillmentOrder' | 'CancelOrder' | 'CreateRefund' | 'ReleaseHold';
}

const RISKY: OrderTraits = { risk: [{ level: 'HIGH', provider: null, facts: [] }] };

/** An order for every status in which something is still to be done, and what keeps it there. */
const STANDING = {
  requested: { traits: {}, ask: 'as_shopper' },
  holding: { traits: {}, ask: 'as_shopper', heldAt: 'HoldFulfillmentOrder' },
  awaiting_payment: { traits: { payment: 'bank_pending' }, ask: 'as_shopper' },
  in_review: { traits: RISKY, ask: 'as_shopper' },
  recalling: {
    traits: { lines: [{ sku: SKU.served, quantity: 1 }], fulfillment: 'accepted' },
    ask: 'as_staff',
  },
  cancelling: { traits: {}, ask: 'as_shopper', heldAt: 'CancelOrder' },
  refunding: { traits: {}, ask: 'as_staff', heldAt: 'CreateRefund' },
  verifying: { traits: { payment: 'paypal' }, ask: 'as_shopper' },
  releasing: { traits: RISKY, ask: 'as_shopper', heldAt: 'ReleaseHold' },
  needs_attention: {
    traits: { payments: [{ gateway: 'sepa_debit', state: 'sale' }] },
    ask: 'as_shopper',
  },
} as const satisfies Readonly<Record<(typeof LIVE_STATUSES)[number], Omit<Standing, 'status'>>>;

const release = await previousRelease();

/*
 * The release that live shops run opens cancellations and is killed; the worker of today ends them. In a clone
 * without this repository's history there is no previous release to start.
 */
describe.skipIf(release === null)('the previous release', () => {
  const folder = release ?? '';
  let stage: AppStage;
  let proxy: HoldingProxy;
  let client: pg.Client;
  let endpoints: Assembly;
  let container: Container;
  const processes: AppProcess[] = [];
  let shop: ShopDomain;

  beforeAll(async () => {
    stage = await openAppStage(await createTestDatabase());
    shop = stage.scene.domain as ShopDomain;
    proxy = await openHoldingProxy(stage.devstore.origins.platform);
    client = new pg.Client({ connectionString: stage.database.url });
    await client.connect();
    endpoints = await assemble(readConfig(stage.environment()), {
      process: 'endpoints',
      works: false,
    });
    const tokens = issueTokens(stage);
    await keepTokens(endpoints, shop, tokens);
    container = withPlatform(endpoints.container, stage, tokens.accessToken);
  }, 120_000);

  afterAll(async () => {
    for (const each of processes) await each.stop();
    await client.end();
    await endpoints.close();
    await proxy.close();
    await stage.close();
  }, 60_000);

  const start = async (...given: Parameters<typeof startAppProcess>): Promise<AppProcess> => {
    const started = await startAppProcess(...given);
    processes.push(started);
    return started;
  };

  /** Asks with the code of the previous release, in a process of its own. */
  async function askThere(questions: Questions['questions']): Promise<void> {
    const given: Questions = {
      environment: stage.environment(),
      shop,
      customerId: `gid://shopify/Customer/${stage.scene.customer.id}` as CustomerId,
      questions,
    };
    const file = new URL('ask-in-release.ts', import.meta.url).pathname;
    const program = startProgram(file, [folder, JSON.stringify(given)], {
      cwd: folder,
      env: given.environment,
      nodeArguments: ['--import', PRELOAD],
    });
    const [said, complaint, ended] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      program.ended,
    ]);
    if (ended !== 0) throw new Error(`The previous release refused:\n${said}${complaint}`);
  }

  const idOf = ({ id }: { readonly id: number }): OrderId => `gid://shopify/Order/${id}` as OrderId;

  async function statuses(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await client.query<{ order_id: string; status: string }>(
      'SELECT order_id, status FROM cancellations',
    );
    return new Map(rows.map((row) => [row.order_id, row.status]));
  }

  /** Waits until each order's cancellation has the status that is expected of it. */
  async function untilStatuses(wanted: ReadonlyMap<OrderId, string>): Promise<void> {
    const expected = Object.fromEntries(wanted);
    let seen: Record<string, string | undefined> = {};
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
      const now = await statuses();
      seen = Object.fromEntries([...wanted.keys()].map((id) => [id, now.get(id)]));
      if (JSON.stringify(seen) === JSON.stringify(expected)) return;
    }
    expect(seen).toEqual(expected);
  }

  test('has its cancellations ended by this one, whatever status they stand in', async () => {
    const { world } = stage.devstore;
    const { commerce, faults } = world;
    faults.inject({
      fault: {
        at: 'gateway',
        gateway: 'sepa_debit',
        action: 'refund',
        effect: { kind: 'decline' },
      },
    });
    const orders = new Map(
      LIVE_STATUSES.map((status) => {
        const standing: Omit<Standing, 'status'> = STANDING[status];
        const order = seedOrder(stage.scene, standing.traits);
        const ids = [
          idOf(order),
          ...order.fulfillmentOrders.map(({ id }) => `gid://shopify/FulfillmentOrder/${id}`),
        ];
        if (standing.heldAt) proxy.hold(standing.heldAt, ids);
        return [status, order] as const;
      }),
    );
    const orderIn = (status: (typeof LIVE_STATUSES)[number]) => {
      const order = orders.get(status);
      if (!order) throw new Error(`No order stands in ${status}`);
      return order;
    };

    const before = await start('worker', stage.environment({ platform: proxy.origin }), {
      folder,
    });
    const untouched = new Set<string>(['requested']);
    await askThere(
      LIVE_STATUSES.filter((status) => !untouched.has(status)).map((status) => ({
        orderId: idOf(orderIn(status)),
        ask: STANDING[status].ask,
      })),
    );
    const standing = new Map<OrderId, string>(
      LIVE_STATUSES.filter((status) => !untouched.has(status)).map((status) => [
        idOf(orderIn(status)),
        status === 'releasing' ? 'in_review' : status,
      ]),
    );
    await untilStatuses(standing);
    await askThere([{ orderId: idOf(orderIn('releasing')), ask: 'to_withdraw' }]);
    await untilStatuses(standing.set(idOf(orderIn('releasing')), 'releasing'));
    await before.kill();
    await askThere([{ orderId: idOf(orderIn('requested')), ask: 'as_shopper' }]);
    await untilStatuses(standing.set(idOf(orderIn('requested')), 'requested'));

    await start('worker', stage.environment());
    commerce.settlePendingPayment(shop, orderIn('awaiting_payment').id, 'paid');
    const [recalled] = orderIn('recalling').fulfillmentOrders;
    commerce.answerCancellationRequest(shop, orderIn('recalling').id, recalled?.id ?? 0, 'accept');
    const waiting = await readLatest(container.store, shop, idOf(orderIn('in_review')));
    const stuck = await readLatest(container.store, shop, idOf(orderIn('needs_attention')));
    if (!waiting || !stuck) throw new Error('They were opened');
    const yes = { kind: 'as_asked', noteToCustomer: '' } as const;
    expect(await approveRequest(container, shop, waiting.state.id, STAFF, yes)).toMatchObject({
      ok: true,
    });
    const again = { choice: 'retry', proof: '' } as const;
    expect(await resumeCancellation(container, shop, stuck.state.id, STAFF, again)).toMatchObject({
      ok: true,
    });
    for (const order of orders.values()) await nudgeCancellations(container, shop, idOf(order));
    // Wallets and direct debits confirm a refund later.
    const confirmed = new Set<number>();
    const late = (['awaiting_payment', 'verifying', 'needs_attention'] as const).map(orderIn);
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
      for (const order of late) {
        const refund = order.transactions.find(
          ({ kind, status }) => kind === 'REFUND' && status === 'PENDING',
        );
        if (!refund) continue;
        commerce.settlePendingRefund(shop, order.id, refund.id, 'success');
        await nudgeCancellations(container, shop, idOf(order));
        confirmed.add(order.id);
      }
      if (confirmed.size === late.length) break;
    }

    await untilStatuses(
      new Map(
        LIVE_STATUSES.map((status) => [
          idOf(orderIn(status)),
          status === 'releasing' ? 'withdrawn' : 'completed',
        ]),
      ),
    );
    const refunds = { refunding: 1_000, recalling: 1_000, releasing: 0 };
    for (const status of LIVE_STATUSES) {
      const { cancels, refunded } = summarizeOrder(world, shop, orderIn(status).id);
      const sum = Object.values(refunded).reduce((all, amount) => all + amount, 0);
      expect({ status, cancels, sum }).toEqual({
        status,
        cancels: status === 'releasing' ? 0 : 1,
        sum: { ...refunds }[status as keyof typeof refunds] ?? TWO_MUGS,
      });
    }
  }, 300_000);

  test('works beside this one, and nothing is done twice', async () => {
    const ways = stage.environment();
    await start('worker', ways, { folder });
    await start('worker', ways);
    const orders = Array.from({ length: 12 }, () => seedOrder(stage.scene));
    await askThere(orders.map((order) => ({ orderId: idOf(order), ask: 'as_shopper' })));
    await untilStatuses(new Map(orders.map((order) => [idOf(order), 'completed'])));
    for (const order of orders) {
      const { cancels, cancelRequests, refunded, mails } = summarizeOrder(
        stage.devstore.world,
        shop,
        order.id,
      );
      expect({ cancels, cancelRequests, refunded, mails: mails.delivered }).toEqual({
        cancels: 1,
        cancelRequests: 1,
        refunded: { shopify_payments: TWO_MUGS },
        mails: 1,
      });
    }
  }, 300_000);
});
