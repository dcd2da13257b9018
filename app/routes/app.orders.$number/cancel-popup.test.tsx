import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  pressWhenReady,
  renderPage,
  stubAppBridge,
  stubRequests,
} from '../../../tests/support/pages/page.tsx';
import {
  CANCELLATION_ID,
  cancellation,
  completed,
  offer,
  orderView,
  partial,
  quote,
} from '../../../tests/support/pages/staff-views.ts';
import type { StaffQuote } from '../../contract/staff/staff-view.ts';
import type { StaffQuoteBody } from '../../contract/staff/staff-bodies.ts';
import { OrderPage } from './order-page.tsx';

beforeEach(() => {
  stubAppBridge();
});

afterEach(cleanup);

const QUOTE = '/api/staff/orders/5001/cancellation/quote';

const START = '/api/staff/orders/5001/cancellation';

const dialog = () => within(screen.getByRole('dialog'));

const button = (name: string | RegExp) => dialog().getByRole('button', { name });

const chooseReason = () =>
  userEvent.selectOptions(dialog().getByLabelText(/^Reason for/), 'CUSTOMER');

/** Gives a reason, and goes on once the choice has its answer. */
const review = async () => {
  await chooseReason();
  await waitFor(() => expect(button('Review').getAttribute('aria-disabled')).not.toBe('true'));
  await waitFor(() => expect(button('Review').hasAttribute('disabled')).toBe(false));
  await userEvent.click(button('Review'));
};

const started = { ...orderView, cancellation, cancel: { available: false, refusals: [] } };

/** The server's part of the popup: quotes by what is asked, and whatever comes of confirming. */
function server(answers: {
  quote?: (body: StaffQuoteBody) => Response | Promise<Response> | Partial<StaffQuote>;
  confirm?: () => Response | Promise<Response>;
}) {
  const { sent } = stubRequests((path, body) => {
    if (path === QUOTE) {
      const quoted = answers.quote?.(body as StaffQuoteBody) ?? {};
      const isAnswer = quoted instanceof Response || quoted instanceof Promise;
      return isAnswer ? quoted : Response.json({ ...quote, ...quoted });
    }
    return path === START
      ? (answers.confirm?.() ?? Response.json(started))
      : Response.json(completed);
  });
  const to = (path: string) => sent.filter((request) => request.path === path);
  return { confirmed: () => to(START), quoted: () => to(QUOTE), sent };
}

const refusal = (code: string, message: string, lineIds?: readonly string[]) =>
  Response.json({ refusals: [{ code, message, lineIds }] }, { status: 422 });

describe('cancelling an order', () => {
  it('takes a choice, a review and a confirmation, and follows it to its end', async () => {
    const { confirmed, sent } = server({
      quote: ({ amount }) => (amount === '50' ? { withheld: '€34.50' } : {}),
    });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />);
    await user.click(screen.getByRole('button', { name: 'Cancel order' }));
    const amount = dialog().getByLabelText('Refund amount');
    await user.clear(amount);
    await user.type(amount, '50');
    await review();
    expect(dialog().getByText('You keep €34.50.')).toBeTruthy();
    expect(confirmed()).toEqual([]);

    await pressWhenReady('Cancel order #1042', user);
    expect(confirmed().map(({ body }) => body)).toEqual([
      {
        knownCancellationId: null,
        selection: { kind: 'order' },
        keepFreeItems: false,
        issueRefund: true,
        amount: '50',
        locale: 'en',
        method: 'original',
        restock: true,
        reason: 'CUSTOMER',
        notify: true,
        noteToCustomer: '',
        internalNote: '',
      },
    ]);
    await waitFor(() => expect(dialog().getByText('#1042: Completed')).toBeTruthy());
    expect(sent.at(-1)?.path).toBe(`/app/cancellations/${CANCELLATION_ID}`);
  });

  it('takes one screen where nothing unusual is chosen, with what comes back on it', async () => {
    const { confirmed } = server({});
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    expect(dialog().queryByRole('button', { name: 'Review' })).toBeNull();
    expect(dialog().getByText('Total refund')).toBeTruthy();
    await chooseReason();
    await pressWhenReady('Cancel order #1042', user);
    expect(confirmed().map(({ body }) => body)).toMatchObject([
      { selection: { kind: 'order' }, issueRefund: true, amount: null, notify: true },
    ]);
  });

  it('case 77: is not confirmed by a held key or a double press that opened it', async () => {
    const { confirmed } = server({});
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />);
    await user.dblClick(screen.getByRole('button', { name: 'Cancel order' }));
    await user.keyboard('{Enter}{Enter}');
    await user.dblClick(button('Cancel order #1042'));
    expect(confirmed()).toEqual([]);
  });

  it('shows what the customer will read when somebody wants to see it, and nothing when nobody is told', async () => {
    const { sent } = stubRequests((path, body) =>
      path.endsWith('/mail')
        ? Response.json({
            mail: {
              subject: 'Order #1042 is cancelled',
              languageCode: 'en',
              html: `<p>${(body as { noteToCustomer: string }).noteToCustomer}</p>`,
            },
          })
        : Response.json(quote),
    );
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.type(dialog().getByLabelText('Note to the customer'), 'Sorry!');
    await user.click(await dialog().findByRole('button', { name: 'What the customer reads' }));
    const mail = await dialog().findByTitle('Email to the customer');
    expect(mail.getAttribute('srcdoc')).toBe('<p>Sorry!</p>');
    expect(mail.getAttribute('sandbox')).toBe('');
    expect(dialog().getByText('Subject: Order #1042 is cancelled')).toBeTruthy();
    expect(sent.filter(({ path }) => path === START)).toEqual([]);
    await user.click(dialog().getByLabelText('Notify customer'));
    expect(dialog().queryByTitle('Email to the customer')).toBeNull();
  });

  it('goes back to everything refundable with one press', async () => {
    const { quoted } = server({});
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    expect(dialog().getByText('Everything refundable: €84.50')).toBeTruthy();
    const amount = dialog().getByLabelText('Refund amount');
    await user.clear(amount);
    await user.type(amount, '5');
    await user.click(button('Refund everything'));
    expect(dialog().getByDisplayValue('84.50')).toBeTruthy();
    await waitFor(() => expect(quoted().at(-1)?.body).toMatchObject({ amount: null }));
    expect(dialog().queryByRole('button', { name: 'Refund everything' })).toBeNull();
  });

  it('case 77: is not confirmed by a double press on Review, which shows what will happen', async () => {
    const { confirmed } = server({});
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await chooseReason();
    await user.click(dialog().getByLabelText('Notify customer'));
    await waitFor(() => expect(button('Review').getAttribute('aria-disabled')).not.toBe('true'));
    await user.dblClick(button('Review'));
    await user.keyboard('{Enter}{Enter}');
    expect(document.activeElement?.textContent).toMatch(/^What will happen/);
    await user.click(button('Cancel order #1042'));
    expect(confirmed()).toEqual([]);
  });

  it('chooses no reason for staff, and asks for one beside the field', async () => {
    server({});
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await pressWhenReady('Cancel order #1042', user);
    expect(dialog().getByText('Choose why the order is cancelled.')).toBeTruthy();
    // It may be far below what is seen of the popup.
    expect(document.activeElement).toBe(dialog().getByLabelText(/^Reason for/));
    await user.click(dialog().getByLabelText('Notify customer'));
    await user.click(button('Review'));
    expect(dialog().queryByText('What will happen')).toBeNull();
    await review();
    expect(dialog().getByText('What will happen')).toBeTruthy();
  });

  it('shows what a choice would do as soon as it is made, and names no amount for everything', async () => {
    const { quoted } = server({
      quote: ({ restock }) => (restock ? {} : { policySays: ['The window is closed.'] }),
    });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.click(dialog().getByLabelText('Restock items'));
    expect(await dialog().findByText('The window is closed.')).toBeTruthy();
    expect(quoted().at(-1)?.body).toMatchObject({ amount: null, restock: false });
  });

  it('drops the answer to a choice that was changed meanwhile', async () => {
    const late: ((response: Response) => void)[] = [];
    server({
      quote: ({ issueRefund }) =>
        issueRefund
          ? new Promise((resolve) => late.push(resolve))
          : Response.json({ ...quote, amount: '€0.00', refunds: [] }),
    });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await waitFor(() => expect(late).toHaveLength(1));
    await user.click(dialog().getByLabelText('Issue refund'));
    expect(await dialog().findByText('€0.00')).toBeTruthy();
    late[0]?.(Response.json({ ...quote, breakdown: [{ label: 'Too late', amount: '€99.99' }] }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(dialog().queryByText('Too late')).toBeNull();
  });

  it('case 11: stops at an amount above what is refundable, at its field', async () => {
    server({
      quote: ({ amount }) =>
        amount === '85' ? refusal('amount_above_maximum', 'At most €84.50 can be refunded.') : {},
    });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    const amount = dialog().getByLabelText('Refund amount');
    await user.clear(amount);
    await user.type(amount, '85');
    expect(await dialog().findByText('At most €84.50 can be refunded.')).toBeTruthy();
    expect(button('Review').getAttribute('aria-disabled')).toBe('true');
  });

  it('shows a refusal of the server at its field, and keeps what was typed', async () => {
    server({ confirm: () => refusal('amount_above_maximum', 'At most €10.00 now.') });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.type(dialog().getByLabelText('Internal note'), 'Asked by phone');
    await chooseReason();
    await pressWhenReady('Cancel order #1042', user);
    expect(await dialog().findByText('At most €10.00 now.')).toBeTruthy();
    expect(dialog().getByDisplayValue('Asked by phone')).toBeTruthy();
  });

  it('case 7: sends once, however fast it is confirmed, and names what the page has shown', async () => {
    let release: (response: Response) => void = () => undefined;
    const { confirmed } = server({ confirm: () => new Promise((resolve) => (release = resolve)) });
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={partial} />, '/?cancel=1');
    await chooseReason();
    await waitFor(() => expect(button('Cancel order #1042').ariaDisabled).not.toBe('true'));
    await user.dblClick(button('Cancel order #1042'));
    expect(confirmed()).toHaveLength(1);
    expect(confirmed()[0]?.body).toMatchObject({ knownCancellationId: partial.id });
    release(refusal('x', 'No.'));
    expect(await dialog().findByText('No.')).toBeTruthy();
  });

  it('is not offered when it is impossible, and says why', () => {
    const cancel = {
      available: false as const,
      refusals: [{ code: 'already_fulfilled', message: 'Everything has been fulfilled.' }],
    };
    renderPage(<OrderPage {...orderView} cancel={cancel} />, '/?cancel=1');
    expect(screen.getByText('Everything has been fulfilled.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('case 26: tells what the payment provider keeps as information', () => {
    server({});
    renderPage(
      <OrderPage {...orderView} cancel={{ ...offer, providerFee: '€2.10' }} />,
      '/?cancel=1',
    );
    expect(
      dialog().getByText(/The payment provider does not return €2.10 in fees. You bear this cost/),
    ).toBeTruthy();
  });

  it('case 25: refunds nothing while a dispute is open, and says why', async () => {
    const { quoted } = server({});
    const cancel = { ...offer, againstRefund: ['A chargeback is open.'] };
    renderPage(<OrderPage {...orderView} cancel={cancel} />, '/?cancel=1');
    expect(dialog().getByText('A chargeback is open.')).toBeTruthy();
    expect(dialog().queryByLabelText('Refund amount')).toBeNull();
    await waitFor(() => expect(quoted()[0]?.body).toMatchObject({ issueRefund: false }));
  });
});
