import type { Clock } from '../../application/shared/clock.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { type EpochMs, SECOND } from '../../domain/time.ts';

/** Who waits for what the platform says: people first, and of them those who have no other page to look at. */
export type Lane = 'shopper' | 'staff' | 'machine';

/**
 * What an app may still ask of a shop, in the platform's points.
 * Source: https://shopify.dev/docs/api/usage/limits#rate-limits
 */
export interface QueryBudget {
  readonly available: number;
  readonly maximum: number;
  readonly restoredPerSecond: number;
}

/** What an answer says about points; null where it does not. */
export interface Receipt {
  readonly budget: QueryBudget | null;
  /** Points that had to be there. */
  readonly requested: number | null;
  /** Points that were taken for good. */
  readonly actual: number | null;
}

/** What came of sending a request once. */
export interface Sent<T> {
  readonly result: T;
  readonly receipt: Receipt;
  /** The platform did nothing because too much was asked of it; `retryAfter` where it says for how long. */
  readonly turnedAway: { readonly retryAfter: number | null } | null;
}

/** The order in which a process asks the platform about each shop. */
export interface Turns {
  /**
   * Sends a request once the shop has points for it and nobody who goes first waits for them, and again when the
   * platform turns it away: then nothing was done, and it keeps its place. When it would have to wait for longer
   * than its lane's patience, it is given up at once: resolves to the milliseconds after which to ask again.
   */
  run<T>(
    shop: ShopDomain,
    operation: string,
    send: () => Promise<Sent<T>>,
  ): Promise<T | { readonly retryAfter: number }>;
}

interface Turn {
  /** Has to be called once, whatever came of the request. */
  end(receipt: Receipt, isShort: boolean): void;
}

interface Cost {
  readonly requested: number;
  readonly actual: number;
}

/** Of an operation that was not sent yet: about what reading an order takes. */
const UNKNOWN_COST: Cost = { requested: 120, actual: 50 };

/**
 * The part of a shop's points that is left to those who go first, unless whoever asks was kept from it for long.
 * People come in bursts; a machine that leaves them a part loses nothing, for it goes on with what comes back.
 */
const LEFT_TO_OTHERS: Readonly<Record<Lane, number>> = { shopper: 0, staff: 0.1, machine: 0.3 };
const LONG = 20 * SECOND;

/** A wait that the platform did not say the length of. */
const UNTOLD_WAIT = SECOND;

/** Nobody is told to stay away for longer: more may come back than was foreseen. */
const LONGEST_PROMISE = 15 * SECOND;

const RANK: Readonly<Record<Lane, number>> = { shopper: 0, staff: 1, machine: 2 };

/**
 * Turns by what the platform says is left of each shop's points: every answer says so, which makes the platform
 * itself the place where several processes share.
 *
 * @param patience milliseconds that somebody of a lane may be kept waiting
 */
export function createTurns({
  clock,
  patience,
  after = (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  onBudget,
}: {
  readonly clock: Clock;
  readonly patience: Readonly<Record<Lane, number>>;
  /** Runs something later unless the result is called before. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
  /** An answer said what is left of a shop's points. */
  readonly onBudget?: (shop: ShopDomain, budget: QueryBudget) => void;
}): (lane: Lane) => Turns {
  const costs = new Map<string, Cost>();
  const shops = new Map<ShopDomain, ShopTurns>();
  const ofShop = (shop: ShopDomain): ShopTurns => {
    const known = shops.get(shop);
    if (known) return known;
    const turns = new ShopTurns({ clock, after });
    shops.set(shop, turns);
    return turns;
  };
  return (lane) => ({
    async run(shop, operation, send) {
      const since = clock.now();
      const until = since + patience[lane];
      for (;;) {
        const cost = costs.get(operation) ?? UNKNOWN_COST;
        const turn = await ofShop(shop).take({ lane, cost, since, until });
        if ('retryAfter' in turn) return turn;
        let receipt = NO_RECEIPT;
        let isShort = false;
        try {
          const sent = await send();
          ({ receipt } = sent);
          isShort = sent.turnedAway !== null;
          const { requested, actual } = receipt;
          if (requested !== null)
            costs.set(operation, { requested, actual: actual ?? cost.actual });
          if (!sent.turnedAway) return sent.result;
          if (!receipt.budget) {
            const wait = sent.turnedAway.retryAfter ?? UNTOLD_WAIT;
            if (clock.now() + wait > until) return sent.result;
            await new Promise<void>((resolve) => void after(wait, resolve));
          }
        } finally {
          turn.end(receipt, isShort);
          if (receipt.budget) onBudget?.(shop, receipt.budget);
        }
      }
    },
  });
}

const NO_RECEIPT: Receipt = { budget: null, requested: null, actual: null };

interface Asker {
  readonly lane: Lane;
  readonly cost: Cost;
  readonly since: EpochMs;
  readonly until: EpochMs;
}

interface Waiting extends Asker {
  readonly go: (outcome: Turn | { readonly retryAfter: number }) => void;
}

/** The queue in front of one shop. */
class ShopTurns {
  readonly #clock: Clock;
  readonly #after: (milliseconds: number, run: () => void) => () => void;
  #waiting: readonly Waiting[] = [];
  #underWay: readonly Cost[] = [];
  #last: { readonly budget: QueryBudget; readonly at: EpochMs } | null = null;
  /** Since when a lane was not let through at all; null while it is. */
  readonly #keptOut = new Map<Lane, EpochMs>();
  /** When the points are spoken for that those were promised who were told to come again. */
  #promisedUntil: EpochMs = 0;
  #cancelWake = (): void => undefined;

  constructor({
    clock,
    after,
  }: {
    readonly clock: Clock;
    readonly after: (milliseconds: number, run: () => void) => () => void;
  }) {
    this.#clock = clock;
    this.#after = after;
  }

  /** Resolves to the asker's turn, or, at once or when its time is over, to when it is worth asking again. */
  take(asker: Asker): Promise<Turn | { readonly retryAfter: number }> {
    return new Promise((go) => {
      this.#waiting = [...this.#waiting, { ...asker, go }].sort(
        (a, b) => this.#rankOf(a) - this.#rankOf(b) || a.since - b.since,
      );
      this.#next();
    });
  }

  #next(): void {
    this.#cancelWake();
    const now = this.#clock.now();
    let ahead = 0;
    const still: Waiting[] = [];
    for (const one of this.#waiting) {
      const wait = this.#waitOf(one, ahead, now, 'requested');
      if (wait <= 0 && still.length === 0) {
        this.#let(one);
        continue;
      }
      // Most of what requests under way had to find there comes back with their answers.
      const likely = this.#waitOf(one, ahead, now, 'actual');
      if (now + likely > one.until) {
        this.#turnAway(one, likely, now);
      } else {
        still.push(one);
        ahead += one.cost.actual;
      }
    }
    this.#waiting = still;
    const [first] = still;
    if (first) {
      const wait = Math.max(1, this.#waitOf(first, 0, now, 'requested'));
      this.#cancelWake = this.#after(wait, () => this.#next());
    }
  }

  #let({ lane, cost, go }: Waiting): void {
    this.#keptOut.delete(lane);
    this.#underWay = [...this.#underWay, cost];
    go({
      end: ({ budget, requested }, isShort) => {
        const at = this.#underWay.indexOf(cost);
        this.#underWay = this.#underWay.filter((_, index) => index !== at);
        if (budget)
          this.#last = {
            budget: isShort ? short(budget, requested) : budget,
            at: this.#clock.now(),
          };
        this.#next();
      },
    });
  }

  /** Those who are told to come again come one after the other, as fast as the points come back. */
  #turnAway({ lane, cost, go }: Waiting, wait: number, now: EpochMs): void {
    if (!this.#keptOut.has(lane)) this.#keptOut.set(lane, now);
    const rate = this.#last?.budget.restoredPerSecond ?? Infinity;
    const promised = Math.max(this.#promisedUntil, now + wait);
    this.#promisedUntil = promised + (cost.actual / rate) * SECOND;
    go({ retryAfter: Math.min(promised - now, LONGEST_PROMISE) });
  }

  /**
   * Milliseconds until there are points for somebody behind others who take `ahead`; 0 when there are now.
   *
   * @param underWay what is reckoned of requests under way: all they asked for, or what they probably take
   */
  #waitOf(asker: Asker, ahead: number, now: EpochMs, underWay: keyof Cost): number {
    if (!this.#last) return 0;
    const { budget, at } = this.#last;
    const restored = ((now - at) / SECOND) * budget.restoredPerSecond;
    const taken = this.#underWay.reduce((sum, cost) => sum + cost[underWay], 0);
    const left = Math.min(budget.maximum, budget.available + restored) - taken;
    const isKeptOut = now - (this.#keptOut.get(asker.lane) ?? now) >= LONG;
    const reserve = isKeptOut ? 0 : budget.maximum * LEFT_TO_OTHERS[asker.lane];
    // A query that asks for more than is ever left over would wait for ever.
    const needed = Math.min(asker.cost.requested + reserve, budget.maximum) + ahead;
    return Math.max(0, Math.ceil(((needed - left) / budget.restoredPerSecond) * SECOND));
  }

  #rankOf({ lane }: Asker): number {
    const keptOutSince = this.#keptOut.get(lane);
    return keptOutSince !== undefined && this.#clock.now() - keptOutSince >= LONG
      ? RANK.shopper
      : RANK[lane];
  }
}

/** The platform turned somebody away, so there is less than was asked for, whatever it says. */
const short = (budget: QueryBudget, requested: number | null): QueryBudget => ({
  ...budget,
  available: Math.min(budget.available, (requested ?? 0) - budget.restoredPerSecond),
});
