import type { Refusal } from '../../refusal.ts';
import type { ReviewReason } from '../evaluation/evaluation.ts';

/** Each reason once. */
export function distinct<T extends Refusal | ReviewReason>(reasons: readonly T[]): readonly T[] {
  if (reasons.length < 2) return reasons;
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
