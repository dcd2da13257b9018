import { getExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type AppAnswer, fakeApp, ok, refused, settle } from '../../shared/testing/fake-app.ts';
import { element, fill, pageText, press } from '../../shared/testing/page.ts';
import { translator } from '../../shared/testing/translator.ts';
import english from '../locales/en.default.json';
import { cancelling, notOffered, offer, offered } from './testing/views.ts';

const extension = getExtension('customer-account.order.action.render');
const app = fakeApp(() => 'lost');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T11:30:00.000Z') });
  vi.stubEnv('APP_URL', 'https://app.example.com');
  extension.setUp();
  extension.shopify.i18n.translate = translator(english) as never;
  extension.shopify.orderId = 'gid://shopify/Order/1001';
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

/** The app reads `before` until something was sent, and `then` after it. */
const before = (view: unknown, then: (call: { method: string }) => AppAnswer) => {
  let sent = false;
  return (call: { method: string }) => {
    sent ||= call.method === 'POST';
    return sent ? then(call) : ok(view);
  };
};

describe('the cancel window', () => {
  it('shows what comes back, payment by payment, and the sum', async () => {
    await open(() => ok(offered()));
    expect(pageText()).toContain('Refund to Visa€30.00');
    expect(pageText()).toContain('Refund to Gift card€10.00');
    expect(pageText()).toContain('Total€40.00');
  });

  it('never calls a released authorization or money paid by hand a refund', async () => {
    const comesBack = {
      ...offer().comesBack,
      refunds: [],
      released: [{ method: 'Visa', amount: '€30.00' }],
      byHand: [{ method: 'Bank deposit', amount: '€10.00' }],
    };
    await open(() => ok(offered({ comesBack })));
    expect(pageText()).toContain('Reserved on Visa, never charged: released€30.00');
    expect(pageText()).toContain('the shop pays this back to you itself€10.00');
    expect(pageText()).not.toMatch(/refund/i);
  });

  it('says that nothing comes back when nothing was paid', async () => {
    const comesBack = { ...offer().comesBack, refunds: [] };
    await open(() => ok(offered({ comesBack })));
    expect(pageText()).toContain('nothing has to be paid back');
  });

  it('shows store credit as one sum', async () => {
    const comesBack = { ...offer().comesBack, asStoreCredit: true };
    await open(() => ok(offered({ comesBack })));
    expect(pageText()).toContain('Store credit for your next order€40.00');
    expect(pageText()).not.toContain('Visa');
  });

  it('cancels in one click with the first reason and the amount that was shown', async () => {
    await open(before(offered(), () => ok(cancelling())));
    await press('Cancel order');
    expect(app.sent.map(({ body }) => body)).toEqual([
      {
        reasonId: 'changed_mind',
        comment: '',
        shown: { amount: '40.00', currencyCode: 'EUR' },
      },
    ]);
    expect(pageText()).toContain('Requested');
  });

  it('sends the reason and comment as given', async () => {
    await open(before(offered(), () => ok(cancelling())));
    await fill('Why are you cancelling?', 'other');
    await fill('Anything to add? (optional)', 'Sorry!');
    await press('Cancel order');
    expect(app.sent[0]?.body).toMatchObject({ reasonId: 'other', comment: 'Sorry!' });
  });

  it('does not send a comment that is too long', async () => {
    await open(() => ok(offered()));
    await fill('Anything to add? (optional)', 'x'.repeat(41));
    expect(element('s-text-area').getAttribute('error')).toContain('40');
    expect(element('s-button', 'Cancel order').hasAttribute('disabled')).toBe(true);
  });

  it('sends one request for a double click, and shows that it is at it', async () => {
    let answer: (answer: AppAnswer) => void = () => undefined;
    await open((call) =>
      call.method === 'POST'
        ? new Promise<AppAnswer>((resolve) => (answer = resolve))
        : ok(offered()),
    );
    const button = element('s-button', 'Cancel order');
    button.click();
    button.click();
    await settle();
    button.click();
    await settle();
    expect(app.sent).toHaveLength(1);
    expect(button.hasAttribute('loading')).toBe(true);
    answer(ok(cancelling()));
    await settle();
    expect(app.sent).toHaveLength(1);
  });

  it('follows the cancellation until it is done, and shows what comes back', async () => {
    let status: 'in_progress' | 'cancelled' = 'in_progress';
    await open(before(offered(), () => ok(cancelling({ status }))));
    await press('Cancel order');
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is being cancelled');
    status = 'cancelled';
    await vi.advanceTimersByTimeAsync(3_000);
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
    expect(pageText()).toContain('Refund to Visa€30.00');
    expect(pageText()).toContain('Your commentSorry!');
  });

  it('shows the new amount with the reason when the amount has changed, and sends that one next', async () => {
    const changed = {
      ...offer().comesBack,
      refunds: [{ method: 'Visa', amount: '€25.00' }],
      shown: { amount: '25.00', currencyCode: 'EUR' },
    };
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(409, 'amount_changed') : ok(offered({ comesBack: changed })),
      ),
    );
    await press('Cancel order');
    expect(pageText()).toContain('has changed since this page was opened');
    expect(pageText()).toContain('Refund to Visa€25.00');
    await press('Cancel order');
    expect(app.sent[1]?.body).toMatchObject({ shown: { amount: '25.00' } });
  });

  it('shows the cancellation that is there already instead of a refusal', async () => {
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(409, 'already_open') : ok(cancelling()),
      ),
    );
    await press('Cancel order');
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is being cancelled');
    expect(document.querySelectorAll('s-banner')).toHaveLength(1);
  });

  it('finds out by itself that a request arrived whose answer was lost', async () => {
    await open(before(offered(), ({ method }) => (method === 'POST' ? 'lost' : ok(cancelling()))));
    await press('Cancel order');
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is being cancelled');
  });

  it('says that a request may not have arrived, keeps what was entered, and can send it again', async () => {
    let online = false;
    await open(
      before(offered(), ({ method }) =>
        online ? ok(cancelling()) : method === 'POST' ? 'lost' : ok(offered()),
      ),
    );
    await fill('Anything to add? (optional)', 'Sorry!');
    await press('Cancel order');
    expect(pageText()).toContain('We could not confirm that your request arrived');
    online = true;
    await press('Cancel order');
    expect(app.sent[1]?.body).toMatchObject({ comment: 'Sorry!' });
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is being cancelled');
  });

  it('can be read again when the app could not be reached', async () => {
    await open(() => 'lost');
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(offered());
    await press('Try again');
    expect(pageText()).toContain('What you get back');
  });

  it('says why and what to do instead when the order cannot be cancelled', async () => {
    await open(() => ok(notOffered('partly_fulfilled', 'a_newer_code')));
    expect(pageText()).toContain('Part of your order has already been sent');
    expect(pageText()).toContain('EN a_newer_code');
    expect(document.querySelector('[slot=primary-action]')).toBeNull();
  });

  it('asks for a request rather than a cancellation where the shop decides', async () => {
    await open(() => ok(offered({ handling: 'review' })));
    expect(element('[slot=primary-action]').textContent).toBe('Request cancellation');
    expect(pageText()).toContain('the shop looks at your request');
  });

  it('does not go back to what was read before the request was answered', async () => {
    let answerLate: (answer: AppAnswer) => void = () => undefined;
    let reads = 0;
    await open(({ method }) => {
      if (method === 'POST') return ok(cancelling({ status: 'completed' }));
      reads += 1;
      return reads === 1
        ? ok(offered())
        : new Promise<AppAnswer>((resolve) => (answerLate = resolve));
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reads).toBe(2);
    await press('Cancel order');
    answerLate(ok(offered()));
    await settle();
    expect(element('s-banner').getAttribute('heading')).toBe('Your order is cancelled');
  });

  it('chooses a reason that is still offered when the shop has changed its list', async () => {
    const changed = offered({ reasons: [{ id: 'too_slow', label: 'Delivery takes too long' }] });
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(422, 'unknown_reason') : ok(changed),
      ),
    );
    await fill('Why are you cancelling?', 'other');
    await press('Cancel order');
    await press('Cancel order');
    expect(app.sent.map(({ body }) => body)).toMatchObject([
      { reasonId: 'other' },
      { reasonId: 'too_slow' },
    ]);
  });

  it('closes without a trace when the order is kept', async () => {
    const close = vi.fn();
    extension.shopify.close = close;
    await open(() => ok(offered()));
    await press('Keep order');
    expect(close).toHaveBeenCalledOnce();
    expect(app.sent).toHaveLength(0);
  });

  it('offers the form again after an earlier request was declined', async () => {
    const declined = cancelling({ status: 'declined' });
    await open(() => ok({ ...declined, offer: offer() }));
    expect(element('[slot=primary-action]').textContent).toBe('Cancel order');
  });
});
