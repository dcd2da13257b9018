import type { KeptFacts } from '../../../application/order/ports.ts';
import type { Clock } from '../../../application/shared/clock.ts';
import type { Platform, PlatformResult } from '../../../application/shared/platform.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { ok } from '../../../domain/result.ts';
import { MINUTE } from '../../../domain/time.ts';

/**
 * How old facts may be that are only shown. Most changes are reported at once; what no report tells of (a tag of the
 * customer, a collection of the product) shows after this at the latest. Whatever is decided is read anew.
 */
const SHOWN_FOR = 5 * MINUTE;

interface KeptWith {
  readonly kept: KeptFacts;
  readonly clock: Clock;
}

/**
 * The platform for those who work without anybody waiting: what people have just read need not be read again where
 * it is said to do. What is read here is not kept, for nobody looks at it.
 */
export function knownFacts(platform: Platform, { kept, clock }: KeptWith): Platform {
  return {
    ...platform,
    async readOrder(shop, id, how = {}) {
      const { toShow } = how;
      const since = toShow && Math.max(toShow.since, clock.now() - SHOWN_FOR);
      const known = since === undefined ? null : await kept.find(shop, id, since);
      return known ? ok(known) : platform.readOrder(shop, id, how);
    },
  };
}

/**
 * The platform for those who answer people: what is only shown is read once and kept, for all parts of a page and
 * all processes; several who ask for the same at once get one answer.
 */
export function shownFacts(platform: Platform, { kept, clock }: KeptWith): Platform {
  const underWay = new Map<string, Promise<PlatformResult<OrderFacts | null>>>();

  const readAndKeep: Platform['readOrder'] = async (shop, id, how) => {
    const read = await platform.readOrder(shop, id, how);
    if (read.ok && read.value) await kept.keep(shop, read.value);
    return read;
  };

  return {
    ...platform,
    async readOrderForRefund(shop, id, plan) {
      const read = await platform.readOrderForRefund(shop, id, plan);
      if (read.ok && read.value) await kept.keep(shop, read.value.order);
      return read;
    },
    async readOrder(shop, id, how = {}) {
      const { draft, toShow } = how;
      if (draft) return platform.readOrder(shop, id, how);
      // Facts asked for before somebody else's question began may be older than what this one has to see.
      if (!toShow) return readAndKeep(shop, id);
      const known = await kept.find(shop, id, Math.max(toShow.since, clock.now() - SHOWN_FOR));
      if (known) return ok(known);
      const key = `${shop} ${id} ${toShow.since}`;
      const shared = underWay.get(key);
      if (shared) return shared;
      const reading = readAndKeep(shop, id, { toShow }).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}
