/** Faults waiting to strike, counted per matching call. */
import type { Fault, FaultRule, Faults, InjectedFault } from './contracts/contract.ts';
import type { EpochMs, ShopDomain } from './model.ts';

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
  /** For a rule that lasts a while: when it stops striking, known once it has struck. */
  endsAt: EpochMs | null;
}

/** `now` is the world's clock. */
export function createFaults(now: () => EpochMs): FaultBook {
  let lastId = 0;
  let waiting: Waiting[] = [];
  return {
    inject(rule) {
      lastId += 1;
      const injected = { id: lastId, rule, seen: 0, struck: 0, endsAt: null };
      waiting.push(injected);
      return shown(injected);
    },
    list: (): readonly InjectedFault[] => waiting.map(shown),
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
        const { fault, shop: onlyShop } = candidate.rule;
        if (!isAt(fault, place) || (onlyShop !== undefined && onlyShop !== shop)) continue;
        if (!matches(fault)) continue;
        candidate.seen += 1;
        if (striking !== null || !isDue(candidate, now())) continue;
        candidate.struck += 1;
        candidate.endsAt ??= now() + (candidate.rule.forMs ?? 0);
        striking = fault;
      }
      return striking;
    },
  };
}

function isDue({ rule, seen, struck, endsAt }: Waiting, now: EpochMs): boolean {
  const { nth = 1, count = 1, forMs } = rule;
  if (seen < nth) return false;
  if (forMs !== undefined) return endsAt === null || now < endsAt;
  return count === 'always' || struck < count;
}

const shown = ({ id, rule, seen, struck }: Waiting): InjectedFault => ({ id, rule, seen, struck });

function isAt<Place extends Fault['at']>(fault: Fault, place: Place): fault is FaultAt<Place> {
  return fault.at === place;
}
