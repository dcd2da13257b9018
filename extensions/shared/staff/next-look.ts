import type { StaffOrderViewRead } from '../../../app/contract/staff/staff-view.ts';
import {
  pauseBefore,
  QUIET_FOR_STAFF,
  WAITING_FOR_A_PERSON,
  WINDOW_OPEN,
  WORKING,
} from '../backoff.ts';

/**
 * Milliseconds until the page should look again, or null when nothing more happens by itself.
 *
 * @param looks how many looks in a row found nothing new
 * @param windowOpened whether the cancel window was opened from this page, and nothing has come of it yet
 */
export function nextLook(
  { cancellation, cancel }: StaffOrderViewRead,
  looks: number,
  windowOpened = false,
): number | null {
  if (cancellation === null || cancellation.isFinal) {
    if (!cancel.available) return null;
    return pauseBefore(windowOpened ? WINDOW_OPEN : QUIET_FOR_STAFF, looks);
  }
  const personsTurn = cancellation.awaitsAnswer || cancellation.attention !== null;
  return pauseBefore(personsTurn ? WAITING_FOR_A_PERSON : WORKING, looks);
}
