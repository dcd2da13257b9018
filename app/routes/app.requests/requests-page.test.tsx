import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/pages/page.tsx';
import {
  inReview,
  needsAttention,
  partial,
  waiting,
} from '../../../tests/support/pages/staff-views.ts';
import { firstPage } from '../../presentation/list/list-query.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';
import { RequestsPage } from './requests-page.tsx';

const noPages = { query: firstPage(REQUEST_LIST), previous: null, next: null };

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
  const next = ['in_review', '1763630000000', '00000000-0000-4000-8000-000000000001'];
  renderPage(
    <RequestsPage
      {...{ ...noPages, next, forbidden: null, needAttention: [] }}
      inReview={[waiting(inReview)]}
    />,
  );
  expect(screen.getByText('Requests to answer')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBeNull();
});
