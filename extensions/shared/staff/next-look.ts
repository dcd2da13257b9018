import type { StaffOrderViewRead } from '../../../app/contract/staff/staff-view.ts';
import { pauseBefore, QUIET, WAITING_FOR_A_PERSON, WORKING } from '../backoff.ts';

/**
 * Milliseconds until the page should look again, or null when nothing more happens by itself.
 *
 * @param looks how many looks in a row found nothing new
 */
export function nextLook(
  { cancellation, cancel }: StaffOrderViewRead,
  looks: number,
): number | null {
  if (cancellation === null || cancellation.isFinal) {
    return cancel.available ? pauseBefore(QUIET, looks) : null;
  }
  const personsTurn = cancellation.awaitsAnswer || cancellation.attention !== null;
  return pauseBefore(personsTurn ? WAITING_FOR_A_PERSON : WORKING, looks);
}
