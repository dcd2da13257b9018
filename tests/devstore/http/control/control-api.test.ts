import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultRule } from '../../world/contracts/contract.ts';
import { openTestSkin } from '../fixtures/open-test-skin.ts';
import type { TestSkin } from '../fixtures/open-test-skin.ts';
import { APP, SHOP } from '../fixtures/test-app.ts';
import { verifyAdminIdToken } from '../tokens/session-token.ts';

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin();
});
afterEach(() => test.close());

const ORDER = {
  lines: [{ sku: 'LAMP', quantity: 1 }],
  payments: [{ gateway: 'shopify_payments', state: 'sale' as const }],
};

describe('the control interface', () => {
  it('lets another process act in the world, and read what came of it', async () => {
    const placed = await test.control.commerce.placeOrder(SHOP, ORDER);
    const [order] = await test.control.orders({ shop: SHOP, name: placed.name });
    expect(order).toMatchObject({ id: placed.id, lines: [{ sku: 'LAMP', quantity: 1 }] });
    const rows = await test.control.ledger({ shop: SHOP, orderId: placed.id });
    expect(rows.map(({ kind }) => kind)).toContain('money.captured');
    const later = await test.control.ledger({ since: rows.at(-1)?.seq ?? 0 });
    expect(later).toEqual([]);
    expect(await test.control.summary(SHOP, placed.id)).toMatchObject({
      captured: { shopify_payments: 4990 },
      cancels: 0,
    });
  });

  it('lets a merchant choose and not pay a plan', async () => {
    const plan = { name: 'Growth', handle: 'growth', amount: '20.00', currency: 'USD' };
    const { id } = await test.control.billing.choosePlan(SHOP, APP.clientId, plan);
    await test.control.billing.freeze(SHOP, id, true);
    expect(await test.control.billing.list(SHOP, APP.clientId)).toMatchObject([
      { id, name: 'Growth', status: 'FROZEN' },
    ]);
    await expect(test.control.billing.answer(SHOP, id, 'approve')).rejects.toMatchObject({
      status: 409,
    });
  });

  it('passes on the world’s refusal as such', async () => {
    const { id } = await test.control.commerce.placeOrder(SHOP, ORDER);
    await test.control.commerce.cancelInAdmin(SHOP, id);
    await test.control.advanceBy(60_000);
    await expect(test.control.commerce.cancelInAdmin(SHOP, id)).rejects.toMatchObject({
      status: 409,
      code: 'REFUSED',
    });
  });

  it('names the argument that does not fit, and does nothing', async () => {
    const before = test.world.ledger.entries().length;
    await expect(
      test.control.commerce.placeOrder(SHOP, { ...ORDER, lines: [{ sku: 'LAMP', quantity: 0 }] }),
    ).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('quantity') as string,
    });
    expect(test.world.ledger.entries()).toHaveLength(before);
  });

  it('does not know actions the world does not offer', async () => {
    for (const action of ['explode', 'constructor', 'toString']) {
      const response = await fetch(`${test.skin.origins.platform}/control/commerce/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"args":[]}',
      });
      expect(response.status).toBe(404);
    }
  });

  it('moves the clock ahead, and it runs on from there', async () => {
    const before = await test.control.now();
    const after = await test.control.advanceBy(3_600_000);
    expect(after - before).toBeGreaterThanOrEqual(3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 120));
    const now = await test.control.now();
    expect(now).toBeGreaterThan(after);
    expect(now - after).toBeLessThan(10_000);
  });

  it('takes every kind of fault that an answer or a cancel can have', async () => {
    const adminApi = (effect: Extract<Fault, { at: 'admin_api' }>['effect']) =>
      ({ at: 'admin_api', operation: '*', effect }) as const;
    const rules: FaultRule[] = [
      { fault: adminApi({ kind: 'http', status: 430, acted: true }) },
      { fault: adminApi({ kind: 'http', status: 402 }), forMs: 172_800_000 },
      { fault: adminApi({ kind: 'errors_after_acting' }) },
      { fault: adminApi({ kind: 'field_denied', field: 'job' }), count: 'always' },
      {
        fault: {
          at: 'job',
          job: 'order_cancel',
          effect: { kind: 'staged', settlesAfterMs: 60_000, note: 'late' },
        },
      },
    ];
    for (const rule of rules) await test.control.faults.inject(rule);
    expect((await test.control.faults.list()).map(({ rule }) => rule)).toEqual(rules);
  });

  it('injects faults, lists them and takes them back', async () => {
    const fault = await test.control.faults.inject({
      fault: {
        at: 'admin_api',
        operation: 'orderCancel',
        effect: { kind: 'answer_lost_after_acting' },
      },
      count: 2,
    });
    expect(await test.control.faults.list()).toMatchObject([{ id: fault.id, struck: 0 }]);
    await test.control.faults.clear(fault.id);
    expect(await test.control.faults.list()).toEqual([]);
  });

  it('changes what the app may do, and removes it', async () => {
    await test.control.apps.grant(APP.clientId, SHOP, ['read_orders']);
    expect(test.world.apps.installation(APP.clientId, SHOP)?.scopes).toEqual(['read_orders']);
    await test.control.apps.uninstall(APP.clientId, SHOP);
    expect(test.world.apps.installation(APP.clientId, SHOP)).toBeNull();
  });

  it('mints session tokens for the app', async () => {
    const token = await test.control.mintIdToken({
      surface: 'admin',
      shop: SHOP,
      staffUserId: '7',
    });
    expect(verifyAdminIdToken(APP, token, Date.now())).toMatchObject({ staffUserId: '7' });
  });

  it('attaches an app on this machine, and on no other', async () => {
    await test.control.attachApp('http://127.0.0.1:4567');
    expect((await test.control.health()).app).toBe('http://127.0.0.1:4567');
    await expect(test.control.attachApp('http://app.example.com')).rejects.toMatchObject({
      status: 400,
    });
  });

  it('takes no orders from a form on somebody’s web page', async () => {
    const response = await fetch(`${test.skin.origins.platform}/control/clock`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"advanceMs":1}',
    });
    expect(response.status).toBe(400);
  });
});
