/** Faults waiting to strike, counted per matching call. */
import type { Fault, FaultRule, Faults, InjectedFault } from './contract.ts';
import type { ShopDomain } from './model.ts';

type FaultAt<Place extends Fault['at']> = Extract<Fault, { at: Place }>;

export interface FaultBook extends Faults {
  /**
   * Counts one call at a place and answers with the fault that strikes it, if any. Every waiting
   * rule that matches is counted; the first one due strikes.
   */
  strike<Place extends Fault['at']>(
    place: Place,
    shop: ShopDomain,
    matches: (fault: FaultAt<Place>) => boolean,
  ): FaultAt<Place> | null;
}

interface Waiting {
  readonly id: number;
  readonly rule: FaultRule;
  seen: number;
  struck: number;
}

export function createFaults(): FaultBook {
  let lastId = 0;
  let waiting: Waiting[] = [];
  return {
    inject(rule) {
      lastId += 1;
      const injected = { id: lastId, rule, seen: 0, struck: 0 };
      waiting.push(injected);
      return { ...injected };
    },
    list: (): readonly InjectedFault[] => waiting.map((fault) => ({ ...fault })),
    clear(id) {
      waiting = id === undefined ? [] : waiting.filter((fault) => fault.id !== id);
    },
    strike<Place extends Fault['at']>(
      place: Place,
      shop: ShopDomain,
      matches: (fault: FaultAt<Place>) => boolean,
    ) {
      let striking: FaultAt<Place> | null = null;
      for (const candidate of waiting) {
        const { fault, shop: onlyShop, nth = 1, count = 1 } = candidate.rule;
        if (!isAt(fault, place) || (onlyShop !== undefined && onlyShop !== shop)) continue;
        if (!matches(fault)) continue;
        candidate.seen += 1;
        const due = candidate.seen >= nth && (count === 'always' || candidate.struck < count);
        if (!due || striking !== null) continue;
        candidate.struck += 1;
        striking = fault;
      }
      return striking;
    },
  };
}

function isAt<Place extends Fault['at']>(fault: Fault, place: Place): fault is FaultAt<Place> {
  return fault.at === place;
}
