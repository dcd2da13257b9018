import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import {
  pressWhenReady,
  renderPage,
  stubAppBridge,
  stubRequests,
} from '../../../tests/support/pages/page.tsx';
import type { DataRequestView } from '../../contract/shop/data-request-view.ts';
import { DataRequestsPage } from './data-requests-page.tsx';

const DATA = {
  about: 'Everything.',
  customerId: 'gid://shopify/Customer/7',
  requestedAt: '2026-11-01T00:00:00.000Z',
  orders: [],
  cancellations: [],
};

const request: DataRequestView = {
  id: '9',
  customerUrl: 'shopify://admin/customers/7',
  customer: 'Customer 7',
  requestedAt: '2026-11-01T09:00:00.000Z',
  dueAt: '2026-12-01T09:00:00.000Z',
  isOverdue: false,
  handedOverAt: null,
};

beforeEach(() => {
  stubAppBridge();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('case 60: shows who asked, by when to answer, and offers the data as a file', async () => {
  const { sent } = stubRequests(() => Response.json(DATA));
  const files: Blob[] = [];
  URL.createObjectURL = (blob) => {
    files.push(blob as Blob);
    return '#file';
  };
  renderPage(<DataRequestsPage forbidden={null} requests={[request]} />);
  expect(screen.getByRole('link', { name: 'Customer 7' })).toBeTruthy();
  expect(screen.getByText(/Answer by/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Download data' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(sent).toEqual([{ path: '/api/staff/data-requests/9', body: undefined }]);
});

it('a download that arrives closes no question that was opened meanwhile', async () => {
  let arrive: (answer: Response) => void = () => undefined;
  stubRequests(() => new Promise((resolve) => (arrive = resolve)));
  const createUrl = vi.fn(() => '#file');
  URL.createObjectURL = createUrl;
  renderPage(<DataRequestsPage forbidden={null} requests={[request]} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Download data' }));
  await user.click(screen.getByRole('button', { name: 'Mark as handed over' }));
  arrive(Response.json(DATA));
  await waitFor(() => expect(createUrl).toHaveBeenCalled());
  expect(screen.getByText(/only when Customer 7 has received the data/)).toBeTruthy();
});

it('case 60: is ticked off once the data was handed over', async () => {
  const { sent } = stubRequests(() => Response.json({ handedOver: true }));
  renderPage(<DataRequestsPage forbidden={null} requests={[request]} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Mark as handed over' }));
  expect(screen.getByText(/only when Customer 7 has received the data/)).toBeTruthy();
  await pressWhenReady('Mark as handed over', user);
  await waitFor(() => expect(sent).toEqual([{ path: '/api/staff/data-requests/9', body: {} }]));
  cleanup();
  const handedOverAt = '2026-11-02T09:00:00.000Z';
  renderPage(<DataRequestsPage forbidden={null} requests={[{ ...request, handedOverAt }]} />);
  expect(screen.getByText('Handed over')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Mark as handed over' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Download data' })).toBeTruthy();
});

it('case 77: is ticked off by no double press, which could be meant for the request above', async () => {
  const { sent } = stubRequests(() => Response.json({ handedOver: true }));
  const user = userEvent.setup();
  renderPage(<DataRequestsPage forbidden={null} requests={[request]} />);
  await user.dblClick(screen.getByRole('button', { name: 'Mark as handed over' }));
  await user.keyboard('{Enter}{Enter}');
  expect(sent).toEqual([]);
});

it('says what went wrong and leaves the request as it was', async () => {
  const refusals = [{ code: 'data_request_not_found', message: 'There is no such request.' }];
  stubRequests(() => Response.json({ refusals }, { status: 404 }));
  renderPage(<DataRequestsPage forbidden={null} requests={[{ ...request, isOverdue: true }]} />);
  expect(screen.getByText('Overdue')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Download data' }));
  expect(await screen.findByText('There is no such request.')).toBeTruthy();
});

it('says so when nobody asked, and why somebody may not see who did', () => {
  renderPage(<DataRequestsPage forbidden={null} requests={[]} />);
  expect(screen.getByText('No customer has asked for their data')).toBeTruthy();
  cleanup();
  renderPage(<DataRequestsPage forbidden="Ask the store owner." requests={[]} />);
  expect(screen.getByText('Ask the store owner.')).toBeTruthy();
  expect(screen.queryByText('No customer has asked for their data')).toBeNull();
});
