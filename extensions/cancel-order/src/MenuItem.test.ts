import { getExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type AppAnswer, fakeApp, ok, refused } from '../../shared/testing/fake-app.ts';
import { translator } from '../../shared/testing/translator.ts';
import english from '../locales/en.default.json';
import { cancelling, notOffered, offer, offered } from './testing/views.ts';

const extension = getExtension('customer-account.order.action.menu-item.render');

beforeEach(() => {
  vi.stubEnv('APP_URL', 'https://app.example.com');
  extension.setUp();
  extension.shopify.i18n.translate = translator(english) as never;
  extension.shopify.orderId = 'gid://shopify/Order/1001';
});

afterEach(() => {
  render(null, document.body);
  extension.tearDown();
});

async function menuWith(answer: AppAnswer) {
  const app = fakeApp(() => answer);
  extension.fetch = app.fetch;
  await extension.render();
  return { app, items: [...document.body.children] };
}

describe('the entry in the order menu', () => {
  it('is one button, which opens the window, when the app offers to cancel', async () => {
    const { items } = await menuWith(ok(offered()));
    expect(items.map((item) => item.localName)).toEqual(['s-button']);
    expect(items[0]?.textContent).toBe('Cancel order');
    expect(items[0]?.hasAttribute('href')).toBe(false);
  });

  it.each<[string, AppAnswer]>([
    ['the order cannot be cancelled', ok(notOffered('already_fulfilled'))],
    ['a cancellation is under way', ok({ ...cancelling(), offer: offer() })],
    ['the shopper is signed out', refused(401, 'sign_in')],
    ['the order is not theirs', refused(404, 'order_not_found')],
    ['the app cannot be reached', 'lost'],
  ])('is not there when %s', async (_, answer) => {
    expect((await menuWith(answer)).items).toEqual([]);
  });

  it('asks the app about this order, as this shopper, in their language', async () => {
    extension.shopify.sessionToken.get = async () => 'a-token';
    const { app } = await menuWith(ok(offered()));
    const [call] = app.calls;
    expect(call?.url.origin).toBe('https://app.example.com');
    expect(call?.url.pathname).toBe('/api/shopper/orders/1001/cancellation');
    expect(call?.url.searchParams.get('locale')).toBe(
      extension.shopify.localization.language.value.isoCode,
    );
    expect(call?.headers.get('Authorization')).toBe('Bearer a-token');
  });
});
