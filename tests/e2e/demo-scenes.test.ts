import { afterAll, beforeAll, expect, test } from 'vitest';

import { playScenes } from '../../scripts/demo/demo-scenes.ts';
import { type LocalDemo, startLocalDemo } from './local-demo.ts';

let demo: LocalDemo;
beforeAll(async () => {
  demo = await startLocalDemo();
});
afterAll(() => demo.close());

test('what the demo shows has happened, by the ledger, and nothing of it strikes later', async () => {
  const { control } = demo.system;
  const [shop] = await control.shops();
  if (!shop) throw new Error('The demo has no shop.');
  const played = await playScenes(demo.system, true);
  const seen = async (nth: number) => {
    const [order] = await control.orders({ shop: shop.domain, name: played[nth]?.name ?? '' });
    if (!order) throw new Error(`The demo has played no order ${nth}.`);
    const { cancels, refunded, openHolds, mails } = await control.summary(shop.domain, order.id);
    const { delivered } = mails;
    return { cancels, refunded: refunded['shopify_payments'] ?? 0, openHolds, delivered };
  };
  const expectSeen = async (nth: number, ledger: Awaited<ReturnType<typeof seen>>) =>
    expect.poll(() => seen(nth)).toEqual(ledger);
  await expectSeen(0, { cancels: 0, refunded: 1_890, openHolds: 0, delivered: 1 });
  await expectSeen(1, { cancels: 1, refunded: 6_440, openHolds: 0, delivered: 0 });
  // Told that the refund is late.
  await expectSeen(2, { cancels: 1, refunded: 0, openHolds: 0, delivered: 1 });
  // To the customer that it has arrived, to the shop that it waits.
  await expectSeen(3, { cancels: 0, refunded: 0, openHolds: 1, delivered: 2 });
  expect(await control.mail.faults()).toEqual([]);
  const faults = await control.faults.list();
  expect(faults.filter(({ struck }) => struck === 0)).toEqual([]);
});
