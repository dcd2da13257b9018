import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/pages/page.tsx';
import type { NotificationsView } from '../../contract/notification/notification-view.ts';
import { NotificationsPage } from './notifications-page.tsx';

let toasts: readonly string[];
beforeEach(() => {
  toasts = stubAppBridge().toasts;
});
afterEach(cleanup);

const view: NotificationsView = {
  version: 3,
  mailsFrom: 'orders@a.example',
  isAnybodyTold: true,
  requestsTo: 'shop@b.example',
  currencyCode: 'EUR',
  staff: { to: [], when: 'each', hour: 8, fromAmount: null },
  customers: { by: 'unorder' },
  brand: { senderName: null, replyTo: null, color: null, logoUrl: null },
  changed: [{ mail: 'cancelled', language: 'de' }],
};

it('saves who is told, when and from which amount on, over what was shown', async () => {
  const { sent } = stubRequests(() => Response.json({ version: 4 }));
  const user = userEvent.setup();
  renderPage(<NotificationsPage {...view} />);
  await user.type(screen.getByLabelText('Email addresses'), 'ada@b.example, ben@b.example');
  await user.selectOptions(screen.getByLabelText('When requests wait for an answer'), 'daily');
  await user.selectOptions(screen.getByLabelText(/^Time of day/), '9');
  await user.type(screen.getByLabelText(/^Only requests from/), '50');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent[0]).toMatchObject({
    path: '/api/staff/notifications',
    body: {
      basedOn: 3,
      staff: { to: ['ada@b.example', 'ben@b.example'], when: 'daily', hour: 9, fromAmount: '50' },
      customers: { by: 'unorder' },
    },
  });
  expect(toasts).toEqual(['Notifications saved']);
});

it('says what was refused, and keeps what was typed', async () => {
  const refusals = [{ code: 'settings_changed', message: 'A colleague saved these settings.' }];
  stubRequests(() => Response.json({ refusals }, { status: 422 }));
  const user = userEvent.setup();
  renderPage(<NotificationsPage {...view} />);
  await user.type(screen.getByLabelText('Sender name'), 'Kettles');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A colleague saved these settings.')).toBeTruthy();
  expect(screen.getByDisplayValue('Kettles')).toBeTruthy();
});

it('offers no choice of who writes where the app has no mail server', () => {
  renderPage(<NotificationsPage {...view} mailsFrom={null} />);
  expect(screen.getByText(/Unorder sends none/)).toBeTruthy();
  expect(screen.queryByText('Shopify, by its own notifications')).toBeNull();
});
