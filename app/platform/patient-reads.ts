import type { Platform, PlatformResult } from '../application/ports.ts';
import { SECOND } from '../domain/time.ts';

/** How long somebody in front of a page is kept waiting for the platform's budget to fill up again. */
const PATIENCE = 8 * SECOND;
const UNTOLD_WAIT = SECOND;

/**
 * The platform for those who answer people: a read that is throttled waits until the platform can afford it,
 * instead of failing, and the same order asked for by several parts of one page at once is read once. Workers
 * have their own way of waiting: they put their work aside.
 *
 * @see https://shopify.dev/docs/api/usage/limits#avoiding-rate-limit-errors
 */
export function patientReads(
  platform: Platform,
  pause: (milliseconds: number) => Promise<void>,
): Platform {
  const underWay = new Map<string, ReturnType<Platform['readOrder']>>();
  return {
    ...platform,
    readOrder(shop, id, draft) {
      if (draft) return patiently(pause, () => platform.readOrder(shop, id, draft));
      const key = `${shop} ${id}`;
      const shared = underWay.get(key);
      if (shared) return shared;
      const reading = patiently(pause, () => platform.readOrder(shop, id)).finally(() =>
        underWay.delete(key),
      );
      underWay.set(key, reading);
      return reading;
    },
    readOrderForRefund: (shop, id, plan) =>
      patiently(pause, () => platform.readOrderForRefund(shop, id, plan)),
  };
}

async function patiently<T>(
  pause: (milliseconds: number) => Promise<void>,
  read: () => Promise<PlatformResult<T>>,
): Promise<PlatformResult<T>> {
  for (let left = PATIENCE; ;) {
    const result = await read();
    if (result.ok || result.error.kind !== 'throttled') return result;
    const wait = result.error.retryAfter ?? UNTOLD_WAIT;
    if (wait > left) return result;
    left -= wait;
    await pause(wait);
  }
}
