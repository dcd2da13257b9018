import { type EpochMs, MINUTE, SECOND } from '../../../domain/time.ts';
import type { StaffCancellationView } from '../../../contract/staff/staff-cancellation-view.ts';

/** It moves by itself: neither over nor waiting for a person. */
export const isMoving = (view: StaffCancellationView): boolean =>
  !view.isFinal && view.attention === null && !view.awaitsAnswer;

/**
 * Milliseconds until a page that shows a cancellation looks again: every second while it runs, less and less
 * often when nothing changes (a refund can be on its way for days), never once it is over.
 */
export function lookAgainIn(
  view: StaffCancellationView,
  lastChange: EpochMs,
  now: EpochMs,
): number | null {
  if (view.isFinal) return null;
  if (!isMoving(view)) return 15 * SECOND;
  const unchangedFor = now - lastChange;
  return unchangedFor < MINUTE ? SECOND : Math.min(MINUTE / 2, unchangedFor / 20);
}
