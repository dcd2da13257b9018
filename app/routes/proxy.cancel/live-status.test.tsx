import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { LiveStatus } from './live-status.tsx';

const page = (text: string) =>
  renderToStaticMarkup(<LiveStatus nextLookMs={2_000}>{text}</LiveStatus>);

/** Shows a page in a browser, whose script looks again; answers what it asks. */
function open(answer: () => Response) {
  const asked = vi.fn(async () => answer());
  vi.stubGlobal('fetch', asked);
  document.body.innerHTML = page('Stopping');
  const script = document.querySelector('script')?.textContent ?? '';
  (0, eval)(script);
  return asked;
}

const text = () => document.querySelector('[data-unorder-live]')?.textContent;

describe('the status on the guests’ page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('changes by itself', async () => {
    open(() => new Response(page('Cancelled')));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(text()).toBe('Cancelled');
  });

  it('stays, and is looked at again, while the shop cannot be reached', async () => {
    let isBack = false;
    open(() => (isBack ? new Response(page('Cancelled')) : new Response('', { status: 503 })));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(text()).toBe('Stopping');
    isBack = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(text()).toBe('Cancelled');
  });

  it('says that the half hour is over, and looks no more', async () => {
    const over =
      '<main><div role="alert" class="unorder-note"><p>Ask for a new code.</p></div></main>';
    const asked = open(() => new Response(over, { status: 403 }));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(text()).toBe('Ask for a new code.Stopping');
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(asked).toHaveBeenCalledOnce();
  });
});
