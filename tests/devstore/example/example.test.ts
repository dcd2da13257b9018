import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { controlClient } from '../http/control/control-client.ts';
import type { ControlClient } from '../http/control/control-client.ts';

/* The app of this folder, started by the devstore's one command, as its README says. */

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = ['--app', 'example', '--seed', 'example/seed.js', '--json'];
const SHOP = 'lamps.myshopify.com';

let program: ChildProcess;
let origins: Record<string, string>;
let control: ControlClient;

beforeAll(async () => {
  program = spawn(process.execPath, ['main.ts', ...COMMAND, '--', 'node', 'example/app.js'], {
    cwd: PACKAGE,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  origins = await firstLine(program);
  control = controlClient(origins['platform'] ?? '');
});
afterAll(async () => {
  program.kill('SIGTERM');
  await once(program, 'exit');
});

async function firstLine({ stdout }: ChildProcess): Promise<Record<string, string>> {
  if (stdout === null) throw new Error('The program has no output.');
  for await (const line of createInterface(stdout)) {
    return JSON.parse(line) as Record<string, string>;
  }
  throw new Error('The program ended without a word.');
}

/** The page in the admin's frame, by the address that the admin gives the frame. */
async function framedPage(): Promise<string> {
  const admin = await (await fetch(`${origins['platform']}/store/lamps/apps/example`)).text();
  const address = /data-address="([^"]+)"/.exec(admin)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(new URL(address).origin).toBe(origins['tunnel']);
  return (await fetch(address)).text();
}

it('is installed, framed by the admin, hears of an order and cancels it', async () => {
  await expect.poll(framedPage).toContain('Heard: nothing yet');

  const order = await control.commerce.placeOrder(SHOP, {
    lines: [{ sku: 'LAMP', quantity: 1 }],
    payments: [{ gateway: 'shopify_payments', state: 'sale' }],
    email: 'mara@example.com',
  });
  await expect.poll(framedPage).toContain(`Heard: orders/create ${order.name}`);

  const [shop] = await control.shops();
  const token = await control.mintIdToken({
    surface: 'admin',
    shop: SHOP,
    staffUserId: String(shop?.staff[0]?.id),
  });
  const answer = await fetch(`${origins['tunnel']}/cancel`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({
    data: { orderCancel: { orderCancelUserErrors: [] } },
  });
  await control.advanceBy(60_000);
  await expect.poll(framedPage).toContain(`Heard: orders/cancelled ${order.name}`);
  expect(await control.summary(SHOP, order.id)).toMatchObject({
    cancels: 1,
    refunded: { shopify_payments: 4_990 },
  });
});

it('believes nobody but Shopify', async () => {
  const forged = await fetch(`${origins['tunnel']}/webhooks`, {
    method: 'POST',
    headers: { 'x-shopify-hmac-sha256': 'Zm9yZ2Vk', 'x-shopify-topic': 'orders/create' },
    body: '{"name":"#forged"}',
  });
  expect(forged.status).toBe(401);
  const nobody = await fetch(`${origins['tunnel']}/?id_token=a.b.c`);
  expect(nobody.status).toBe(401);
  expect(await framedPage()).not.toContain('#forged');
});
