// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/page.tsx';
import {
  CANCELLATION_ID,
  cancellation,
  completed,
  inReview,
  needsAttention,
  orderView,
} from '../../../tests/support/staff-views.ts';
import { OrderPage } from './order-page.tsx';

let toasts: string[];
beforeEach(() => {
  ({ toasts } = stubAppBridge());
});
afterEach(cleanup);

const dialog = () => within(screen.getByRole('dialog'));
const started = { ...orderView, cancellation, cancel: { available: false, refusals: [] } };

describe('cancelling an order', () => {
  it('takes a choice, a review and a confirmation, and follows it to its end', async () => {
    const { sent } = stubRequests((path) =>
      Response.json(path.startsWith('/api/') ? started : completed),
    );
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />);
    await user.click(screen.getByRole('button', { name: 'Cancel order' }));
    const amount = dialog().getByLabelText('Refund amount');
    await user.clear(amount);
    await user.type(amount, '50');
    await user.click(dialog().getByRole('button', { name: 'Review' }));
    expect(dialog().getByText(/The shop keeps €34.50/)).toBeTruthy();
    expect(sent).toEqual([]);

    await user.click(dialog().getByRole('button', { name: 'Cancel order #1042' }));
    expect(sent[0]).toEqual({
      path: '/api/staff/orders/5001/cancellation',
      body: {
        issueRefund: true,
        amount: '50',
        method: 'original',
        restock: true,
        reason: 'CUSTOMER',
        notify: true,
        noteToCustomer: '',
        internalNote: '',
      },
    });
    await waitFor(() => expect(dialog().getByText('#1042: Completed')).toBeTruthy());
    expect(sent[1]?.path).toBe(`/app/cancellations/${CANCELLATION_ID}`);
  });

  it('stops at an amount above what is refundable', async () => {
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    const amount = dialog().getByLabelText('Refund amount');
    await user.clear(amount);
    await user.type(amount, '85');
    await user.click(dialog().getByRole('button', { name: 'Review' }));
    expect(dialog().getByText(/At most €84.50 can be refunded/)).toBeTruthy();
    expect(dialog().queryByText('What will happen')).toBeNull();
  });

  it('shows a refusal of the server at its field, and keeps what was typed', async () => {
    stubRequests(() =>
      Response.json(
        { refusals: [{ code: 'amount_above_maximum', message: 'At most €10.00 now.' }] },
        { status: 422 },
      ),
    );
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.type(dialog().getByLabelText('Internal note'), 'Asked by phone');
    await user.click(dialog().getByRole('button', { name: 'Review' }));
    await user.click(dialog().getByRole('button', { name: 'Cancel order #1042' }));
    expect(await dialog().findByText('At most €10.00 now.')).toBeTruthy();
    expect(dialog().getByDisplayValue('Asked by phone')).toBeTruthy();
  });

  it('sends once, however fast it is confirmed', async () => {
    let release: (response: Response) => void = () => undefined;
    const { sent } = stubRequests(() => new Promise((resolve) => (release = resolve)));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} />, '/?cancel=1');
    await user.click(dialog().getByRole('button', { name: 'Review' }));
    const confirm = dialog().getByRole('button', { name: 'Cancel order #1042' });
    await user.dblClick(confirm);
    expect(sent).toHaveLength(1);
    release(Response.json({ refusals: [{ code: 'x', message: 'No.' }] }, { status: 422 }));
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
});

describe('a cancellation on its order’s page', () => {
  it('that waits for an answer is declined with a note, after a confirmation', async () => {
    const { sent } = stubRequests(() => Response.json(completed));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={inReview} />);
    await user.click(screen.getByRole('button', { name: /^Decline/ }));
    await user.type(dialog().getByRole('textbox'), 'It has left the house.');
    expect(sent).toEqual([]);
    await user.click(dialog().getByRole('button', { name: 'Decline request' }));
    expect(sent[0]).toEqual({
      path: `/app/cancellations/${CANCELLATION_ID}`,
      body: { answer: 'decline', noteToCustomer: 'It has left the house.' },
    });
    await waitFor(() => expect(toasts).toEqual(['Request declined']));
  });

  it('that needs a person offers its ways on, and asks again before one that is final', async () => {
    const { sent } = stubRequests(() => Response.json(completed));
    const user = userEvent.setup();
    renderPage(<OrderPage {...orderView} cancellation={needsAttention} />);
    await user.click(screen.getByRole('button', { name: 'I paid it back another way' }));
    expect(sent).toEqual([]);
    expect(dialog().getByText(/No further refund is sent/)).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: 'I paid it back another way' }));
    expect(sent[0]?.body).toEqual({ answer: 'resume', choice: 'settled_by_hand' });
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
