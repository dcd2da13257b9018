import { useEffect } from 'react';

import { focusOnHeading, isDialogOpen } from './form/focus-return.ts';

/**
 * Gives the focus to the page's heading when the page takes away what had it: a request that was answered, a
 * question that is settled. Without it a keyboard begins at the top of the document, and a screen reader is silent.
 * https://www.w3.org/WAI/WCAG22/Understanding/focus-order
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    // Whoever leaves it, by a press beside it, has not lost it.
    const onBlur = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        if (target === last && last?.isConnected === true) last = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      last = null;
      // Menus and dialogs that close give the focus back themselves, a little later.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body && !isDialogOpen()) focusOnHeading();
        }),
      );
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
}
