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
  inReview,
  needsAttention,
  offer,
  orderView,
  partial,
  quote,
} from '../../../tests/support/pages/staff-views.ts';
import type { StaffQuote } from '../../contract/staff/staff-view.ts';
import type { StaffQuoteBody } from '../../contract/staff/staff-bodies.ts';
import { OrderPage } from './order-page.tsx';

let toasts: string[];

beforeEach(() => {
  ({ toasts } = stubAppBridge());
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

describe('cancelling items of an order', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.click(dialog().getByLabelText('Choose items'));
  };

  it('cancels the chosen units, and nothing else', async () => {
    const { quoted, confirmed } = server({
      quote: ({ selection }) => ({ selection }),
    });
    const user = userEvent.setup();
    await choose(user);
    expect(button('Review').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('One more of Wool socks'));
    await user.click(button('One more of Wool socks'));
    await review();
    const selection = { kind: 'lines', lines: [{ id: '12', quantity: 2 }] };
    expect(quoted().at(-1)?.body).toMatchObject({ selection });
    await pressWhenReady('Cancel items of #1042', user);
    expect(confirmed()[0]?.body).toMatchObject({ selection });
  });

  it('case 20: asks what becomes of a free item, and takes both answers', async () => {
    const { quoted } = server({
      quote: ({ selection, keepFreeItems }) =>
        selection.kind === 'lines' && selection.lines.length === 1 && !keepFreeItems
          ? refusal('free_item_left', 'A free item would stay.', ['12'])
          : { selection },
    });
    const user = userEvent.setup();
    await choose(user);
    await user.click(button('One more of Walking boots'));
    await user.click(await dialog().findByRole('button', { name: 'Keep it on the order' }));
    await waitFor(() => expect(quoted().at(-1)?.body).toMatchObject({ keepFreeItems: true }));
    await user.click(dialog().getByLabelText('Keep free items on the order'));
    await user.click(await dialog().findByRole('button', { name: 'Cancel it too' }));
    await waitFor(() =>
      expect(quoted().at(-1)?.body).toMatchObject({
        keepFreeItems: false,
        selection: {
          lines: [
            { id: '11', quantity: 1 },
            { id: '12', quantity: 3 },
          ],
        },
      }),
    );
  });

  it('case 34: is all that is offered where a part was sent, with the reason at the line', () => {
    server({});
    const selection = { kind: 'lines', lines: [{ id: '12', quantity: 2 }] } as const;
    const [boots, socks] = offer.lines;
    if (!boots || !socks) throw new Error('The offer has no lines');
    const lines = [
      { ...boots, cancellable: 0, refusals: ['1 unit was sent.'] },
      { ...socks, cancellable: 2 },
    ];
    const cancel = { ...offer, lines, quote: { ...quote, selection } };
    renderPage(<OrderPage {...orderView} cancel={cancel} />, '/?cancel=1');
    expect(dialog().queryByLabelText('The whole order')).toBeNull();
    expect(dialog().getByText('1 unit was sent.')).toBeTruthy();
    expect(dialog().queryByRole('button', { name: /Walking boots/ })).toBeNull();
    expect(dialog().getByText('2 of 2')).toBeTruthy();
  });

  it('case 44: is not offered where the platform lets no part go, and says why', () => {
    server({});
    const cancel = { ...offer, againstParts: ['Shopify does not let this order be edited.'] };
    renderPage(<OrderPage {...orderView} cancel={cancel} />, '/?cancel=1');
    expect(dialog().getByLabelText('Choose items').hasAttribute('disabled')).toBe(true);
    expect(dialog().getByText('Shopify does not let this order be edited.')).toBeTruthy();
  });
});

describe('the order’s page', () => {
  it('shows the customer, the address, the sums, and the way to the order in Shopify', () => {
    renderPage(<OrderPage {...orderView} />);
    for (const text of ['Casey Example', 'Subtotal', '-€5.50', 'Total', 'Paid']) {
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    }
    expect(screen.getByText('casey@example.com').closest('a')?.href).toBe(
      'mailto:casey@example.com',
    );
    expect(screen.getByText('10115 Berlin')).toBeTruthy();
    expect(document.querySelector('a[href="shopify://admin/orders/5001"]')).not.toBeNull();
  });

  it.each([
    ['nothing of the customer', null],
    ['no part of it', { name: null, email: null, phone: null, address: null }],
  ])('works where Shopify tells %s, and says so', (_what, contact) => {
    renderPage(<OrderPage {...orderView} order={{ ...orderView.order, contact }} />);
    expect(screen.getByText(/shows Unorder no customer details/)).toBeTruthy();
    expect(screen.queryByText('Shipping address')).toBeNull();
  });

  it('shows whom to call where a phone number is all there is', () => {
    const contact = { name: null, email: null, phone: '+4915123456789', address: null };
    renderPage(<OrderPage {...orderView} order={{ ...orderView.order, contact }} />);
    expect(screen.getByText('+4915123456789').closest('a')?.href).toBe('tel:+4915123456789');
    expect(screen.queryByText(/no customer details/)).toBeNull();
  });

  it('shows what may weigh in a decision: other orders, parcels, whose holds, risk, tags and the note', () => {
    const background = {
      ofCustomer: {
        orders: '3 orders',
        cancelled: '1 other order with a cancellation',
        listUrl: '/app/orders?q=casey%40example.com',
      },
      note: 'Please ring twice.',
      parcels: [
        {
          status: 'In transit',
          at: '2026-11-21T09:00:00.000Z',
          location: 'Main warehouse',
          tracking: [
            { text: 'DHL 00340', url: 'https://example.com/00340' },
            { text: 'By courier', url: null },
          ],
        },
      ],
      nativeRequests: [
        {
          status: 'Not answered',
          isOpen: true,
          at: '2026-11-21T10:00:00.000Z',
          items: ['1 × Mug'],
        },
        { status: 'Declined', isOpen: false, at: '2026-11-20T10:00:00.000Z', items: [] },
      ],
      riskFindings: [{ text: 'Two cards were tried.', sentiment: 'NEGATIVE' }],
    };
    const locations = [
      {
        name: 'Main warehouse',
        status: 'ON_HOLD',
        onHold: true,
        holds: ['Held by staff or another app: Two cards were tried.'],
      },
    ];
    const risk = { label: 'High risk', tone: 'critical' as const };
    const order = { ...orderView.order, background, locations, risk, tags: ['wholesale'] };
    renderPage(<OrderPage {...orderView} order={order} />);
    expect(screen.getByText('3 orders').getAttribute('href')).toBe(
      '/app/orders?q=casey%40example.com',
    );
    expect(screen.getByText(/00340/).closest('a')?.href).toBe('https://example.com/00340');
    for (const text of [
      '1 other order with a cancellation',
      'In transit',
      'By courier',
      'Held by staff or another app: Two cards were tried.',
      'High risk',
      'Speaks against it: Two cards were tried.',
      'wholesale',
      'Please ring twice.',
      'Not answered',
      '1 × Mug',
      /Cancelling here does not answer it/,
    ]) {
      expect(screen.getByText(text), String(text)).toBeTruthy();
    }
  });

  it('has no empty cards where nothing was sent and nothing is to be noted', () => {
    renderPage(<OrderPage {...orderView} />);
    expect(screen.queryByText('Shipments')).toBeNull();
    expect(screen.queryByText('Requested in Shopify')).toBeNull();
    expect(screen.queryByText('More about this order')).toBeNull();
  });

  it('leads from its status to the popup, and says there why it cannot be cancelled', async () => {
    stubRequests(() => Response.json(quote));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />);
    await user.click(screen.getByRole('button', { name: 'Change status' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Cancel order' }));
    expect(dialog().getByLabelText(/^Reason for/)).toBeTruthy();
    cleanup();
    const cancel = {
      available: false as const,
      refusals: [{ code: 'already_fulfilled', message: 'Everything has been fulfilled.' }],
    };
    renderPage(<OrderPage {...orderView} cancel={cancel} />);
    await user.click(screen.getByRole('button', { name: 'Change status' }));
    const item = await screen.findByRole('menuitem', { name: /Cancel order/ });
    expect(item.textContent).toContain('Everything has been fulfilled.');
    expect(item.getAttribute('aria-disabled') ?? item.getAttribute('disabled')).not.toBeNull();
  });

  it('works with the name alone', () => {
    const contact = { name: 'Casey Example', email: null, phone: null, address: null };
    renderPage(<OrderPage {...orderView} order={{ ...orderView.order, contact }} />);
    expect(screen.getByText('Casey Example')).toBeTruthy();
    expect(screen.queryByText(/no customer details/)).toBeNull();
  });
});

describe('a cancellation on its order’s page', () => {
  it('case 61: is declined with words for the customer and what they can do instead', async () => {
    const { sent } = stubRequests(() => Response.json(completed));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={inReview} />);
    await user.click(screen.getByRole('button', { name: /^Decline/ }));
    await pressWhenReady('Decline request', user);
    expect(dialog().getByText(/Tell the customer why/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(dialog().getByRole('textbox'), 'It has left the house.');
    expect(dialog().queryAllByRole('radio', { checked: true })).toEqual([]);
    await pressWhenReady('Decline request', user);
    expect(dialog().getByText('Choose what the customer can do instead.')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.click(dialog().getByLabelText('Return it when it arrives'));
    await pressWhenReady('Decline request', user);
    expect(sent[0]).toEqual({
      path: `/app/cancellations/${CANCELLATION_ID}`,
      body: {
        answer: 'decline',
        noteToCustomer: 'It has left the house.',
        nextStep: 'return_it',
      },
    });
    await waitFor(() => expect(toasts).toEqual(['Request declined']));
  });

  it('case 10: is approved after a look at what comes back now', async () => {
    const { sent } = stubRequests((path) =>
      Response.json(path.endsWith('/quote') ? { ...quote, amount: '€60.00' } : completed),
    );
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={inReview} />);
    await user.click(screen.getByRole('button', { name: /^Approve/ }));
    expect(await dialog().findByText(/it was €84.50; now it is €60.00/)).toBeTruthy();
    expect(sent.map(({ path }) => path)).toEqual([`/app/cancellations/${CANCELLATION_ID}/quote`]);
    await pressWhenReady('Cancel #1042', user);
    expect(sent[1]?.body).toEqual({ answer: 'approve', noteToCustomer: '' });
  });

  it('cannot be approved when nothing would come of it, and says why', async () => {
    stubRequests(() => refusal('already_fulfilled', 'Everything has been fulfilled.'));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={inReview} />);
    await user.click(screen.getByRole('button', { name: /^Approve/ }));
    expect(await dialog().findByText('Everything has been fulfilled.')).toBeTruthy();
    expect(button('Cancel #1042').getAttribute('aria-disabled')).toBe('true');
  });

  it('case 22: is settled by hand only with a note of how', async () => {
    const { sent } = stubRequests(() => Response.json(completed));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={needsAttention} />);
    await user.click(screen.getByRole('button', { name: 'It is settled' }));
    expect(dialog().getByText(/No further refund is sent/)).toBeTruthy();
    await pressWhenReady('It is settled', user);
    expect(dialog().getByText(/Note how you paid the customer/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(dialog().getByRole('textbox'), 'Transfer 4711, 20 November');
    await pressWhenReady('It is settled', user);
    expect(sent[0]?.body).toEqual({
      answer: 'resume',
      choice: 'settled_by_hand',
      proof: 'Transfer 4711, 20 November',
    });
  });

  it('case 77: no double press on a request or a choice decides it', async () => {
    const { sent } = stubRequests(() => Response.json(quote));
    const user = userEvent.setup();
    const choices = needsAttention.attention?.choices ?? [];
    const irreversible = choices.filter(({ consequence }) => consequence !== null);
    expect(irreversible.length).toBeGreaterThan(0);
    for (const [view, name] of [
      [inReview, /^Approve/],
      [inReview, /^Decline/],
      ...irreversible.map(({ label }) => [needsAttention, label] as const),
    ] as const) {
      renderPage(<OrderPage {...orderView} cancellation={view} />);
      await user.dblClick(screen.getByRole('button', { name }));
      const red = screen.getByRole('dialog').querySelector('[class*="toneCritical"]');
      if (!red) throw new Error('The dialog has no button that decides.');
      await user.dblClick(red);
      await user.keyboard('{Enter}{Enter}');
      expect(sent.filter(({ body }) => body !== undefined)).toEqual([]);
      cleanup();
    }
  });

  it('gives the focus back to the control that opened a dialog', async () => {
    stubRequests(() => Response.json(quote));
    const user = userEvent.setup();
    for (const [view, name] of [
      [inReview, /^Approve/],
      [inReview, /^Decline/],
      [needsAttention, 'It is settled'],
      [null, 'Cancel order'],
    ] as const) {
      renderPage(<OrderPage {...orderView} cancellation={view} />);
      const opener = screen.getByRole('button', { name });
      await user.click(opener);
      await user.click(button('Close'));
      await waitFor(() => expect([name, document.activeElement]).toEqual([name, opener]));
      cleanup();
    }
  });

  it('case 55: can be looked at and not decided by staff without the permission', () => {
    const forbidden = 'Your account may not cancel orders.';
    for (const [view, names] of [
      [inReview, [/^Approve/, /^Decline/]],
      [needsAttention, ['Try again', 'It is settled']],
    ] as const) {
      renderPage(<OrderPage {...orderView} cancellation={view} forbidden={forbidden} />);
      expect(screen.getByText(forbidden)).toBeTruthy();
      for (const name of names) {
        const way = screen.getByRole('button', { name });
        expect(way.getAttribute('aria-disabled')).toBe('true');
      }
      cleanup();
    }
  });

  it('case 9: made elsewhere is shown as what it is', () => {
    const outside = { ...completed, isOutside: true, requestedBy: 'Outside Unorder' };
    renderPage(<OrderPage {...orderView} cancellation={outside} />);
    expect(screen.getByRole('heading', { name: 'Cancelled outside Unorder' })).toBeTruthy();
    expect(screen.queryByText('Notification')).toBeNull();
  });

  it('of some items names them, and those before it are listed', async () => {
    const user = userEvent.setup();
    const earlier = { ...completed, id: 'earlier', internalNote: 'The first of two.' };
    renderPage(<OrderPage {...orderView} cancellation={partial} earlier={[earlier]} />);
    expect(screen.getByText('2 × Wool socks: 2 back in stock')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Earlier cancellations' })).toBeTruthy();
    const more = screen.getByRole('button', { name: 'Show details' });
    await user.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('The first of two.')).toBeTruthy();
  });

  it('case 5: that was done and needs a person again can be decided beside a later one', () => {
    const cancel = { available: false as const, refusals: [] };
    const earlier = { ...needsAttention, id: 'earlier' };
    renderPage(
      <OrderPage {...orderView} cancellation={partial} earlier={[earlier]} cancel={cancel} />,
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Earlier cancellations' })).toBeNull();
  });

  it('says so when it can no longer be followed', async () => {
    stubRequests(() => Promise.reject(new TypeError('Failed to fetch')));
    renderPage(<OrderPage {...orderView} cancellation={cancellation} />);
    await waitFor(() => expect(screen.getByText(/The connection was lost/)).toBeTruthy());
  });

  it('is not spoken of again once the order is cancelled', () => {
    const cancel = {
      available: false as const,
      refusals: [{ code: 'already_cancelled', message: 'The order is already cancelled.' }],
    };
    renderPage(<OrderPage {...orderView} cancellation={completed} cancel={cancel} />);
    expect(screen.getByRole('heading', { name: 'Cancellation' })).toBeTruthy();
    expect(screen.queryByText('The order is already cancelled.')).toBeNull();
  });
});
