import { useEffect, useState } from 'react';

const DIALOG = '[role="dialog"]';

/** Where the focus goes when the dialogs that are open, one after the other, have closed. */
let owedTo: Element | null = null;

/** Polaris takes the focus off a button that the mouse has pressed, before the click is heard of. */
let lastClicked: Element | null = null;
if (typeof document !== 'undefined') {
  document.addEventListener(
    'click',
    ({ target }) => {
      lastClicked = target instanceof Element ? target.closest('button, a') : null;
    },
    true,
  );
}

/**
 * Gives the focus back when a dialog leaves the page: to the control that opened it, or to the page's heading
 * when that control is gone. Polaris does so only for an activator inside the dialog's own component.
 * https://github.com/Shopify/polaris-react-archive/issues/7638
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => (typeof document === 'undefined' ? null : openerNow()));
  useEffect(() => {
    owedTo = opener;
    return () => {
      // By then another dialog may have taken over, whose turn it is then.
      requestAnimationFrame(() => {
        if (isDialogOpen()) return;
        owedTo = null;
        focusOn(opener);
      });
    };
  }, [opener]);
}

/** What has the focus; in a dialog that is about to be replaced, or a menu, what had it before that one. */
function openerNow(): Element {
  const focused = document.activeElement ?? document.body;
  const active = focused === document.body ? (lastClicked ?? focused) : focused;
  const isElsewhere = active === document.body || active.closest(DIALOG) !== null;
  return (isElsewhere ? owedTo : menuButtonOf(active)) ?? active;
}

function menuButtonOf(active: Element): Element | null {
  for (let at: Element | null = active; at !== null; at = at.parentElement) {
    const button = at.id && document.querySelector(`[aria-controls="${CSS.escape(at.id)}"]`);
    if (button) return button;
  }
  return null;
}

function focusOn(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener !== document.body) {
    opener.focus();
    if (document.activeElement === opener) return;
  }
  focusOnHeading();
}

/** Puts the focus where somebody who has lost their place begins to read. */
export function focusOnHeading(): void {
  const heading = document.querySelector<HTMLElement>('h1, h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

export const isDialogOpen = (): boolean => document.querySelector(DIALOG) !== null;
