import { MINUTE } from '../../time.ts';
import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** A job that waits longer has nobody to do it, or too few. */
const MOST_WAITING = 2 * MINUTE;

/** Whether jobs are worked on. */
export const worker = check('worker', ({ oldestDueMs }) => [
  oldestDueMs > MOST_WAITING
    ? finding('broken', 'worker_behind', { count: Math.round(oldestDueMs / MINUTE) })
    : finding('ok', 'worker_working'),
]);
