import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import { type AppAnswer, ok, refused } from '../../shared/testing/fake-app.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';
import { orderMark } from './asking/order-mark.ts';
import { cancelling, notOffered, offered, refusal } from './testing/views.ts';

const extension = getExtension('customer-account.order.action.menu-item.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.orderId = 'gid://shopify/Order/1001';
});

async function menuWith(answer: AppAnswer): Promise<Element[]> {
  await open(() => answer);
  return [...document.body.children];
}

describe('the entry in the order menu', () => {
  it('is one button, which opens the window, when the app offers to cancel', async () => {
    const items = await menuWith(ok(offered()));
    expect(items.map((item) => item.localName)).toEqual(['s-button']);
    expect(items[0]?.textContent).toBe('Cancel order');
    expect(items[0]?.hasAttribute('href')).toBe(false);
  });

  it('speaks of items where the order cannot be cancelled as a whole', async () => {
    const items = await menuWith(ok(offered({ notWhole: [refusal('partly_fulfilled')] })));
    expect(items[0]?.textContent).toBe('Cancel items');
  });

  it.each<[string, AppAnswer]>([
    ['the order cannot be cancelled', ok(notOffered('already_fulfilled'))],
    ['a cancellation is under way', ok(cancelling())],
    ['the shopper is signed out', refused(401, 'sign_in')],
    ['the order is not theirs', refused(404, 'order_not_found')],
    ['the app cannot be reached', 'lost'],
  ])('is not there when %s', async (_, answer) => {
    expect(await menuWith(answer)).toEqual([]);
  });

  it('asks the app about this order, as this shopper, in their language', async () => {
    extension.shopify.sessionToken.get = async () => 'a-token';
    await menuWith(ok(offered()));
    const [call] = app.calls;
    expect(call?.url.origin).toBe('https://app.example.com');
    expect(call?.url.pathname).toBe('/api/shopper/orders/1001/cancellation');
    expect(call?.url.searchParams.get('locale')).toBe(
      extension.shopify.localization.language.value.isoCode,
    );
    expect(call?.headers.get('Authorization')).toBe('Bearer a-token');
  });

  it('goes when something was asked for in the window, and comes back when that was withdrawn', async () => {
    const other = orderMark('gid://shopify/Order/1001', extension.shopify.storage);
    expect(await menuWith(ok(offered()))).toHaveLength(1);
    app.answers = () => ok(cancelling({ status: 'in_review' }));
    other.say('asked');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(document.body.children).toHaveLength(0);
    app.answers = () => ok(offered());
    other.say('withdrawn');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(document.body.textContent).toBe('Cancel order');
  });

  it('asks the app once for each order of a list that nobody touches', async () => {
    await menuWith(ok(offered()));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(app.calls).toHaveLength(1);
  });
});
