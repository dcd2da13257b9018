import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import { ok, refused } from '../../shared/testing/fake-app.ts';
import { element, pageText, press, pressWhenReady } from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';
import { orderMark } from './asking/order-mark.ts';
import { cancelling, notOffered, offer, offered } from './testing/views.ts';

const extension = getExtension('customer-account.order-status.block.render');
// The tester lets only named properties be read, also those that have no value.
const order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  cancelledAt: undefined,
} as unknown as { id: string; name: string; cancelledAt?: string };
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.order.value = order;
});

describe('the order page', () => {
  it('says until when the order can be cancelled, and how', async () => {
    await open(() => ok(offered({ closesAt: '2026-11-22T12:30:00.000Z' })));
    expect(pageText()).toContain('until 2026-11-22T12:30:00.000Z');
    expect(pageText()).toContain('Choose Cancel order');
  });

  it('names the start of fulfillment where that is what ends the offer', async () => {
    await open(() => ok(offered({ closesAt: null })));
    expect(pageText()).toContain('until we start preparing it');
  });

  it('says why not and what to do instead when the order cannot be cancelled', async () => {
    await open(() => ok(notOffered('window_closed')));
    expect(pageText()).toContain('This order can no longer be cancelled online');
    expect(pageText()).toContain('Please contact us');
  });

  it('changes by itself when the offer ends', async () => {
    await open(() => ok(offered({ closesAt: '2026-11-22T11:30:20.000Z' })));
    app.answers = () => ok(notOffered('window_closed'));
    await vi.advanceTimersByTimeAsync(22_000);
    expect(pageText()).toContain('no longer be cancelled online');
  });

  it('shows the way of a cancellation, with reason and comment as given', async () => {
    await open(() => ok(cancelling()));
    const steps = [...document.querySelectorAll('[accessibilityrole=list-item]')];
    expect(steps.map((step) => step.textContent)).toEqual([
      'Requested2026-11-22T11:31:00.000Z',
      'Stopped in the warehouseunder way',
      'Order cancelledto come',
      'Refund sentto come',
      'Refund confirmed by the payment providerto come',
    ]);
    expect(pageText()).toContain('Your reasonI changed my mind');
    expect(pageText()).toContain('Your commentSorry!');
    expect(pageText()).toContain('Total refundRefund to Visa€30.00');
  });

  it('calls a request approved once it is, and not while it waits for somebody to look at it', async () => {
    const waiting = { step: 'approved', state: 'current', at: null } as const;
    await open(() => ok(cancelling({ status: 'in_review', timeline: [waiting] })));
    expect(pageText()).toContain('Review of your requestunder way');
    expect(pageText()).not.toContain('Request approved');
  });

  it('case 1: says of money that was only reserved that it is released, not refunded', async () => {
    const comesBack = {
      total: '€0.00',
      refunds: [],
      storeCredit: null,
      byHand: [],
      released: [{ method: 'Visa', amount: '€40.00' }],
      pending: null,
    };
    const timeline = cancelling().cancellation?.timeline.slice(0, 3) ?? [];
    await open(() => ok(cancelling({ status: 'completed', timeline, amount: null, comesBack })));
    expect(pageText()).toContain('Hold on Visa removed. You were not charged.€40.00');
    expect(pageText()).not.toContain('Refund to');
  });

  it('shows what of the order is cancelled, and that more of it can be', async () => {
    const part = cancelling({
      status: 'completed',
      scope: 'lines',
      items: [{ title: 'Enamel kettle', quantity: 2 }],
    });
    await open(() => ok({ ...part, offer: offer() }));
    expect(element('s-banner').getAttribute('heading')).toBe('Part of your order is cancelled');
    expect(pageText()).toContain('2 × Enamel kettle');
    expect(pageText()).toContain('Items cancelled');
    expect(pageText()).toContain('You can cancel more of this order until');
  });

  it('goes on showing what was cancelled before', async () => {
    const items = [{ title: 'Mug', quantity: 2 }];
    const earlier = [{ id: 'an earlier one', items, amount: '€8.00' }];
    await open(() => ok({ ...cancelling({ status: 'completed', scope: 'lines' }), earlier }));
    expect(pageText()).toContain('Cancelled before2 × Mug€8.00');
  });

  it('says nothing of what cannot be cancelled next to what is', async () => {
    await open(() => ok(cancelling({ status: 'completed', scope: 'lines' })));
    expect(pageText()).not.toContain('already under way');
  });

  it('case 23: says that the cancellation waits for the bank', async () => {
    await open(() => ok(cancelling({ status: 'awaiting_payment' })));
    expect(pageText()).toContain('Your payment is still being confirmed');
  });

  it('case 5: says when a refund did not go through after the order was cancelled', async () => {
    const timeline = [
      { step: 'cancelled' as const, state: 'done' as const, at: '2026-11-22T11:31:00.000Z' },
      { step: 'refund_sent' as const, state: 'failed' as const, at: null },
      { step: 'refund_arrived' as const, state: 'todo' as const, at: null },
    ];
    await open(() => ok(cancelling({ status: 'needs_attention', timeline })));
    expect(pageText()).toContain('The refund did not go through as planned');
    expect(pageText()).toContain('Refund sentwe are looking after it');
    expect(pageText()).toContain('Refund confirmed by the payment providerto come');
  });

  it('leads to the shop’s policy', async () => {
    await open(() => ok(offered()));
    expect(element('s-link').getAttribute('href')).toBe(offered().policyUrl);
  });

  it('case 48: shows what Shopify’s page knows without a login, and no more', async () => {
    extension.shopify.authenticationState.value = 'pre_authenticated';
    extension.shopify.order.value = { ...order, cancelledAt: '2026-11-22T11:31:00.000Z' };
    await open(() => ok(cancelling()));
    expect(pageText()).toContain('This order is cancelled. Sign in');
    expect(app.calls).toHaveLength(0);
  });

  it('shows a cancellation that was asked for elsewhere on the page without a reload', async () => {
    await open(() => ok(offered()));
    app.answers = () => ok(cancelling({ status: 'completed' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
  });

  it('shows what was asked for in the window within two seconds, however quiet it has been', async () => {
    await open(() => ok(offered({ closesAt: null })));
    await vi.advanceTimersByTimeAsync(600_000);
    app.answers = () => ok(cancelling({ status: 'in_review' }));
    const looks = app.calls.length;
    orderMark(order.id, extension.shopify.storage).say(null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(pageText()).toContain('on hold while we review');
    expect(app.calls).toHaveLength(looks + 1);
  });

  it('looks often for a while after another part of the page sent something', async () => {
    await open(() => ok(offered({ closesAt: null })));
    await vi.advanceTimersByTimeAsync(600_000);
    orderMark(order.id, extension.shopify.storage).say(null);
    await vi.advanceTimersByTimeAsync(2_000);
    app.answers = () => ok(cancelling({ status: 'completed' }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
  });

  it('hears nothing of other orders', async () => {
    await open(() => ok(cancelling({ status: 'completed' })));
    orderMark('gid://shopify/Order/1002', extension.shopify.storage).say(null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(app.calls).toHaveLength(1);
  });

  it('tells the other parts of the page that the request was taken back', async () => {
    const heard = vi.fn();
    const waiting = cancelling({ status: 'in_review', canWithdraw: true });
    await open(({ method }) =>
      ok(method === 'POST' ? cancelling({ status: 'withdrawn', canWithdraw: false }) : waiting),
    );
    const stop = orderMark(order.id, extension.shopify.storage).listen(heard);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard).not.toHaveBeenCalled();
    await press('Withdraw request');
    await pressWhenReady('Yes, withdraw request');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard).toHaveBeenCalled();
    stop();
  });

  it('goes on by its own looks where nothing is kept in the browser', async () => {
    extension.shopify.storage.read = () => Promise.reject(new Error('no storage'));
    extension.shopify.storage.write = () => Promise.reject(new Error('no storage'));
    await open(() => ok(offered()));
    app.answers = () => ok(cancelling({ status: 'completed' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
  });

  it('stops looking once everything is done', async () => {
    await open(() => ok(cancelling({ status: 'completed' })));
    const looks = app.calls.length;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(app.calls).toHaveLength(looks);
  });

  it('goes on looking, and on showing what it knew, when the connection breaks for a while', async () => {
    await open(() => ok(cancelling()));
    app.answers = () => 'lost';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pageText()).toContain('cannot be reached');
    expect(pageText()).toContain('Requested');
    app.answers = () => ok(cancelling({ status: 'completed' }));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
    expect(pageText()).not.toContain('cannot be reached');
  });

  it('takes a request back only after a second question', async () => {
    const waiting = cancelling({ status: 'in_review', canWithdraw: true });
    await open(({ method }) =>
      ok(method === 'POST' ? cancelling({ status: 'withdrawn', canWithdraw: false }) : waiting),
    );
    await press('Withdraw request');
    expect(app.sent).toHaveLength(0);
    await press('No, keep');
    await press('Withdraw request');
    await pressWhenReady('Yes, withdraw request');
    expect(app.sent.map(({ url }) => url.pathname)).toEqual([
      '/api/shopper/orders/1001/cancellation/withdraw',
    ]);
    expect(element('s-banner').getAttribute('heading')).toBe('You withdrew your request');
  });

  it('offers the order again once the request that was taken back has been undone', async () => {
    const heard = vi.fn();
    await open(() => ok(cancelling({ status: 'withdrawn' })));
    expect(pageText()).not.toContain('already under way');
    const stop = orderMark(order.id, extension.shopify.storage).listen(heard);
    await vi.advanceTimersByTimeAsync(300);
    app.answers = () => ok({ ...cancelling({ status: 'withdrawn' }), offer: offer() });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(pageText()).toContain('You can cancel');
    expect(heard).toHaveBeenCalledOnce();
    stop();
  });

  it('case 77: takes nothing back by a second press before the question could be read', async () => {
    await open(() => ok(cancelling({ status: 'in_review', canWithdraw: true })));
    await press('Withdraw request');
    await press('Yes, withdraw request');
    expect(app.sent).toHaveLength(0);
    await pressWhenReady('Yes, withdraw request');
    expect(app.sent).toHaveLength(1);
  });

  it('says so when work on the cancellation stands still', async () => {
    await open(() => ok(cancelling({ standsStill: true })));
    expect(pageText()).toContain(english.status.standsStill);
  });

  it('says so when it is too late to take the request back', async () => {
    await open(({ method }) =>
      method === 'POST'
        ? refused(409, 'too_late_to_stop')
        : ok(
            app.sent.length > 0
              ? cancelling()
              : cancelling({ status: 'in_review', canWithdraw: true }),
          ),
    );
    await press('Withdraw request');
    await pressWhenReady('Yes, withdraw request');
    expect(pageText()).toContain('already being carried out');
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('says so when it is not known whether taking the request back arrived', async () => {
    await open(({ method }) =>
      method === 'POST' ? 'lost' : ok(cancelling({ status: 'in_review', canWithdraw: true })),
    );
    await press('Withdraw request');
    await pressWhenReady('Yes, withdraw request');
    expect(pageText()).toContain('could not confirm that your request arrived');
    expect(pageText()).toContain('Yes, withdraw request');
  });

  it('offers nothing to take back when that is not possible', async () => {
    await open(() => ok(cancelling({ canWithdraw: false })));
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('case 61: tells a declined shopper why, what the shop wrote, and what to do', async () => {
    const declined = {
      code: 'staff_declined',
      message: 'EN',
      note: 'It is engraved already.',
      nextStep: 'return_it' as const,
    };
    await open(() => ok(cancelling({ status: 'declined', declined })));
    expect(pageText()).toContain('We could not accept your request');
    expect(pageText()).toContain('It is engraved already.');
    expect(pageText()).toContain('What you can doYou can return the items once they arrive.');
    expect(pageText()).not.toContain('Total refund');
  });

  it('case 61: leads a shopper who was told no to the shop, and to its return policy', async () => {
    const wayOn = {
      contactUrl: 'mailto:hello@kettles.example.com?subject=%231001',
      returnsUrl: 'https://kettles.example.com/policies/refund-policy',
    };
    await open(() => ok({ ...notOffered('already_fulfilled'), wayOn }));
    const links = [...document.querySelectorAll('s-link')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining([wayOn.contactUrl, wayOn.returnsUrl]));
    expect(pageText()).toContain('This does not affect your statutory rights');
  });

  it('case 48: asks a shopper who came by a link to sign in, and asks the app nothing', async () => {
    const requireLogin = vi.fn(async () => undefined);
    extension.shopify.requireLogin = requireLogin;
    extension.shopify.authenticationState.value = 'pre_authenticated';
    await open(() => ok(offered()));
    expect(app.calls).toHaveLength(0);
    await press('Sign in');
    expect(requireLogin).toHaveBeenCalledOnce();
  });

  it('case 48: asks to sign in when the app knows no customer for the token', async () => {
    await open(() => refused(401, 'sign_in'));
    expect(element('s-button').textContent).toBe('Sign in');
  });

  it('shows nothing while Shopify has no order yet', async () => {
    extension.shopify.order.value = undefined;
    await open(() => ok(offered()));
    expect(document.body.childElementCount).toBe(0);
    expect(app.calls).toHaveLength(0);
  });
});

describe('an app of another release', () => {
  const cancellation = cancelling().cancellation;

  it('may say more than this extension knows', async () => {
    const view = cancelling();
    await open(() =>
      ok({ ...view, tone: 'info', cancellation: { ...cancellation, tone: 'info' } }),
    );
    expect(pageText()).toContain('a few seconds');
  });

  it('is told apart from one that answers, when it lacks what is to be shown', async () => {
    const less = { ...cancellation, comesBack: undefined };
    await open(() => ok({ ...cancelling(), cancellation: less }));
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(cancelling());
    await press('Try again');
    expect(pageText()).toContain('a few seconds');
  });

  it('need not say how a step stands: it has happened when it says when', async () => {
    const timeline = [
      { step: 'requested', at: '2026-11-22T11:31:00.000Z' },
      { step: 'stopped', at: null },
    ];
    await open(() => ok({ ...cancelling(), cancellation: { ...cancellation, timeline } }));
    const icons = [...document.querySelectorAll('s-icon')].map((icon) => icon.getAttribute('type'));
    expect(icons).toEqual(['check-circle-filled', 'clock']);
  });
});
