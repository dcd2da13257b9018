import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import { READING_MS } from '../../shared/confirm-button.tsx';
import { type AppAnswer, ok, refused, settle } from '../../shared/testing/fake-app.ts';
import { element, fill, pageText, press, pressWhenReady } from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';
import { orderMark } from './asking/order-mark.ts';
import { cancelling, notOffered, offer, offered, quote, refusal } from './testing/views.ts';

const extension = getExtension('customer-account.order.action.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.orderId = 'gid://shopify/Order/1001';
});

type Call = Parameters<typeof app.answers>[0];

/** The app reads `before` until something was sent, and `then` after it. */
const before = (view: unknown, then: (call: Call) => AppAnswer) => {
  let sent = false;
  return (call: Call) => {
    sent ||= call.method === 'POST';
    return sent ? then(call) : ok(view);
  };
};

const banner = () => element('s-banner').getAttribute('heading');
const confirmButton = () => element('[slot=primary-action]');
const REASON = 'Why are you cancelling?';

/** Chooses the first reason, and confirms. */
async function cancel(): Promise<void> {
  await fill(REASON, 'changed_mind');
  await pressWhenReady('Cancel order');
}

describe('the cancel window', () => {
  it('shows what comes back, payment by payment, and the sum', async () => {
    await open(() => ok(offered()));
    expect(pageText()).toContain('Refund to Visa€30.00');
    expect(pageText()).toContain('Refund to Gift card€10.00');
    expect(pageText()).toContain('Total refund€40.00');
  });

  it('case 11: shows how the amount comes about before anything is confirmed, fee and lost deals included', async () => {
    const breakdown = [
      { kind: 'items' as const, detail: null, amount: '€50.00' },
      { kind: 'shipping' as const, detail: null, amount: '€4.00' },
      { kind: 'fee' as const, detail: null, amount: '-€5.00' },
      { kind: 'lost_deal' as const, detail: 'SPRING', amount: '-€6.00' },
      { kind: 'lost_deal' as const, detail: null, amount: '-€3.00' },
    ];
    await open(() => ok(offered({ quote: quote({ breakdown }) })));
    expect(pageText()).toContain(
      'Items€50.00Shipping€4.00Cancellation fee-€5.00“SPRING” no longer applies-€6.00' +
        'Free shipping no longer applies-€3.00Total refund€40.00',
    );
    expect(pageText().match(/Total refund/g)).toHaveLength(1);
    expect(app.sent).toHaveLength(0);
  });

  it('case 1: never calls a released authorization or money paid by hand a refund', async () => {
    const reserved = quote({
      refunds: [],
      released: [{ method: 'Visa', amount: '€30.00' }],
      byHand: [{ method: 'Bank deposit', amount: '€10.00' }],
    });
    await open(() => ok(offered({ quote: reserved })));
    expect(pageText()).toContain('Hold on Visa removed. You were not charged.€30.00');
    expect(pageText()).toContain('we will arrange this refund with you€10.00');
    expect(pageText()).not.toContain('Refund to');
  });

  it('case 23: says plainly that a payment is still being confirmed', async () => {
    await open(() => ok(offered({ quote: quote({ refunds: [], pending: '€40.00' }) })));
    expect(pageText()).toContain('Your payment of €40.00 is still being confirmed');
    expect(pageText()).not.toContain('No refund is due');
  });

  it('says that nothing comes back when nothing was paid', async () => {
    await open(() => ok(offered({ quote: quote({ refunds: [] }) })));
    expect(pageText()).toContain('No refund is due');
  });

  it('shows store credit as one sum', async () => {
    const credit = quote({ method: 'store_credit', refunds: [], storeCredit: '€42.00' });
    await open(() =>
      ok(offered({ methods: [{ method: 'store_credit', bonus: null }], quote: credit })),
    );
    expect(pageText()).toContain('Store credit for your next order€42.00');
    expect(document.querySelector('s-choice-list[label*="money back"]')).toBeNull();
  });

  it('cancels the whole order in one click, for the reason that was chosen and the amount that was shown', async () => {
    await open(before(offered(), () => ok(cancelling())));
    await cancel();
    expect(app.sent.map(({ body }) => body)).toEqual([
      {
        selection: { kind: 'order' },
        method: 'original',
        knownCancellationId: null,
        reasonId: 'changed_mind',
        comment: '',
        shown: { amount: '40.00', currencyCode: 'EUR' },
      },
    ]);
    expect(pageText()).toContain('Requested');
  });

  it('sends the reason and comment as given', async () => {
    await open(before(offered(), () => ok(cancelling())));
    await fill(REASON, 'other');
    await fill('Anything to add? (optional)', 'Sorry!');
    await pressWhenReady('Cancel order');
    expect(app.sent[0]?.body).toMatchObject({ reasonId: 'other', comment: 'Sorry!' });
  });

  it('case 62: does not send a comment that is too long', async () => {
    await open(() => ok(offered()));
    await fill('Anything to add? (optional)', 'x'.repeat(41));
    expect(element('s-text-area').getAttribute('error')).toContain('40');
    expect(confirmButton().hasAttribute('disabled')).toBe(true);
  });

  it('asks for the comment that a reason needs, and sends nothing without it', async () => {
    const reasons = [
      { id: 'damaged', label: 'It is wrong', needsComment: true },
      { id: 'changed_mind', label: 'I changed my mind', needsComment: false },
    ];
    await open(before(offered({ reasons }), () => ok(cancelling())));
    await fill(REASON, 'damaged');
    expect(element('s-text-area').hasAttribute('error')).toBe(false);
    await pressWhenReady('Cancel order');
    expect(app.sent).toHaveLength(0);
    expect(element('s-text-area').getAttribute('error')).toContain('add a comment');
    await fill('Please tell us more', 'The wrong size.');
    await pressWhenReady('Cancel order');
    expect(app.sent[0]?.body).toMatchObject({ reasonId: 'damaged', comment: 'The wrong size.' });
  });

  it('case 7: sends one request for a double click, and shows that it is at it', async () => {
    let answer: (answer: AppAnswer) => void = () => undefined;
    await open((call) =>
      call.method === 'POST'
        ? new Promise<AppAnswer>((resolve) => (answer = resolve))
        : ok(offered()),
    );
    await fill(REASON, 'other');
    await vi.advanceTimersByTimeAsync(READING_MS);
    const button = confirmButton();
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
    await cancel();
    expect(banner()).toBe('Your order is being cancelled');
    status = 'cancelled';
    await vi.advanceTimersByTimeAsync(3_000);
    expect(banner()).toBe('Your order is cancelled');
    expect(pageText()).toContain('Refund to Visa€30.00');
    expect(pageText()).toContain('Your commentSorry!');
  });

  it('shows the new amount with the reason when the amount has changed, and sends that one next', async () => {
    const changed = quote({
      refunds: [{ method: 'Visa', amount: '€25.00' }],
      shown: { amount: '25.00', currencyCode: 'EUR' },
    });
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(409, 'amount_changed') : ok(offered({ quote: changed })),
      ),
    );
    await cancel();
    expect(pageText()).toContain('has changed since this page was opened');
    expect(pageText()).toContain('Refund to Visa€25.00');
    await cancel();
    expect(app.sent[1]?.body).toMatchObject({ shown: { amount: '25.00' } });
  });

  it('shows the cancellation that is there already instead of a refusal', async () => {
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(409, 'already_open') : ok(cancelling()),
      ),
    );
    await cancel();
    expect(banner()).toBe('Your order is being cancelled');
    expect(document.querySelectorAll('s-banner')).toHaveLength(1);
  });

  it('finds out by itself that a request arrived whose answer was lost', async () => {
    await open(before(offered(), ({ method }) => (method === 'POST' ? 'lost' : ok(cancelling()))));
    await cancel();
    expect(banner()).toBe('Your order is being cancelled');
  });

  it('says that a request may not have arrived, keeps what was entered, and can send it again', async () => {
    let online = false;
    await open(
      before(offered(), ({ method }) =>
        online ? ok(cancelling()) : method === 'POST' ? 'lost' : ok(offered()),
      ),
    );
    await fill('Anything to add? (optional)', 'Sorry!');
    await cancel();
    expect(pageText()).toContain('We could not confirm that your request arrived');
    online = true;
    await cancel();
    expect(app.sent[1]?.body).toMatchObject({ comment: 'Sorry!' });
    expect(banner()).toBe('Your order is being cancelled');
  });

  it('can be read again when the app could not be reached', async () => {
    await open(() => 'lost');
    expect(pageText()).toContain('cannot be reached');
    app.answers = () => ok(offered());
    await press('Try again');
    expect(pageText()).toContain('Your refund');
  });

  it('says why and what to do instead when the order cannot be cancelled', async () => {
    await open(() => ok(notOffered('partly_fulfilled', 'a_newer_code')));
    expect(pageText()).toContain('Part of your order has already been sent');
    expect(pageText()).toContain('EN a_newer_code');
    expect(document.querySelector('[slot=primary-action]')).toBeNull();
  });

  it('tells what several reasons say in common once', async () => {
    await open(() => ok(notOffered('excluded_customer_tag', 'excluded_order_tag')));
    expect(pageText().match(/contact us to cancel this order/g)).toHaveLength(1);
  });

  it('case 45: a page left open past the window is refused once, cleanly, with what to do instead', async () => {
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(422, 'window_closed') : ok(notOffered('window_closed')),
      ),
    );
    await cancel();
    expect(banner()).toBe('This order cannot be cancelled here');
    expect(pageText().match(/can no longer be cancelled online/g)).toHaveLength(1);
    expect(pageText()).toContain('Please contact us');
    expect(document.querySelector('[slot=primary-action]')).toBeNull();
  });

  it('case 48: asks to sign in again when the login has run out meanwhile', async () => {
    await open(before(offered(), () => refused(401, 'sign_in')));
    await cancel();
    expect(pageText()).toContain('Please sign in again');
  });

  it('asks for a request rather than a cancellation where the shop decides', async () => {
    await open(() => ok(offered({ handling: 'review', quote: quote({ handling: 'review' }) })));
    expect(confirmButton().textContent).toBe('Request cancellation');
    expect(pageText()).toContain('review your request');
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
    await cancel();
    answerLate(ok(offered()));
    await settle();
    expect(banner()).toBe('Your order is cancelled');
  });

  it('chooses no reason for the shopper, and asks for one beside the field', async () => {
    await open(before(offered(), () => ok(cancelling())));
    const reason = () => element('s-select');
    expect(reason().getAttribute('value')).toBe('');
    expect(reason().hasAttribute('error')).toBe(false);
    await pressWhenReady('Cancel order');
    expect(reason().getAttribute('error')).toBe('Please choose a reason.');
    expect(app.sent).toHaveLength(0);
    await fill(REASON, 'other');
    expect(reason().hasAttribute('error')).toBe(false);
    await pressWhenReady('Cancel order');
    expect(app.sent[0]?.body).toMatchObject({ reasonId: 'other' });
  });

  it('asks for another reason when the shop has changed its list', async () => {
    const reasons = [{ id: 'too_slow', label: 'Delivery takes too long', needsComment: false }];
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(422, 'unknown_reason') : ok(offered({ reasons })),
      ),
    );
    await fill(REASON, 'other');
    await pressWhenReady('Cancel order');
    await pressWhenReady('Cancel order');
    expect(element('s-select').getAttribute('error')).toBe('Please choose a reason.');
    expect(app.sent.map(({ body }) => body)).toMatchObject([{ reasonId: 'other' }]);
  });

  it('case 77: is not confirmed by the rest of the double press that opened it', async () => {
    await open(before(offered(), () => ok(cancelling())));
    await fill(REASON, 'other');
    expect(confirmButton().hasAttribute('disabled')).toBe(true);
    confirmButton().click();
    await settle();
    expect(app.sent).toHaveLength(0);
  });

  it('case 77: lets a new amount be read before it can be confirmed', async () => {
    const changed = quote({ shown: { amount: '25.00', currencyCode: 'EUR' } });
    await open(
      before(offered(), ({ method }) =>
        method === 'POST' ? refused(409, 'amount_changed') : ok(offered({ quote: changed })),
      ),
    );
    await cancel();
    expect(confirmButton().hasAttribute('disabled')).toBe(true);
    await vi.advanceTimersByTimeAsync(READING_MS);
    expect(confirmButton().hasAttribute('disabled')).toBe(false);
  });

  it('tells the order’s page that something was asked for, also when it is closed before the answer', async () => {
    const heard = vi.fn();
    const page = orderMark('gid://shopify/Order/1001', extension.shopify.storage);
    await open(({ method }) =>
      method === 'POST' ? new Promise<never>(() => undefined) : ok(offered()),
    );
    const stop = page.listen(heard);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard).not.toHaveBeenCalled();
    await cancel();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard).toHaveBeenCalledOnce();
    stop();
  });

  it('tells the order’s page once more when the cancellation is there', async () => {
    const heard = vi.fn();
    let answer = (_: AppAnswer): void => undefined;
    await open(({ method }) =>
      method === 'POST'
        ? new Promise<AppAnswer>((resolve) => {
            answer = resolve;
          })
        : ok(offered()),
    );
    const stop = orderMark('gid://shopify/Order/1001', extension.shopify.storage).listen(heard);
    await settle();
    await cancel();
    await vi.advanceTimersByTimeAsync(3_000);
    heard.mockClear();
    app.answers = () => ok(cancelling());
    answer(ok(cancelling()));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(heard).toHaveBeenCalledOnce();
    stop();
  });

  it('leads to the shop’s policy', async () => {
    await open(() => ok(offered()));
    expect(element('s-link').getAttribute('href')).toBe(offered().policyUrl);
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
    expect(confirmButton().textContent).toBe('Cancel order');
  });

  it('offers the form for the rest of an order of which a part is cancelled', async () => {
    const part = cancelling({ status: 'completed', scope: 'lines' });
    await open(() => ok({ ...part, offer: offer({ notWhole: [refusal('partly_fulfilled')] }) }));
    expect(confirmButton().textContent).toBe('Cancel items');
  });

  it('says which cancellation it knows of, so that the next one is a new one', async () => {
    const part = cancelling({ status: 'completed', scope: 'lines' });
    await open(before({ ...part, offer: offer() }, () => ok(cancelling())));
    await cancel();
    expect(app.sent[0]?.body).toMatchObject({ knownCancellationId: part.cancellation?.id });
  });

  it('shows a part’s cancellation to its end, although more could be cancelled by then', async () => {
    const part = cancelling({ status: 'completed', scope: 'lines' });
    await open(before(offered(), () => ok({ ...part, offer: offer() })));
    await cancel();
    expect(banner()).toBe('Part of your order is cancelled');
    expect(document.querySelector('[slot=primary-action]')).toBeNull();
  });
});
