import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import { cancelling, completed, notOffered, offered } from '../../shared/staff/testing/views.ts';
import { ok } from '../../shared/testing/fake-app.ts';
import { element, pageText, press } from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';

const extension = getExtension('admin.order-details.block.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.data.selected = [{ id: 'gid://shopify/Order/1001' }];
});

describe("the cancellation on the order's page in the admin", () => {
  it('shows its state, who asked and every step, and keeps them up to date', async () => {
    await open(() => ok(cancelling({ requestedBy: 'Customer' })));
    expect(element('s-badge').textContent).toBe('Cancelling');
    expect(pageText()).toContain('Requested by Customer, 2026-11-22T11:31:00.000Z');
    expect(pageText()).toContain('Fulfillment held2026-11-22T11:31:01.000Z');
    app.answers = () => ok(completed());
    await vi.advanceTimersByTimeAsync(3_000);
    expect(element('s-badge').textContent).toBe('Completed');
  });

  it('shows what a person has to decide, and leads into the app for it', async () => {
    const attention = {
      title: 'The refund failed',
      explanation: 'The card is closed.',
      notOffered: [],
      choices: [],
    };
    await open(() => ok(cancelling({ attention, tone: 'attention' })));
    expect(element('s-banner').getAttribute('heading')).toBe('The refund failed');
    expect(pageText()).toContain('The card is closed.');
    expect(element('s-link').getAttribute('href')).toBe('/app/orders/1001');
  });

  it('says in words that a step did not succeed: its mark alone would be overlooked', async () => {
    const step = { key: 'refund_sent', label: 'Refund sent', state: 'failed', at: null } as const;
    await open(() => ok(cancelling({ steps: [step] })));
    expect(pageText()).toContain('Refund sentDid not succeed');
  });

  it('says so when work on the cancellation stands still', async () => {
    const standstill = 'Nothing has happened for 27 seconds.';
    await open(() => ok(cancelling({ standstill })));
    expect(element('s-banner').textContent).toBe(standstill);
  });

  it('says that a mail could not be sent, beside the steps', async () => {
    const mailError = { title: 'The email to the store could not be sent', text: 'SMTP 550.' };
    await open(() => ok(cancelling({ mailError })));
    expect(element('s-banner').getAttribute('heading')).toBe(mailError.title);
    expect(pageText()).toContain('SMTP 550.');
  });

  it('says when a request waits for an answer', async () => {
    await open(() => ok(cancelling({ awaitsAnswer: true, customerComment: 'Sorry!' })));
    expect(pageText()).toContain('waiting for your response');
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

  it('shows within two seconds what was done in the window that it opened', async () => {
    await open(() => ok(offered()));
    await press('Cancel order');
    await vi.advanceTimersByTimeAsync(8_000);
    app.answers = () => ok(cancelling());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(element('s-badge').textContent).toBe('Cancelling');
  });

  it('looks no more often than it must once the window has long been left open', async () => {
    await open(() => ok(offered()));
    await press('Cancel order');
    await vi.advanceTimersByTimeAsync(1_800_000);
    const looks = app.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(app.calls.length - looks).toBeLessThanOrEqual(6);
  });

  it('shows within a quarter of a minute what was done in a window opened from elsewhere', async () => {
    await open(() => ok(offered()));
    await vi.advanceTimersByTimeAsync(1_800_000);
    app.answers = () => ok(cancelling());
    await vi.advanceTimersByTimeAsync(16_000);
    expect(element('s-badge').textContent).toBe('Cancelling');
  });

  it('offers nothing where the order cannot be cancelled, and says why', async () => {
    await open(() => ok(notOffered('Everything has been fulfilled.')));
    expect(pageText()).toContain('Everything has been fulfilled.');
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('case 55: tells staff who may not decide anything', async () => {
    await open(() => ok({ ...cancelling(), forbidden: 'Your account may not cancel orders.' }));
    expect(pageText()).toContain('Your account may not cancel orders.');
  });

  it('names the items of a cancellation that takes only some, and counts those before it', async () => {
    const lines = [{ title: 'Kettle', quantity: 2, amount: '€40.00', restock: '2 back in stock' }];
    const view = cancelling({ scope: 'lines', lines });
    const earlier = completed().cancellation;
    await open(() => ok({ ...view, earlier: earlier ? [earlier] : [] }));
    expect(pageText()).toContain('Items: 2 × Kettle');
    expect(pageText()).toContain('One earlier cancellation');
  });

  it('can be read again when the app could not be reached', async () => {
    await open(() => 'lost');
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(completed());
    await press('Try again');
    expect(element('s-badge').textContent).toBe('Completed');
  });
});

describe('an app of another release', () => {
  it('may say more than this extension knows, and need not say what the order comes to', async () => {
    const view = cancelling({ statusLabel: 'Cancelling' });
    const order = { ...view.order, state: undefined, mood: 'low' };
    await open(() => ok({ ...view, order, urgency: 3 }));
    expect(element('s-badge').textContent).toBe('Cancelling');
    expect(document.querySelectorAll('s-badge')).toHaveLength(1);
  });

  it('is told apart from one that answers, when it lacks what is to be shown', async () => {
    await open(() => ok({ ...cancelling(), forbidden: undefined }));
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(completed());
    await press('Try again');
    expect(element('s-badge').textContent).toBe('Completed');
  });
});
