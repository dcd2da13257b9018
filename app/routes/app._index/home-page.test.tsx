import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/pages/page.tsx';
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

it('counts what it lists, and says so where there is more', () => {
  renderPage(<HomePage {...home} />);
  expect(screen.getByText('More than 10')).toBeTruthy();
});
