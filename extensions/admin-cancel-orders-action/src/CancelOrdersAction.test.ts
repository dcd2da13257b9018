import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it } from 'vitest';

import { ok, refused } from '../../shared/testing/fake-app.ts';
import { pageText, press } from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';

const extension = getExtension('admin.order-index.selection-action.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.data.selected = [
    { id: 'gid://shopify/Order/1001' },
    { id: 'gid://shopify/Order/1002' },
  ];
});

const ID = '00000000-0000-4000-8000-0000000000aa';

describe('cancelling orders that are selected in the admin’s list', () => {
  it('asks the app for nothing before it is pressed, and then to check exactly these', async () => {
    await open(() => ok({ id: ID }));
    expect(app.calls).toEqual([]);
    expect(pageText()).toContain('2 orders');
    await press('Check the orders');
    expect(app.sent.map(({ url, body }) => [url.pathname, body])).toEqual([
      ['/api/staff/bulk-cancellations', { orders: ['1001', '1002'] }],
    ]);
  });

  it('leads to the review in the app, where they are confirmed', async () => {
    await open(() => ok({ id: ID }));
    await press('Check the orders');
    const link = document.querySelector('s-button[href]');
    expect(link?.getAttribute('href')).toBe(`/app/bulk/${ID}`);
  });

  it('says why the app refuses, and can be pressed again', async () => {
    await open(() => refused(422, 'too_many_orders', 'Choose 1,000 orders at most.'));
    await press('Check the orders');
    expect(pageText()).toContain('Choose 1,000 orders at most.');
    app.answers = () => ok({ id: ID });
    await press('Check the orders');
    expect(app.sent).toHaveLength(2);
  });
});
