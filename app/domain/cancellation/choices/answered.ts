import type { Actor } from '../../actor.ts';
import type { Answered } from '../../refusal.ts';
import type { CancellationEvent } from '../events.ts';

/** The last word on a request, and whose it was; null while there is none. */
export function answerTo(
  events: readonly CancellationEvent[],
): { readonly answered: Answered; readonly by: Actor } | null {
  const word = events.findLast(({ type }) => type === 'approved' || type === 'turned_back');
  if (word?.type === 'approved') return { answered: 'approved', by: word.actor };
  return word?.type === 'turned_back' ? { answered: word.ending, by: word.actor } : null;
}
