import { readFile } from 'node:fs/promises';

import pg from 'pg';
import { expect } from 'vitest';

import { bringUpToDate } from '../../../scripts/up-to-date.ts';
import { addScenarioShop, type ScenarioShop, seedOrder } from '../../devstore/seed/scenario.ts';
import type { Customer, Order } from '../../devstore/world/model.ts';
import { startAppProcess } from '../../support/app-process.ts';
import { openAppStage, ownerToken } from '../../support/app-stage.ts';
import { BROWSER } from '../../support/browser-headers.ts';
import { createTestDatabase } from '../../support/postgres.ts';

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
  /** Runs `work`, and fails when the database or the platform are not as they were before. */
  changingNothing<T>(work: () => Promise<T>): Promise<T>;
  /** Lets everybody ask as if they had not asked before. */
  forgetAttempts(): Promise<void>;
  /** What the app's log holds of failures. */
  errors(): string;
  /** The memory that the app's process holds. */
  memoryMiB(): Promise<number>;
  /** The ids of an order's cancellations. */
  cancellationsOf(order: Order): Promise<string[]>;
  /** Fails when the log names a customer, or quotes what people wrote. */
  expectLogNamesNobody(): void;
  close(): Promise<void>;
}

/** Every table of the app, but for the counts of attempts, and the jobs that wait. */
const TABLES = `
  SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
  WHERE (schemaname = 'public' AND tablename <> 'guest_attempts')
     OR (schemaname = 'pgboss' AND tablename = 'job')
  ORDER BY 1`;

/** Builds the app when its sources are newer than the build, and starts it. */
export async function openWebStage(): Promise<WebStage> {
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
  const web = await startAppProcess('web', stage.environment());
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
    async changingNothing(work) {
      const before = await everything();
      const result = await work();
      expect(await everything()).toEqual(before);
      return result;
    },
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
      await web.stop();
      await stage.close();
    },
  };
}
