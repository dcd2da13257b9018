import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/pages/page.tsx';
import type { BulkView } from '../../contract/bulk/bulk-view.ts';
import { BulkPage } from './bulk-page.tsx';

const ID = '00000000-0000-4000-8000-0000000000aa';
const row = (number: string): BulkView['orders'][number] => ({
  number,
  name: `#${number}`,
  state: { statusLabel: 'Can be cancelled', tone: null },
  withRefund: '€100.00',
  withoutRefund: '€0.00',
  against: [],
  againstWithoutRefund: [],
});
const bulk: BulkView = {
  id: ID,
  number: 7,
  state: 'reviewed',
  counts: {
    ...{ all: 3, waiting: 0, planned: 2, underWay: 0, done: 0 },
    ...{ needAttention: 0, refused: 1, notReached: 0 },
  },
  withRefund: {
    totals: { orders: 2, amounts: [{ minor: 20_000, currencyCode: 'EUR' }] },
    amounts: ['€200.00'],
  },
  withoutRefund: { totals: { orders: 3, amounts: [] }, amounts: [] },
  issueRefund: null,
  pausedUntil: null,
  forbidden: null,
  notesReachCustomer: true,
  orders: [
    row('1'),
    row('2'),
    { ...row('3'), withRefund: null, against: ['The customer has disputed the payment.'] },
  ],
};

beforeEach(() => {
  stubAppBridge();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function sending() {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') bodies.push(JSON.parse(init.body));
    return Response.json({ ...bulk, state: 'running' });
  });
  return bodies;
}

it('shows what would be done with the totals, what cannot go and why, and does it by one press', async () => {
  const bodies = sending();
  renderPage(<BulkPage {...bulk} />);
  expect(screen.getByText('2 orders will be cancelled')).toBeTruthy();
  expect(screen.getByText('Refunded in total: €200.00')).toBeTruthy();
  expect(screen.getByText('1 order cannot be cancelled')).toBeTruthy();
  expect(screen.getByText('The customer has disputed the payment.')).toBeTruthy();
  const confirm = screen.getByRole('button', { name: 'Cancel 2 orders' });
  await vi.waitFor(() => expect(confirm.getAttribute('aria-disabled')).not.toBe('true'));
  await userEvent.click(confirm);
  expect(screen.getByText('Choose why the order is cancelled.')).toBeTruthy();
  expect(bodies).toEqual([]);
  await userEvent.selectOptions(screen.getByRole('combobox'), 'INVENTORY');
  await userEvent.click(confirm);
  await vi.waitFor(() =>
    expect(bodies).toEqual([
      {
        do: 'confirm',
        choice: {
          issueRefund: true,
          restock: true,
          reason: 'INVENTORY',
          notify: true,
          noteToCustomer: '',
          internalNote: '',
        },
        shown: { orders: 2, amounts: [{ minor: 20_000, currencyCode: 'EUR' }] },
      },
    ]),
  );
});

it('counts anew what goes without a refund', async () => {
  renderPage(<BulkPage {...bulk} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Refund everything refundable' }));
  expect(screen.getByRole('button', { name: 'Cancel 3 orders' })).toBeTruthy();
  expect(screen.getByText('Nothing is refunded.')).toBeTruthy();
});

it('shows how far it has come, can be stopped, and waits where Shopify does not answer', async () => {
  const bodies = sending();
  const counts = { ...bulk.counts, all: 200, planned: 120, done: 70, underWay: 7, refused: 3 };
  renderPage(
    <BulkPage
      {...bulk}
      state="running"
      issueRefund
      counts={counts}
      pausedUntil="2026-11-30T12:00:00.000Z"
    />,
  );
  expect(screen.getByText('Shopify does not answer')).toBeTruthy();
  expect(screen.getAllByText('73 of 200 orders').length).toBeGreaterThan(0);
  expect(screen.getByText('120 waiting')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await vi.waitFor(() => expect(bodies).toEqual([{ do: 'stop' }]));
});

it('of somebody who may not cancel is to look at', () => {
  renderPage(<BulkPage {...bulk} forbidden="Your account may not cancel orders." />);
  expect(screen.getByText('Your account may not cancel orders.')).toBeTruthy();
  const confirm = screen.getByRole('button', { name: 'Cancel 2 orders' });
  expect(confirm.getAttribute('aria-disabled')).toBe('true');
});
