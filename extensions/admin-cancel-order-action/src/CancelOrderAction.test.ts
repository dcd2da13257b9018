import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import { cancelling, completed, notOffered, offered } from '../../shared/staff/testing/views.ts';
import { READING_MS } from '../../shared/confirm-button.tsx';
import { type AppAnswer, ok, refused, settle } from '../../shared/testing/fake-app.ts';
import { element, fill, pageText, press, pressWhenReady } from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';

const extension = getExtension('admin.order-details.action.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.data.selected = [{ id: 'gid://shopify/Order/1001' }];
});

/** Chooses a reason, and goes on to the review. */
async function review(reason = 'CUSTOMER'): Promise<void> {
  await fill('Reason for cancelling', reason);
  await press('Review');
}

describe('cancelling an order on its page in the admin', () => {
  it('asks the app by a relative address, which the admin signs', async () => {
    await open(() => ok(offered()));
    expect(app.calls[0]?.url.href).toBe(
      'https://relative.example.com/api/staff/orders/1001/cancellation',
    );
  });

  it('sends what was chosen, after it was looked over, and nothing before', async () => {
    await open(({ method }) => ok(method === 'POST' ? cancelling() : offered()));
    await fill('Refund amount (EUR)', '12.50');
    await fill('Refund to', 'store_credit');
    await fill('Restock items', false);
    await fill('Note to the customer (optional)', 'Sorry!');
    await fill('Internal note (optional)', 'Called in.');
    await review('OTHER');
    expect(pageText()).toContain('The items are not restocked.');
    expect(app.sent).toHaveLength(0);
    await pressWhenReady('Cancel order');
    expect(app.sent.map(({ body }) => body)).toEqual([
      {
        knownCancellationId: null,
        selection: { kind: 'order' },
        keepFreeItems: false,
        issueRefund: true,
        amount: '12.50',
        locale: 'en',
        method: 'store_credit',
        restock: false,
        reason: 'OTHER',
        notify: true,
        noteToCustomer: 'Sorry!',
        internalNote: 'Called in.',
      },
    ]);
  });

  it('keeps what was chosen when going back from the review', async () => {
    await open(() => ok(offered()));
    await fill('Refund amount (EUR)', '12.50');
    await review();
    await press('Back');
    expect(element('s-money-field').getAttribute('value')).toBe('12.50');
  });

  it('does not go on with an amount above what can be refunded', async () => {
    await open(() => ok(offered()));
    await fill('Refund amount (EUR)', '40.01');
    expect(element('s-money-field').getAttribute('error')).toBe('At most €40.00 can be refunded.');
    expect(element('s-button', 'Review').hasAttribute('disabled')).toBe(true);
    await review();
    expect(pageText()).not.toContain('What will happen');
  });

  it('refunds nothing when Issue refund is unticked', async () => {
    await open(({ method }) => ok(method === 'POST' ? cancelling() : offered()));
    await fill('Issue refund', false);
    expect(document.querySelector('s-money-field')).toBeNull();
    await review();
    expect(pageText()).toContain('Nothing is refunded.');
    await pressWhenReady('Cancel order');
    expect(app.sent[0]?.body).toMatchObject({ issueRefund: false });
  });

  it('offers no store credit where Shopify gives none', async () => {
    await open(() => ok(offered({ storeCreditPossible: false })));
    expect(document.querySelector('[label="Refund to"]')).toBeNull();
  });

  it('starts one cancellation for a double click', async () => {
    await open(({ method }) =>
      method === 'POST' ? new Promise<AppAnswer>(() => undefined) : ok(offered()),
    );
    await review();
    await vi.advanceTimersByTimeAsync(READING_MS);
    const confirm = element('s-button', 'Cancel order');
    confirm.click();
    confirm.click();
    await settle();
    confirm.click();
    await settle();
    expect(app.sent).toHaveLength(1);
    expect(confirm.hasAttribute('loading')).toBe(true);
  });

  it('case 77: is not confirmed by a double press on Review', async () => {
    await open(({ method }) => ok(method === 'POST' ? cancelling() : offered()));
    await review();
    const red = element('s-button', 'Cancel order');
    expect(red.getAttribute('slot')).toBe(null);
    expect(red.hasAttribute('disabled')).toBe(true);
    red.click();
    await settle();
    expect(app.sent).toHaveLength(0);
    expect(document.querySelector('[slot=primary-action]')).toBeNull();
  });

  it('chooses no reason for staff, and asks for one beside the field', async () => {
    await open(() => ok(offered()));
    const reason = () => element('[label="Reason for cancelling"]');
    expect(reason().getAttribute('value')).toBe('');
    await press('Review');
    expect(reason().getAttribute('error')).toBe('Choose why the order is cancelled.');
    expect(pageText()).not.toContain('What will happen');
    await fill('Reason for cancelling', 'OTHER');
    await press('Review');
    expect(pageText()).toContain('What will happen');
  });

  it('follows the cancellation to its end', async () => {
    let done = false;
    await open(({ method }) =>
      ok(done ? completed() : method === 'POST' || app.sent.length > 0 ? cancelling() : offered()),
    );
    await review();
    await pressWhenReady('Cancel order');
    expect(element('s-badge').textContent).toBe('Cancelling');
    expect(pageText()).toContain('Fulfillment held');
    done = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(element('s-badge').textContent).toBe('Completed');
    const looks = app.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(app.calls).toHaveLength(looks);
  });

  it("shows the app's words when it refuses, above what was chosen", async () => {
    await open(({ method }) =>
      method === 'POST' ? refused(409, 'amount_changed', 'It changed to €25.00.') : ok(offered()),
    );
    await fill('Internal note (optional)', 'Called in.');
    await review();
    await pressWhenReady('Cancel order');
    expect(pageText()).toContain('It changed to €25.00.');
    await press('Back');
    expect(element('[label^="Internal"]').getAttribute('value')).toBe('Called in.');
  });

  it('finds out by itself that a cancellation was started whose answer was lost', async () => {
    await open(({ method }) =>
      method === 'POST' ? 'lost' : ok(app.sent.length > 0 ? cancelling() : offered()),
    );
    await review();
    await pressWhenReady('Cancel order');
    expect(element('s-badge').textContent).toBe('Cancelling');
  });

  it('shows the cancellation an order has already, with a way into the app', async () => {
    await open(() => ok(cancelling()));
    expect(element('s-badge').textContent).toBe('Cancelling');
    expect(element('[slot=primary-action]').getAttribute('href')).toBe('/app/orders/1001');
  });

  it('case 55: says why a staff member may not cancel, and offers nothing', async () => {
    await open(() => ok({ ...notOffered('Your account may not cancel orders.') }));
    expect(pageText()).toContain('Your account may not cancel orders.');
    expect(document.querySelector('s-money-field')).toBeNull();
  });

  it('leads to the app where items are to be chosen', async () => {
    const line = {
      id: '11',
      title: 'Kettle',
      variantTitle: null,
      imageUrl: null,
      cancellable: 1,
      refusals: [],
      bundle: null,
    };
    await open(() => ok(offered({ lines: [line, { ...line, id: '12' }] })));
    expect(element('s-link').getAttribute('href')).toBe('/app/orders/1001?cancel=1');
  });

  it('case 25: refunds nothing while a dispute is open, and says why', async () => {
    await open(() => ok(offered({ againstRefund: ['A chargeback is open.'] })));
    expect(pageText()).toContain('A chargeback is open.');
    expect(document.querySelector('s-money-field')).toBeNull();
  });

  it('says why an order cannot be cancelled', async () => {
    await open(() => ok(notOffered('A return is open on this order.')));
    expect(pageText()).toContain('A return is open on this order.');
    expect(pageText()).not.toContain('Review');
  });

  it('can be read again when the app could not be reached', async () => {
    await open(() => 'lost');
    app.answers = () => ok(offered());
    await press('Try again');
    expect(document.querySelector('s-money-field')).not.toBeNull();
  });
});
