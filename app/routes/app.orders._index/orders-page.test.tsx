// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/page.tsx';
import { orderList } from '../../../tests/support/staff-views.ts';
import { OrdersPage } from './orders-page.tsx';

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

it('marks what was cancelled elsewhere, and what this app cancels', () => {
  renderPage(<OrdersPage {...orderList} />);
  expect(screen.getAllByText('Cancelled elsewhere')).toHaveLength(1);
  expect(screen.getByText('Waiting for review')).toBeTruthy();
});

it('says what was searched for when nothing is found', () => {
  renderPage(<OrdersPage {...orderList} query="#9" orders={[]} total={0} pageCount={1} />);
  expect(screen.getByText('No order matches “#9”')).toBeTruthy();
});

it('does not call a shop empty whose orders are still being copied', () => {
  renderPage(<OrdersPage {...orderList} copying orders={[]} total={0} pageCount={1} />);
  expect(screen.getByText('Your orders are on their way')).toBeTruthy();
  expect(screen.queryByText('There are no orders yet')).toBeNull();
});
