import { getExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { cancelling, completed, notOffered, offered } from '../../shared/staff/testing/views.ts';
import { fakeApp, ok, settle } from '../../shared/testing/fake-app.ts';
import { element, pageText, press } from '../../shared/testing/page.ts';
import { translator } from '../../shared/testing/translator.ts';
import english from '../locales/en.default.json';

const extension = getExtension('admin.order-details.block.render');
const app = fakeApp(() => 'lost');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T11:30:00.000Z') });
  extension.setUp();
  extension.shopify.i18n.translate = translator(english) as never;
  extension.shopify.data.selected = [{ id: 'gid://shopify/Order/1001' }];
  extension.fetch = app.fetch;
});

afterEach(() => {
  render(null, document.body);
  extension.tearDown();
  app.forget();
  vi.useRealTimers();
});

async function open(answers: typeof app.answers) {
  app.answers = answers;
  await extension.render();
  await settle();
}

describe("the cancellation on the order's page in the admin", () => {
  it('shows its state, who asked and every step, and keeps them up to date', async () => {
    await open(() => ok(cancelling({ requestedBy: 'Customer' })));
    expect(element('s-badge').textContent).toBe('Cancelling');
    expect(pageText()).toContain('Requested by Customer, 2026-11-22T11:31:00.000Z');
    expect(pageText()).toContain('Fulfilment held2026-11-22T11:31:01.000Z');
    app.answers = () => ok(completed());
    await vi.advanceTimersByTimeAsync(3_000);
    expect(element('s-badge').textContent).toBe('Completed');
  });

  it('shows what a person has to decide, and leads into the app for it', async () => {
    const attention = {
      title: 'The refund failed',
      explanation: 'The card is closed.',
      choices: [],
    };
    await open(() => ok(cancelling({ attention, tone: 'attention' })));
    expect(element('s-banner').getAttribute('heading')).toBe('The refund failed');
    expect(pageText()).toContain('The card is closed.');
    expect(element('s-link').getAttribute('href')).toBe('/app/orders/1001');
  });

  it('says when a request waits for an answer', async () => {
    await open(() => ok(cancelling({ awaitsAnswer: true, customerComment: 'Sorry!' })));
    expect(pageText()).toContain('waits for your answer');
    expect(pageText()).toContain('Customer’s comment: Sorry!');
  });

  it('opens the cancel window where the order can be cancelled', async () => {
    const navigate = vi.fn();
    extension.shopify.navigation.navigate = navigate;
    await open(() => ok(offered()));
    expect(pageText()).toContain('No cancellation');
    await press('Cancel order');
    expect(navigate).toHaveBeenCalledExactlyOnceWith('extension://admin-cancel-order-action');
  });

  it('offers nothing where the order cannot be cancelled, and says why', async () => {
    await open(() => ok(notOffered('Everything has been fulfilled.')));
    expect(pageText()).toContain('Everything has been fulfilled.');
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('can be read again when the app could not be reached', async () => {
    await open(() => 'lost');
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(completed());
    await press('Try again');
    expect(element('s-badge').textContent).toBe('Completed');
  });
});
