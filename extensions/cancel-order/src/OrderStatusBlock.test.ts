import { getExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeApp, ok, refused, settle } from '../../shared/testing/fake-app.ts';
import { element, pageText, press } from '../../shared/testing/page.ts';
import { translator } from '../../shared/testing/translator.ts';
import english from '../locales/en.default.json';
import { cancelling, notOffered, offered } from './testing/views.ts';

const extension = getExtension('customer-account.order-status.block.render');
const app = fakeApp(() => 'lost');
// The tester lets only named properties be read, also those that have no value.
const order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  cancelledAt: undefined,
} as unknown as { id: string; name: string };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T11:30:00.000Z') });
  vi.stubEnv('APP_URL', 'https://app.example.com');
  extension.setUp();
  extension.shopify.i18n.translate = translator(english) as never;
  extension.shopify.order.value = order;
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

describe('the order page', () => {
  it('says until when the order can be cancelled, and how', async () => {
    await open(() => ok(offered({ closesAt: '2026-11-22T12:30:00.000Z' })));
    expect(pageText()).toContain('until 2026-11-22T12:30:00.000Z');
    expect(pageText()).toContain('Choose Cancel order');
  });

  it('names the start of fulfilment where that is what ends the offer', async () => {
    await open(() => ok(offered({ closesAt: null })));
    expect(pageText()).toContain('until the shop starts preparing it');
  });

  it('says why not and what to do instead when the order cannot be cancelled', async () => {
    await open(() => ok(notOffered('window_closed')));
    expect(pageText()).toContain('The time to cancel this order yourself is over');
    expect(pageText()).toContain('return the order');
  });

  it('changes by itself when the offer ends', async () => {
    await open(() => ok(offered({ closesAt: '2026-11-22T11:30:20.000Z' })));
    app.answers = () => ok(notOffered('window_closed'));
    await vi.advanceTimersByTimeAsync(22_000);
    expect(pageText()).toContain('is over');
  });

  it('shows the way of a cancellation, with reason and comment as given', async () => {
    await open(() => ok(cancelling()));
    const steps = [...document.querySelectorAll('[accessibilityrole=list-item]')];
    expect(steps.map((step) => step.textContent)).toEqual([
      'Requested2026-11-22T11:31:00.000Z',
      'Stopped in the warehouseto come',
      'Order cancelledto come',
      'Refund sentto come',
      'Refund confirmed by the payment providerto come',
    ]);
    expect(pageText()).toContain('Your reasonI changed my mind');
    expect(pageText()).toContain('Your commentSorry!');
    expect(pageText()).toContain('You get back€40.00');
  });

  it('shows a cancellation that was asked for elsewhere on the page without a reload', async () => {
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
    await press('No, go on');
    await press('Withdraw request');
    await press('Yes, keep my order');
    expect(app.sent.map(({ url }) => url.pathname)).toEqual([
      '/api/shopper/orders/1001/cancellation/withdraw',
    ]);
    expect(element('s-banner').getAttribute('heading')).toBe('You took your request back');
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
    await press('Yes, keep my order');
    expect(pageText()).toContain('already being carried out');
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('says so when it is not known whether taking the request back arrived', async () => {
    await open(({ method }) =>
      method === 'POST' ? 'lost' : ok(cancelling({ status: 'in_review', canWithdraw: true })),
    );
    await press('Withdraw request');
    await press('Yes, keep my order');
    expect(pageText()).toContain('could not confirm that your request arrived');
    expect(pageText()).toContain('Yes, keep my order');
  });

  it('offers nothing to take back when that is not possible', async () => {
    await open(() => ok(cancelling({ canWithdraw: false })));
    expect(document.querySelector('s-button')).toBeNull();
  });

  it('tells a declined shopper why, what the shop wrote, and what to do', async () => {
    const declined = { code: 'staff_declined', message: 'EN', note: 'It is engraved already.' };
    await open(() => ok(cancelling({ status: 'declined', declined })));
    expect(pageText()).toContain('You can return it when it arrives, or contact the shop');
    expect(pageText()).toContain('It is engraved already.');
    expect(pageText()).not.toContain('You get back');
  });

  it('asks a shopper who came by a link to sign in, and asks the app nothing', async () => {
    const requireLogin = vi.fn(async () => undefined);
    extension.shopify.requireLogin = requireLogin;
    extension.shopify.authenticationState.value = 'pre_authenticated';
    await open(() => ok(offered()));
    expect(app.calls).toHaveLength(0);
    await press('Sign in');
    expect(requireLogin).toHaveBeenCalledOnce();
  });

  it('asks to sign in when the app knows no customer for the token', async () => {
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
