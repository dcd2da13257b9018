import type { Platform } from '../application/ports.ts';

/**
 * The platform for those who answer people: the same order asked for by several parts of one page at once is read
 * once.
 */
export function sharedReads(platform: Platform): Platform {
  const underWay = new Map<string, ReturnType<Platform['readOrder']>>();
  return {
    ...platform,
    readOrder(shop, id, draft) {
      if (draft) return platform.readOrder(shop, id, draft);
      const key = `${shop} ${id}`;
      const shared = underWay.get(key);
      if (shared) return shared;
      const reading = platform.readOrder(shop, id).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}
