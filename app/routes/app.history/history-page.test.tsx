import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/pages/page.tsx';
import { cancellation } from '../../../tests/support/pages/staff-views.ts';
import { HISTORY_LIST } from '../../application/history/history-search.ts';
import type { HistoryView } from '../../contract/list/history-view.ts';
import { firstPage } from '../../presentation/list/list-query.ts';
import { StoryPage } from '../app.history_.$id/story-page.tsx';
import { HistoryPage } from './history-page.tsx';

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

const ID = '00000000-0000-4000-8000-000000000001';
const AT = '2026-11-20T09:12:00.000Z';
const view: HistoryView = {
  query: firstPage(HISTORY_LIST),
  ...{ previous: null, next: null, timeZone: 'Europe/Berlin', exports: [], forbidden: null },
  rows: [
    {
      ...{ id: ID, orderName: '#1042', customerName: 'Zoë Example', requestedAt: AT },
      ...{ who: 'Mia Example', outcomeLabel: 'Cancelled', tone: 'success' },
      ...{ reason: 'Changed their mind', amount: '€84.50' },
    },
  ],
  choices: {
    who: [{ value: 'guest', label: 'Guest' }],
    ...{ outcome: [], step: [], reason: [] },
  },
  verified: { at: AT, holds: true, text: '12 entries, all unchanged since they were stored.' },
};
const file: HistoryView['exports'][number] = {
  ...{ id: ID, title: 'Cancellations · CSV', requestedBy: 'Mia Example', requestedAt: AT },
  ...{ state: 'running', progress: '200 of 450 cancellations', percent: 44, isStalled: false },
  expiresAt: AT,
};

describe('the history', () => {
  it('lists who cancelled what and why, each leading to its story', () => {
    renderPage(<HistoryPage {...view} />);
    const link = screen.getByRole('link', { name: '#1042' });
    expect(link.getAttribute('href')).toBe(`/app/history/${ID}`);
    for (const text of ['Zoë Example', 'Mia Example', 'Changed their mind', '€84.50']) {
      expect(screen.getAllByText(text)).not.toEqual([]);
    }
    expect(screen.getByText(/12 entries, all unchanged/)).toBeTruthy();
  });

  it('says what is filtered in words, and that nothing fits', () => {
    const filters = { who: 'guest', date: '2026-11-01..2026-11-30' };
    renderPage(<HistoryPage {...view} rows={[]} query={{ ...view.query, filters }} />);
    expect(screen.getByText('Date: Nov 1, 2026 – Nov 30, 2026')).toBeTruthy();
    expect(screen.getByText('Began by: Guest')).toBeTruthy();
    expect(screen.getByText('No cancellation fits')).toBeTruthy();
  });

  it('says in red that the record was changed', () => {
    const verified = { at: AT, holds: false, text: 'An entry was removed.' };
    renderPage(<HistoryPage {...view} verified={verified} />);
    expect(screen.getByText('The record was changed outside Unorder')).toBeTruthy();
    expect(screen.getByText(/An entry was removed/)).toBeTruthy();
  });

  it('exports what it shows, in the form that was chosen', async () => {
    const user = userEvent.setup();
    const { sent } = stubRequests(() => Response.json({ id: ID }));
    const query = { ...view.query, text: 'zoë', filters: { who: 'guest' } };
    renderPage(<HistoryPage {...view} query={query} />);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: 'Every step' }));
    await user.click(dialog.getByRole('radio', { name: 'JSON Lines with all data' }));
    await user.click(dialog.getByRole('button', { name: 'Start export' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          path: '/api/staff/history/exports',
          body: { what: 'steps', format: 'jsonl', query: 'q=zo%C3%AB&who=guest' },
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stops a file that is being written, and goes on with one that stands still', async () => {
    const user = userEvent.setup();
    const { sent } = stubRequests(() => Response.json({ id: ID }));
    const exports = [file, { ...file, id: 'stalled', isStalled: true }];
    renderPage(<HistoryPage {...view} exports={exports} />);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() =>
      expect(sent).toEqual([
        { path: `/api/staff/history/exports/${ID}`, body: { do: 'stop' } },
        { path: '/api/staff/history/exports/stalled', body: { do: 'resume' } },
      ]),
    );
    expect(screen.getByText(/Nothing has been written for ten minutes/)).toBeTruthy();
  });

  it('exports nothing for staff who may not, and says why', () => {
    renderPage(<HistoryPage {...view} forbidden="Your role may not do this." />);
    const button = screen.getByRole('button', { name: 'Export' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Your role may not do this.')).toBeTruthy();
  });
});

it('a story has every step with who did it, and a way back', () => {
  const history = [{ at: AT, who: 'Mia Example', what: 'Approved the request' }];
  renderPage(
    <StoryPage
      orderName="#1042"
      orderNumber="1042"
      customerName="Zoë Example"
      cancellation={{ ...cancellation, history }}
    />,
  );
  expect(screen.getByText('Approved the request')).toBeTruthy();
  expect(screen.getByText(/Mia Example/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the order' }).getAttribute('href')).toBe(
    '/app/orders/1042',
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain(
    '/app/history',
  );
});
