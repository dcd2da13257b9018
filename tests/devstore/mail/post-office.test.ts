import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSkin } from '../http/fixtures/open-test-skin.ts';
import type { TestSkin } from '../http/fixtures/open-test-skin.ts';
import { SHOP } from '../http/fixtures/test-app.ts';

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin();
});
afterEach(() => test.close());

function send(subject: string, messageId = '<m1@app.example.com>'): Promise<unknown> {
  return createTransport(test.skin.origins.smtp).sendMail({
    from: 'shop@example.com',
    to: 'ida@example.org',
    subject,
    text: 'Hello.',
    messageId,
  });
}

const mailKinds = (orderId: number): string[] =>
  test.world.ledger
    .ofOrder(SHOP, orderId)
    .map((entry) =>
      entry.kind === 'mail.submitted' && !entry.accepted ? 'mail.refused' : entry.kind,
    )
    .filter((kind) => kind === 'mail.refused' || /^mail\.(submitted|delivered)$/.test(kind));

describe('the post office', () => {
  it('files a mail under the order its subject names', async () => {
    const order = test.placeOrder();
    test.placeOrder();
    await send(`Your order ${order.name} is cancelled`);
    expect(mailKinds(order.id)).toEqual(['mail.submitted', 'mail.delivered']);
    const mail = (await test.control.mail.all()).find(({ source }) => source === 'app');
    expect(mail).toMatchObject({ mailbox: 'ida@example.org', shop: SHOP, orderId: order.id });
  });

  it('files a mail that names no order under none', async () => {
    const order = test.placeOrder();
    await send('Your weekly summary');
    expect(mailKinds(order.id)).toEqual([]);
    expect(test.world.ledger.entries().some(({ kind }) => kind === 'mail.delivered')).toBe(true);
  });

  it('delivers once what is handed in twice under one Message-ID', async () => {
    const order = test.placeOrder();
    await test.control.mail.injectFault({ kind: 'drop-after-accept', times: 1 });
    await expect(send(`Order ${order.name}`)).rejects.toThrow();
    await send(`Order ${order.name}`);
    expect(mailKinds(order.id)).toEqual(['mail.submitted', 'mail.delivered', 'mail.submitted']);
  });

  it('delivers twice what is handed in under two', async () => {
    const order = test.placeOrder();
    await send(`Order ${order.name}`, '<a@example.com>');
    await send(`Order ${order.name}`, '<b@example.com>');
    expect(mailKinds(order.id).filter((kind) => kind === 'mail.delivered')).toHaveLength(2);
  });

  it('records a refused mail and delivers nothing', async () => {
    const order = test.placeOrder();
    await test.control.mail.injectFault({ kind: 'reject', code: 550, times: 1 });
    await expect(send(`Order ${order.name}`)).rejects.toMatchObject({ responseCode: 550 });
    expect(mailKinds(order.id)).toEqual(['mail.refused']);
  });

  it('brings Shopify’s own mail into the same mailbox', async () => {
    const order = test.placeOrder();
    test.world.commerce.cancelInAdmin(SHOP, order.id, { notifyCustomer: true, refund: true });
    await test.skin.advanceBy(60_000);
    const platform = (await test.control.mail.all()).filter(({ source }) => source === 'platform');
    expect(
      platform.some(
        ({ mailbox, orderId }) => mailbox === 'ida@example.org' && orderId === order.id,
      ),
    ).toBe(true);
  });
});
