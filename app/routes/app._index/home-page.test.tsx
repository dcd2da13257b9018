import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/pages/page.tsx';
import { home } from '../../../tests/support/pages/staff-views.ts';
import { HomePage } from './home-page.tsx';

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

const headings = () => screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);

it('shows what cannot go on by itself before everything else', () => {
  renderPage(<HomePage {...home} />);
  expect(headings().slice(3)).toEqual([
    'Cancellations that need your attention',
    'Requests waiting for your response',
    'Cancelled, and the refund is not confirmed yet',
    ...['Figures', 'Refunds by currency', 'Reasons', 'Began by'],
    'Latest cancellations',
  ]);
});

it('lists a cancellation once, where it needs the most', () => {
  const waiting = home.requestsWaiting;
  renderPage(<HomePage {...home} latest={waiting} />);
  expect(waiting).not.toEqual([]);
  expect(headings()).not.toContain('Latest cancellations');
  expect(screen.queryByText('No order has been cancelled yet')).toBeNull();
});

it('says so when nothing has been cancelled yet, and when customers cannot cancel', () => {
  const nothing = { requestsWaiting: [], needAttention: [], moneyOnItsWay: [], latest: [] };
  renderPage(<HomePage {...home} {...nothing} policyEnabled={false} />);
  expect(screen.getByText('No order has been cancelled yet')).toBeTruthy();
  expect(screen.getByText('Customers cannot cancel their orders')).toBeTruthy();
});

it('shows figures that lead to their lists, as a chart or as a table', async () => {
  renderPage(<HomePage {...home} />);
  const figure = screen.getByRole('link', { name: 'Requests: 12. Open the list' });
  expect(figure.getAttribute('href')).toBe('/app/history?date=2026-11-01..2026-11-30');
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
  expect(screen.getByRole('rowheader', { name: 'Nov 1' })).toBeTruthy();
  expect(screen.getByText('€2.50')).toBeTruthy();
});

it('guides a new shop by what is placed, until it is put away', async () => {
  const { sent } = stubRequests(() => Response.json({ noted: true }));
  Object.assign(shopify, {
    app: {
      extensions: async () => [
        { type: 'theme_app_extension', activations: [{ status: 'active' }] },
        { type: 'ui_extension', activations: [] },
      ],
    },
  });
  const steps = (['policy', 'page', 'block', 'mail', 'test'] as const).map((key) => ({
    key,
    done: false,
  }));
  renderPage(<HomePage {...home} setup={{ steps }} />);
  expect(screen.getByText('0 of 5 done')).toBeTruthy();
  await waitFor(() =>
    expect(sent).toEqual([{ path: '/api/staff/setup', body: { note: 'block_seen' } }]),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Hide this guide' }));
  await waitFor(() => expect(sent[1]?.body).toEqual({ note: 'dismissed' }));
});

it('counts what it lists, and says so where there is more', () => {
  renderPage(<HomePage {...home} />);
  expect(screen.getByText('More than 10')).toBeTruthy();
});
