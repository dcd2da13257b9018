import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

import { SECOND } from '../../domain/time.ts';
import { isDialogOpen } from '../form/focus-return.ts';

/** How soon a page looks again that shows nothing yet of what somebody waits for. */
export const EMPTY_PAUSE_MS = 3 * SECOND;

/** How soon a page looks again on which nothing can be pressed but the way on. */
export const LIST_PAUSE_MS = 10 * SECOND;

/**
 * Reads the page's data again when somebody comes back to its tab and, with a pause, while they look
 * at it. Never under an open dialog: what somebody is deciding about stays where it is.
 *
 * @param pauseMs between two reads; null to read on coming back only, for lists whose rows must not
 *   move under a press
 * @param isHandled whether somebody is about to press something now
 */
export function useFreshList(pauseMs: number | null, isHandled = isNever): void {
  const { revalidate, state } = useRevalidator();

  useEffect(() => {
    const look = () => {
      if (isLookedAt() && !isDialogOpen()) revalidate();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [revalidate]);

  useEffect(() => {
    if (pauseMs === null || state !== 'idle') return;
    const timer = setInterval(() => {
      if (isLookedAt() && !isDialogOpen() && !isHandled()) revalidate();
    }, pauseMs);
    return () => clearInterval(timer);
  }, [pauseMs, isHandled, revalidate, state]);
}

const isNever = (): boolean => false;

const isLookedAt = (): boolean => document.visibilityState === 'visible';
