import type { ReactNode } from 'react';

interface Props {
  /** When something new may be known; null when nothing more happens by itself. */
  readonly nextLookMs: number | null;
  readonly children: ReactNode;
}

/**
 * Looks again for as long as something happens by itself, and puts what is new in its place, where a screen reader
 * hears of it. What has not changed stays, with the focus in it. Once the page is not to be read any more it says so
 * and looks no further. Without a script the link beside it looks again;
 * a page that loaded itself anew would throw readers back to its top, which WCAG 2.2.1 forbids.
 */
export function LiveStatus({ nextLookMs, children }: Props) {
  return (
    <>
      <div data-unorder-live="" aria-live="polite">
        <div data-unorder-next={nextLookMs ?? ''}>{children}</div>
      </div>
      {nextLookMs !== null && <script dangerouslySetInnerHTML={{ __html: LOOK_AGAIN }} />}
    </>
  );
}

/** No brace follows another: Liquid would read the script otherwise. Pauses grow as long as nothing is new. */
const LOOK_AGAIN = `
(() => {
  const place = document.querySelector('[data-unorder-live]');
  let growth = 1;
  const wait = () => {
    const next = place.firstElementChild.getAttribute('data-unorder-next');
    if (next) setTimeout(look, Math.min(Number(next) * growth, 60000));
  };
  const look = async () => {
    growth *= 1.25;
    try {
      const answer = document.hidden ? null : await fetch(location.href, { cache: 'no-store' });
      const isOver = answer && answer.status === 403;
      const html = answer && (answer.ok || isOver) ? await answer.text() : '';
      const read = new DOMParser().parseFromString(html, 'text/html');
      const over = isOver && read.querySelector('[role=alert]');
      if (over) {
        place.prepend(over);
        return;
      }
      const fresh = read.querySelector('[data-unorder-live]');
      if (fresh && fresh.innerHTML !== place.innerHTML) {
        place.innerHTML = fresh.innerHTML;
        growth = 1;
      }
    } catch (lost) {
      console.info('The status could not be read; it is tried again.', lost);
    }
    wait();
  };
  wait();
})();
`;
