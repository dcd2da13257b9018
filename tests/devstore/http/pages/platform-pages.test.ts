import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSkin } from '../fixtures/open-test-skin.ts';
import type { TestSkin } from '../fixtures/open-test-skin.ts';
import { SHOP } from '../fixtures/test-app.ts';

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin();
});
afterEach(() => test.close());

async function page(path: string): Promise<string> {
  const response = await fetch(test.skin.origins.platform + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return response.text();
}

describe('the devstore’s own pages', () => {
  it('lead from the front page to shopper, merchant, storefront, mailbox and ledger', async () => {
    const home = await page('/');
    for (const address of [
      `${test.skin.origins.customer}/account/orders`,
      test.skin.origins.storefront,
      '/store/pine/apps/fixture-app',
      '/mailbox',
      '/ledger',
    ]) {
      expect(home).toContain(`href="${address}"`);
    }
  });

  it('show an order’s movements, and only its own when asked', async () => {
    const first = test.placeOrder();
    const second = test.placeOrder();
    const all = await page('/ledger');
    expect(all).toContain(`>${first.name}<`);
    expect(all).toContain('Payment captured');
    expect(all).toContain('99.80 EUR');
    const one = await page(`/ledger?order=${encodeURIComponent(first.name)}`);
    expect(one).toContain(`>${first.name}<`);
    expect(one).not.toContain(`>${second.name}<`);
    expect(one.replace(/\s+/g, '')).toContain('Captured</span><b>99.80EUR</b>');
    const mail = await page('/ledger?topic=mail&order=%239999999');
    expect(mail).toContain('No movement fits this filter yet.');
  });

  it('show a mail in a frame that runs nothing, with the shop’s links leading here', async () => {
    test.skin.mailbox.deliver(
      {
        messageId: '<1@example.com>',
        from: 'shop@example.com',
        to: 'ida@example.org',
        subject: 'A <b>bold</b> subject',
        text: `plain words, https://${SHOP}/apps/cancel?a=1&b=2. <i>`,
        html: `<a href="https://${SHOP}/orders/1">x</a><script>alert("1")</script>`,
      },
      { mailbox: 'ida@example.org', source: 'app', deliveredAt: 0, shop: SHOP, orderId: null },
    );
    const list = await page('/mailbox');
    expect(list).toContain('A &lt;b&gt;bold&lt;/b&gt; subject');
    const mail = await page('/mailbox/1');
    expect(mail).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const { storefront } = test.skin.origins;
    expect(mail).toContain(`&lt;a href=&quot;${storefront}/orders/1&quot;`);
    expect(mail).not.toContain('<script>alert');
    expect(mail).toContain(
      `plain words, <a href="${storefront}/apps/cancel?a=1&amp;b=2" target="_blank" rel="noopener">https://${SHOP}/apps/cancel?a=1&amp;b=2</a>. &lt;i&gt;`,
    );
    expect(test.skin.mailbox.find(1)?.html).toContain(`https://${SHOP}/orders/1`);
    expect((await fetch(`${test.skin.origins.platform}/mailbox/2`)).status).toBe(404);
  });
});
