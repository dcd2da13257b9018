// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { useFreshList } from './use-fresh-list.ts';

const PAUSE_MS = 20;
/** Long enough for many reads. */
const AFTER_MS = 10 * PAUSE_MS;

const { revalidate } = vi.hoisted(() => ({ revalidate: vi.fn() }));
vi.mock('@remix-run/react', () => ({ useRevalidator: () => ({ revalidate, state: 'idle' }) }));

beforeEach(() => {
  vi.useFakeTimers();
  revalidate.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function List({ pauseMs }: { readonly pauseMs: number | null }) {
  useFreshList(pauseMs);
  return null;
}

const seen = (state: DocumentVisibilityState) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
const comesBack = () => document.dispatchEvent(new Event('visibilitychange'));

it('reads the list again while somebody looks at it, and no longer', () => {
  const page = render(<List pauseMs={PAUSE_MS} />);
  vi.advanceTimersByTime(AFTER_MS);
  expect(revalidate).toHaveBeenCalledTimes(10);
  page.unmount();
  vi.advanceTimersByTime(AFTER_MS);
  comesBack();
  expect(revalidate).toHaveBeenCalledTimes(10);
});

it('reads nothing in a tab that nobody sees, and at once when they come back', () => {
  const hidden = seen('hidden');
  render(<List pauseMs={PAUSE_MS} />);
  vi.advanceTimersByTime(AFTER_MS);
  comesBack();
  expect(revalidate).not.toHaveBeenCalled();
  hidden.mockReturnValue('visible');
  comesBack();
  expect(revalidate).toHaveBeenCalledTimes(1);
});

it('reads a list whose rows must not move only when somebody comes back', () => {
  render(<List pauseMs={null} />);
  vi.advanceTimersByTime(AFTER_MS);
  expect(revalidate).not.toHaveBeenCalled();
  comesBack();
  expect(revalidate).toHaveBeenCalledTimes(1);
});

it('moves nothing under an open dialog', () => {
  render(
    <>
      <List pauseMs={PAUSE_MS} />
      <div role="dialog">Cancel order?</div>
    </>,
  );
  vi.advanceTimersByTime(AFTER_MS);
  comesBack();
  expect(revalidate).not.toHaveBeenCalled();
});
