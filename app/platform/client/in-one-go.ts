import type { PlatformResult } from '../../application/shared/platform.ts';
import { err } from '../../domain/result.ts';
import { SECOND } from '../../domain/time.ts';
import type { AdminClient } from './admin-client.ts';
import type { QueryBudget } from './turns.ts';

/**
 * A read of several calls. When one of them is turned away the read begins anew later, so it waits until the
 * budget holds what it spent so far and what that call asks for. Waiting for the one call alone, it would spend
 * again on the first what it had waited for, and an order of many lines would never be read to its end.
 *
 * @see https://shopify.dev/docs/api/usage/limits#rate-limits
 */
export function readsInOneGo(client: AdminClient) {
  /** What reads need that were turned away half-way, by what is read: whoever reads the same needs it, too. */
  const needs = new Map<string, number>();

  return async <T>(
    what: string,
    read: (client: AdminClient) => Promise<PlatformResult<T>>,
  ): Promise<PlatformResult<T>> => {
    let spent = 0;
    let budget: QueryBudget | null = null;
    const counting: AdminClient = {
      ...client,
      send: (shop, document, variables, onBudget) =>
        client.send(shop, document, variables, (left, cost) => {
          spent += cost;
          budget = left;
          onBudget?.(left, cost);
        }),
    };
    const result = await read(counting);
    if (result.ok || result.error.kind !== 'throttled' || !budget) {
      needs.delete(what);
      return result;
    }
    // Twice as much each time: nobody knows how much the rest takes, nor how many read the same.
    const needed = 2 * Math.max(spent, needs.get(what) ?? 0);
    needs.delete(what);
    if (needed > 0) needs.set(what, needed);
    const [oldest] = needs.keys();
    if (needs.size > MOST_REMEMBERED && oldest !== undefined) needs.delete(oldest);
    const retryAfter = untilAllOfIt(budget, needed, result.error.retryAfter ?? 0);
    return err({ ...result.error, retryAfter });
  };
}

const MOST_REMEMBERED = 1_000;

/** Never longer than until the budget is full, unless the platform asks for it. */
function untilAllOfIt(
  { available, maximum, restoredPerSecond }: QueryBudget,
  needed: number,
  retryAfter: number,
): number {
  const until = (points: number): number => Math.ceil((points / restoredPerSecond) * SECOND);
  return Math.max(retryAfter, Math.min(retryAfter + until(needed), until(maximum - available)));
}
