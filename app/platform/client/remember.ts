import type { Clock } from '../../application/shared/clock.ts';
import type { PlatformResult } from '../../application/shared/platform.ts';

/** Above this many answers, the oldest are forgotten. */
const MOST_ANSWERS = 1_000;

/**
 * Keeps answers in memory for a while. Failures are not kept, and whoever asks while the same question is
 * under way gets its answer.
 */
export function freshFor<T>(
  milliseconds: number,
  clock: Clock,
): (key: string, ask: () => Promise<PlatformResult<T>>) => Promise<PlatformResult<T>> {
  const answers = new Map<
    string,
    { readonly until: number; readonly answer: Promise<PlatformResult<T>> }
  >();
  return async (key, ask) => {
    const known = answers.get(key);
    if (known && clock.now() < known.until) return known.answer;
    const answer = ask();
    const kept = { until: clock.now() + milliseconds, answer };
    answers.delete(key);
    answers.set(key, kept);
    const [oldest] = answers.keys();
    if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
    try {
      const result = await answer;
      if (!result.ok) forget();
      return result;
    } catch (error) {
      forget();
      throw error;
    }

    function forget() {
      if (answers.get(key) === kept) answers.delete(key);
    }
  };
}
