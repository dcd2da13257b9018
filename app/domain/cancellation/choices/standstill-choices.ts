import type { AttentionChoice } from '../events.ts';
import { type Cancellation, isBeforePivot } from '../state.ts';

/** Before the pivot everything can still go back; after it a person settles what the app cannot. */
export const stopOrSettle = (state: Cancellation): readonly AttentionChoice[] =>
  isBeforePivot(state) ? ['retry', 'turn_back'] : SETTLE;

export const SETTLE: readonly AttentionChoice[] = ['retry', 'settled_by_hand'];

export const SKIP: readonly AttentionChoice[] = ['retry', 'skip_step'];
