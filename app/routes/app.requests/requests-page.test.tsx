import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  pressWhenReady,
  renderPage,
  stubAppBridge,
  stubRequests,
  stubSizes,
} from '../../../tests/support/pages/page.tsx';
import {
  inReview,
  offer,
  quote,
  needsAttention,
  partial,
  waiting,
} from '../../../tests/support/pages/staff-views.ts';
import { firstPage } from '../../presentation/list/list-query.ts';
import type { WaitingCancellation } from '../../contract/list/cancellation-list-view.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';
import { RequestsPage } from './requests-page.tsx';

const noPages = {
  query: firstPage(REQUEST_LIST),
  previous: null,
  next: null,
  me: '42',
  staff: [{ id: '7', name: 'Ben Okafor' }],
};

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

it('shows a request with the customer’s words and both answers', () => {
  renderPage(
    <RequestsPage
      {...noPages}
      forbidden={null}
      inReview={[waiting(inReview)]}
      needAttention={[]}
    />,
  );
  expect(screen.getByText(/I clicked twice/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Approve the request for #1042' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Decline the request for #1042' })).toBeTruthy();
});

it('says until when a request waits, and what happens then', () => {
  renderPage(
    <RequestsPage
      {...noPages}
      forbidden={null}
      inReview={[waiting(inReview)]}
      needAttention={[]}
    />,
  );
  const until = screen.getByText(/^Waits for your answer until/);
  expect(until.querySelector('time')?.dateTime).toBe('2026-11-23T09:12:00.000Z');
  expect(until.textContent).toContain('the customer is notified');
});

it('shows the ways on of a cancellation that needs a person, and no answer to give', () => {
  renderPage(
    <RequestsPage
      {...noPages}
      forbidden={null}
      inReview={[]}
      needAttention={[waiting(needsAttention)]}
    />,
  );
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
});

it('says so when nothing waits', () => {
  renderPage(<RequestsPage {...noPages} forbidden={null} inReview={[]} needAttention={[]} />);
  expect(screen.getByText('Nothing needs your attention')).toBeTruthy();
});

it('case 55: shows staff who may not answer what waits, and why they cannot', () => {
  const forbidden = 'Your account may not cancel orders.';
  renderPage(
    <RequestsPage
      {...noPages}
      forbidden={forbidden}
      inReview={[waiting(inReview)]}
      needAttention={[]}
    />,
  );
  expect(screen.getByText(forbidden)).toBeTruthy();
  const approve = screen.getByRole('button', { name: 'Approve the request for #1042' });
  expect(approve.getAttribute('aria-disabled')).toBe('true');
});

it('names the items of a request for a part of an order', () => {
  const asked = { ...inReview, scope: 'lines' as const, lines: partial.lines };
  renderPage(
    <RequestsPage {...noPages} forbidden={null} inReview={[waiting(asked)]} needAttention={[]} />,
  );
  expect(screen.getByText('2 × Wool socks')).toBeTruthy();
});

it('counts what waits only where all of it is in sight, and leads on where it is not', async () => {
  const page = renderPage(
    <RequestsPage
      {...noPages}
      forbidden={null}
      inReview={[waiting(inReview)]}
      needAttention={[]}
    />,
  );
  expect(screen.getByText('Requests to answer (1)')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  page.unmount();
  const next = ['1', '1763630000000', '00000000-0000-4000-8000-000000000001'];
  renderPage(
    <RequestsPage
      {...{ ...noPages, next, forbidden: null, needAttention: [] }}
      inReview={[waiting(inReview)]}
    />,
  );
  expect(screen.getByText('Requests to answer')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBeNull();
});

const requests = (items: readonly WaitingCancellation[]) => (
  <RequestsPage {...noPages} forbidden={null} inReview={items} needAttention={[]} />
);

it('says whose request it is, why it waits, and what the customer sees meanwhile', () => {
  renderPage(requests([waiting(inReview)]));
  expect(screen.getByText(/Wilma Wandel/)).toBeTruthy();
  expect(screen.getByText('The policy asks for manual review: fraud risk.')).toBeTruthy();
  expect(
    screen.getByText('The customer sees: “Your order is on hold while we review your request.”'),
  ).toBeTruthy();
});

it('gives a request to a colleague, and says whose it is', async () => {
  const { sent } = stubRequests(() => Response.json(inReview));
  stubSizes();
  const user = userEvent.setup();
  const mine = { ...waiting(inReview), assignedTo: { id: '42', name: null } };
  renderPage(requests([mine]));
  expect(screen.getByText('Assigned to Me')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Assigned to Me: the request for #1042' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Ben Okafor' }));
  expect(sent[0]).toEqual({
    path: `/app/cancellations/${inReview.id}`,
    body: { answer: 'assign', to: '7' },
  });
});

describe('several at once', () => {
  const three = ['a1', 'a2', 'a3'].map((id, index): WaitingCancellation => ({
    ...waiting({ ...inReview, id: `0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d${id}` }),
    orderName: `#104${index}`,
  }));
  const [first, second, third] = three.map(({ cancellation }) => cancellation.id);

  it('are approved after a look at each, and each has its own result', async () => {
    const { sent } = stubRequests((path) => {
      if (path === '/api/staff/requests/review') {
        return Response.json({
          rows: [
            { id: first, amount: '€10.00', refusal: null },
            { id: second, amount: null, refusal: 'A chargeback is open.' },
            { id: third, amount: '€5.00', refusal: null },
          ],
          totals: ['€15.00'],
        });
      }
      if (!path.endsWith(third ?? '')) return Response.json(inReview);
      const refusals = [{ code: 'already_answered', message: 'Ben has declined it.' }];
      return Response.json({ refusals }, { status: 422 });
    });
    const user = userEvent.setup();
    renderPage(requests(three));
    await user.click(screen.getByLabelText('Select all'));
    await user.click(screen.getByRole('button', { name: 'Approve selected' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Total refund: €15.00')).toBeTruthy();
    expect(dialog.getByText('Cannot be approved: A chargeback is open.')).toBeTruthy();
    await pressWhenReady('Approve 2 requests', user);
    expect(await dialog.findByText('1 request approved')).toBeTruthy();
    expect(dialog.getByText('Approved')).toBeTruthy();
    expect(dialog.getByText('Not answered: Ben has declined it.')).toBeTruthy();
    expect(sent.slice(1)).toEqual(
      [first, third].map((id) => ({
        path: `/app/cancellations/${id}`,
        body: { answer: 'approve', noteToCustomer: '' },
      })),
    );
  });

  it('are declined with one message, which is asked for', async () => {
    const { sent } = stubRequests(() => Response.json(inReview));
    const user = userEvent.setup();
    renderPage(requests(three));
    await user.click(screen.getByLabelText('Select the request for #1040'));
    await user.click(screen.getByLabelText('Select the request for #1042'));
    await user.click(screen.getByRole('button', { name: 'Decline selected' }));
    await pressWhenReady('Decline 2 requests', user);
    expect(sent).toEqual([]);
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/^Message to the customer/), 'Already packed.');
    await user.click(dialog.getByLabelText('Contact us'));
    await pressWhenReady('Decline 2 requests', user);
    expect(await dialog.findByText('2 requests declined')).toBeTruthy();
    expect(sent.map(({ path }) => path)).toEqual(
      [first, third].map((id) => `/app/cancellations/${id}`),
    );
  });
});

it('changes a request before it is approved, beginning with what the customer asked for', async () => {
  const asked = {
    selection: { kind: 'lines', lines: [{ id: '12', quantity: 2 }] },
    method: 'original',
    restock: true,
  };
  const { sent } = stubRequests((path) => {
    if (path.endsWith('/offer')) return Response.json({ offer, asked });
    return Response.json(path.endsWith('/quote') ? quote : inReview);
  });
  const user = userEvent.setup();
  renderPage(requests([waiting(inReview)]));
  await user.click(
    screen.getByRole('button', { name: 'Approve with changes: the request for #1042' }),
  );
  await user.click(await screen.findByLabelText('Restock items'));
  await pressWhenReady('Review', user);
  await pressWhenReady(/^Cancel/, user);
  expect(sent.at(-1)).toMatchObject({
    path: `/app/cancellations/${inReview.id}`,
    body: {
      answer: 'approve_changed',
      selection: asked.selection,
      restock: false,
      reason: 'CUSTOMER',
    },
  });
});
