import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  pressWhenReady,
  renderPage,
  stubAppBridge,
  stubRequests,
} from '../../tests/support/pages/page.tsx';
import {
  completed,
  inReview,
  needsAttention,
  waiting,
} from '../../tests/support/pages/staff-views.ts';
import type { StaffCancellationView } from '../contract/staff/staff-cancellation-view.ts';
import { firstPage } from '../presentation/list/list-query.ts';
import { REQUEST_LIST } from '../application/cancellation/request-search.ts';
import { RequestsPage } from '../routes/app.requests/requests-page.tsx';
import { useFocusKept } from './focus-kept.ts';

const noPages = { query: firstPage(REQUEST_LIST), previous: null, next: null, me: '42', staff: [] };

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

/** The requests, from which one that was answered goes a moment later, as it does when the page is read again. */
function openRequests(view: StaffCancellationView) {
  let settle = () => {};
  stubRequests(() => {
    setTimeout(() => settle(), 400);
    return Response.json(completed);
  });
  const Page = () => {
    useFocusKept();
    const [isSettled, setSettled] = useState(false);
    settle = () => setSettled(true);
    const items = isSettled ? [] : [waiting(view)];
    return (
      <RequestsPage
        {...noPages}
        forbidden={null}
        inReview={view === inReview ? items : []}
        needAttention={view === inReview ? [] : items}
      />
    );
  };
  renderPage(<Page />);
}

/** By the keyboard: Polaris takes the focus off a button that a mouse has pressed. */
async function tryAgain(user: UserEvent): Promise<void> {
  screen.getByRole('button', { name: 'Try again' }).focus();
  await user.keyboard('{Enter}');
}

const focused = () => document.activeElement?.textContent;

describe('the focus', () => {
  it('is on the page’s heading once the request that was declined has left the list', async () => {
    const user = userEvent.setup();
    openRequests(inReview);
    await user.click(screen.getByRole('button', { name: /^Decline/ }));
    await user.type(screen.getByRole('textbox', { name: 'Message to the customer' }), 'Engraved.');
    await user.click(screen.getByLabelText('Return it when it arrives'));
    await pressWhenReady('Decline request', user);
    await screen.findByText('Nothing needs your attention');
    await waitFor(() => expect(focused()).toBe('Requests'));
  });

  it('is there once a question is settled that was answered without a dialog', async () => {
    const user = userEvent.setup();
    openRequests(needsAttention);
    await tryAgain(user);
    await screen.findByText('Nothing needs your attention');
    await waitFor(() => expect(focused()).toBe('Requests'));
  });

  it('stays with whoever has left what goes', async () => {
    const user = userEvent.setup();
    openRequests(needsAttention);
    await tryAgain(user);
    (document.activeElement as HTMLElement | null)?.blur();
    await screen.findByText('Nothing needs your attention');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.activeElement).toBe(document.body);
  });
});
