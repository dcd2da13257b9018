import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { addScenarioShop, type ScenarioShop, seedOrder } from 'devstore/seed';
import type { Customer, Order, WebhookDelivery } from 'devstore/world';
import pg from 'pg';
import { expect } from 'vitest';

import type { ShopDomain } from '../../../app/domain/ids.ts';
import { createDatabase } from '../../../app/persistence/database/database.ts';
import { createPolicyStore } from '../../../app/persistence/policy/policy-store.ts';
import { bringUpToDate } from '../../../scripts/development/up-to-date.ts';
import { type AppProcess, startAppProcess } from '../../support/processes/app-process.ts';
import { openAppStage, ownerToken } from '../../support/processes/app-stage.ts';
import { BROWSER } from '../../support/pages/browser-headers.ts';
import { createTestDatabase } from '../../support/database/postgres.ts';

/** Texts of people that must never reach the log. */
export const WRITTEN_BY_PEOPLE = {
  comment: 'Please hurry, my landlady Quillon must not know.',
  noteToCustomer: 'Dear customer, the courier Brixham was late.',
  internalNote: 'She rang twice, ask Tolliver about it.',
} as const;

/** The app's built web process in front of two shops, each with an order to cancel. */
export interface WebStage {
  /** Where the app listens. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly shop: ScenarioShop;
  readonly otherShop: ScenarioShop;
  /** Somebody else in the first shop. */
  readonly otherCustomer: Customer;
  placeOrder(of?: ScenarioShop, customer?: Customer): Order;
  /** Session tokens as Shopify mints them. */
  customerToken(customer: Customer | null, of?: ScenarioShop): string;
  staffToken(of?: ScenarioShop): string;
  /** Runs `work`, and fails when the database, some tables excepted, or the platform are not as they were. */
  changingNothing<T>(work: () => Promise<T>, but?: readonly string[]): Promise<T>;
  /** Lets everybody ask as if they had not asked before. */
  forgetAttempts(): Promise<void>;
  /** What the app's log holds of failures. */
  errors(): string;
  /** The memory that the app's process holds. */
  memoryMiB(): Promise<number>;
  /** What of it is left once its garbage is collected; only of a stage that was opened to be measured. */
  heapMiB(): Promise<number>;
  /** The kinds of what was erased so far. */
  erased(): Promise<string[]>;
  /** Every delivery of a webhook that the platform made so far. */
  deliveries(): readonly WebhookDelivery[];
  /** Starts a worker, which ends with the stage. */
  work(): Promise<void>;
  /** Resolves once no job waits that is due. */
  idle(): Promise<void>;
  /** The ids of an order's cancellations. */
  cancellationsOf(order: Order): Promise<string[]>;
  /** Fails when the log names a customer, or quotes what people wrote. */
  expectLogNamesNobody(): void;
  close(): Promise<void>;
}

/** Every table of the app, but for the counts of attempts and what is kept for shows, and the jobs that wait. */
const TABLES = `
  SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
  WHERE (schemaname = 'public' AND tablename NOT IN ('guest_attempts', 'order_facts'))
     OR (schemaname = 'pgboss' AND tablename = 'job')
  ORDER BY 1`;

/** What a shop begins with is stored when it is first seen: no request that is watched shall be the first. */
async function storeFirstPolicies(url: string, shops: readonly ScenarioShop[]): Promise<void> {
  const database = createDatabase({
    ...{ url, connections: 1 },
    onConnectionLost: () => undefined,
  });
  for (const { domain } of shops) {
    await createPolicyStore(database).current(domain as ShopDomain);
  }
  await database.close();
}

/** Builds the app when its sources are newer than the build, and starts it. */
export async function openWebStage(
  options: { readonly isMeasured?: boolean } = {},
): Promise<WebStage> {
  await bringUpToDate(() => undefined);
  const others: ScenarioShop[] = [];
  const stage = await openAppStage(await createTestDatabase(), (world) => {
    others.push(addScenarioShop(world, { handle: 'elsewhere' }));
  });
  const { devstore, scene, database, clientId, clientSecret } = stage;
  const [otherShop] = others;
  if (!otherShop) throw new Error('The second shop was not opened.');
  const otherCustomer = devstore.world.commerce.addCustomer(scene.domain, {
    firstName: 'Robin',
    lastName: 'Placeholder',
    email: 'robin.placeholder@example.com',
  });
  const web = await startAppProcess('web', stage.environment(), options);
  const workers: AppProcess[] = [];
  const url = String(web.ready['url']);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();

  const staffToken = (of = scene): string => ownerToken(devstore, of);
  for (const installed of [scene, otherShop]) {
    // Opening the app is what gives it access to the shop.
    const opened = await fetch(`${url}/api/staff/orders/1/cancellation`, {
      headers: { ...BROWSER, authorization: `Bearer ${staffToken(installed)}` },
    });
    expect(opened.status, await opened.text()).toBe(404);
  }
  await storeFirstPolicies(database.url, [scene, otherShop]);

  const everything = async (): Promise<object> => {
    const found: Record<string, unknown> = { ledger: devstore.world.ledger.entries().length };
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    for (const { name: table } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT md5(string_agg(entry::text, ',' ORDER BY entry::text)) AS digest FROM ${table} entry`,
      );
      found[table] = rows;
    }
    return found;
  };

  return {
    url,
    clientId,
    clientSecret,
    shop: scene,
    otherShop,
    otherCustomer,
    placeOrder: (of = scene, customer = of.customer) => seedOrder(of, { customerId: customer.id }),
    customerToken: (customer, of = scene) =>
      devstore.mintIdToken({
        surface: 'customer-account',
        shop: of.domain,
        customerId: customer && `gid://shopify/Customer/${customer.id}`,
      }),
    staffToken,
    async changingNothing(work, but = []) {
      const compared = async () =>
        Object.fromEntries(
          Object.entries(await everything()).filter(([name]) => !but.includes(name)),
        );
      const before = await compared();
      const result = await work();
      expect(await compared()).toEqual(before);
      return result;
    },
    async erased() {
      const { rows } = await client.query<{ kind: string }>('SELECT DISTINCT kind FROM erasures');
      return rows.map(({ kind }) => kind);
    },
    deliveries: () => devstore.world.webhooks.list(),
    async work() {
      workers.push(await startAppProcess('worker', stage.environment()));
    },
    async idle() {
      for (;;) {
        const { rows } = await client.query(
          `SELECT FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND start_after <= now()
             AND name NOT LIKE '\\_\\_%' LIMIT 1`,
        );
        if (rows.length === 0) return;
        await sleep(100);
      }
    },
    heapMiB: async () => (await web.heap()) / 1024 ** 2,
    async forgetAttempts() {
      await client.query('DELETE FROM guest_attempts');
    },
    errors: () =>
      web
        .output()
        .split('\n')
        .filter((line) => line.includes('"level":"error"'))
        .join('\n'),
    async memoryMiB() {
      const status = await readFile(`/proc/${String(web.pid)}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    },
    async cancellationsOf(order) {
      const { rows } = await client.query<{ id: string }>(
        'SELECT id FROM cancellations WHERE order_id = $1',
        [`gid://shopify/Order/${order.id}`],
      );
      return rows.map(({ id }) => id);
    },
    expectLogNamesNobody() {
      const log = web.output();
      expect(log).toContain('"msg":"request"');
      const people = [scene.customer, otherShop.customer, otherCustomer].flatMap(
        ({ firstName, lastName, email }) => [firstName, lastName, email],
      );
      for (const personal of [...people, ...Object.values(WRITTEN_BY_PEOPLE)]) {
        expect(log).not.toContain(personal);
      }
    },
    async close() {
      await client.end();
      await Promise.all([web, ...workers].map((process) => process.stop()));
      await stage.close();
    },
  };
}
