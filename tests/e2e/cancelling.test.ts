import { seriousFindings, type WatchedPage } from 'devstore/browser';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { checkDemo } from '../../scripts/demo/demo-check.ts';
import { placeFreshOrder, type FreshOrder } from './flows/fresh-order.ts';
import { contradictions } from './flows/outcome.ts';
import { shopperCancels } from './flows/shopper-cancels.ts';
import { staffCancels } from './flows/staff-cancels.ts';
import { PHONE, startLocalDemo, type LocalDemo } from './local-demo.ts';

let demo: LocalDemo;
let watched: WatchedPage | undefined;

beforeAll(async () => {
  demo = await startLocalDemo('shared');
});
afterAll(() => demo.close());
afterEach(async () => {
  await watched?.close();
  watched = undefined;
});

/** Looks at what the step before has left on the page, in every frame of it. */
const looksAt =
  ({ page }: WatchedPage) =>
  async (step: string): Promise<void> => {
    expect(await seriousFindings(page), `before: ${step}`).toEqual([]);
  };

/** Waits for the ledger to say nothing against it; what remains is shown. */
async function expectOutcome(order: FreshOrder, refunded: number): Promise<void> {
  const expected = { refunded, restocked: order.units, currency: 'EUR' };
  await expect
    .poll(
      async () => contradictions(await demo.system.control.summary(order.shop, order.id), expected),
      { timeout: 15_000 },
    )
    .toEqual([]);
}

describe('a shopper', () => {
  it.each([
    ['at a desk', {}],
    ['on a phone', PHONE],
  ])('cancels %s, and everything comes back', async (_where, options) => {
    watched = await demo.open(options);
    const { page, errors } = watched;
    const { control, origins } = demo.system;
    const order = await placeFreshOrder(control);
    const tell = looksAt(watched);
    await shopperCancels({ page, origin: origins.customer, order, tell });
    await tell('the end');
    await expectOutcome(order, order.paid);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(page.viewportSize()?.width);
    expect(errors).toEqual([]);
  });
});

describe('staff', () => {
  it('cancel with a smaller refund, and exactly that is paid out', async () => {
    watched = await demo.open();
    const { page, errors } = watched;
    const order = await placeFreshOrder(demo.system.control, 'Jonas');
    const tell = looksAt(watched);
    await staffCancels({ page, address: demo.appAddress, order, refund: 1_234, tell });
    await tell('the end');
    await expectOutcome(order, 1_234);
    expect(errors).toEqual([]);
  });
});

describe('the check of the demo', () => {
  it('fails in bounded time, and says where, while Shopify takes no cancellation', async () => {
    const { control } = demo.system;
    const { id } = await control.faults.inject({
      fault: {
        at: 'admin_api',
        operation: 'orderCancel',
        effect: { kind: 'http', status: 503 },
      },
      count: 'always',
    });
    const printed: string[] = [];
    const isWhole = await checkDemo(demo.system, demo.places, {
      print: (line) => printed.push(line),
      patienceMs: 15_000,
    });
    await control.faults.clear(id);
    expect(isWhole).toBe(false);
    expect(printed.join('\n')).toContain('It stopped where it says: follow it to the end.');
    expect(printed.join('\n')).toContain('It was cancelled not at all.');
  });
});
