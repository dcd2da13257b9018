import { useRevalidator } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { useFreshList } from './use-fresh-list.ts';

const PAUSE_MS = 20;
const PAUSES = 10;

const read = vi.fn(() => null);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  // React Router warns of its next version on every render of a stub.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  read.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Draws a page with a list that is read already. */
async function showList(pauseMs: number | null, beside: ReactNode = null) {
  function List() {
    useFreshList(pauseMs);
    return (
      <>
        <p>{useRevalidator().state}</p>
        {beside}
      </>
    );
  }
  const Stub = createRemixStub([{ path: '/', id: 'list', Component: List, loader: read }]);
  const page = render(<Stub hydrationData={{ loaderData: { list: null } }} />);
  await screen.findByText('idle');
  return page;
}

/** Lets the pauses go by, each until whatever it began has ended. */
async function letPausesGoBy(): Promise<void> {
  for (let pause = 0; pause < PAUSES; pause += 1) {
    vi.advanceTimersByTime(PAUSE_MS);
    await settled();
  }
}

/** Until what a press, a pause or a look began has ended. */
async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  if (screen.queryByText('loading')) await screen.findByText('idle');
}

const seen = (state: DocumentVisibilityState) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
const comesBack = () => document.dispatchEvent(new Event('visibilitychange'));

it('reads the list again while somebody looks at it, and no longer', async () => {
  const page = await showList(PAUSE_MS);
  await letPausesGoBy();
  expect(read).toHaveBeenCalledTimes(PAUSES);
  page.unmount();
  await letPausesGoBy();
  comesBack();
  await settled();
  expect(read).toHaveBeenCalledTimes(PAUSES);
});

it('reads nothing in a tab that nobody sees, and at once when they come back', async () => {
  const hidden = seen('hidden');
  await showList(PAUSE_MS);
  await letPausesGoBy();
  comesBack();
  await settled();
  expect(read).not.toHaveBeenCalled();
  hidden.mockReturnValue('visible');
  comesBack();
  await settled();
  expect(read).toHaveBeenCalledTimes(1);
});

it('reads a list whose rows must not move only when somebody comes back', async () => {
  await showList(null);
  await letPausesGoBy();
  expect(read).not.toHaveBeenCalled();
  comesBack();
  await settled();
  expect(read).toHaveBeenCalledTimes(1);
});

it('moves nothing under an open dialog', async () => {
  await showList(PAUSE_MS, <div role="dialog">Cancel order?</div>);
  await letPausesGoBy();
  comesBack();
  await settled();
  expect(read).not.toHaveBeenCalled();
});
