import { NobodyWaits, TooBusy } from '../../application/shared/back-pressure.ts';

export interface BatcherOptions<Item, Outcome> {
  /** Does what is asked for all of them or for none: one outcome for each, in their order, or it throws. */
  readonly flush: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /**
   * Which parts of a batch that failed are worth being tried each by itself, all at the same time: a partition of
   * it; fewer than two when all of it has failed. Never asked about one item.
   */
  readonly partsOf: <Each extends { readonly item: Item }>(
    batch: readonly Each[],
    error: unknown,
  ) => readonly (readonly Each[])[];
  /** How many flushes may be under way at a time. */
  readonly atOnce: number;
  /** What one adds to its batch. */
  readonly sizeOf: (item: Item) => number;
  /** How large a batch gets at most; one item always fits. */
  readonly mostTogether: number;
  /** How many may wait for their flush; one more is refused at once. */
  readonly mostWaiting: number;
  /** How long one may wait before its flush begins, in milliseconds; it is refused then. */
  readonly patienceMs: number;
  /** A clock that never goes back, in milliseconds. */
  readonly now?: () => number;
}

export interface Batcher<Item, Outcome> {
  /**
   * What became of it, once its flush has ended.
   *
   * @param isAwaited asked right before its flush: what nobody waits for any more is not tried
   * @throws TooBusy, NobodyWaits, or what its flush threw
   */
  add(item: Item, isAwaited?: () => boolean): Promise<Outcome>;
  /** Refuses what comes from now on; resolves when everything that waited has been flushed. */
  drain(): Promise<void>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly since: number;
  readonly isAwaited: () => boolean;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

const always = (): boolean => true;

/**
 * Natural batching: while a flush is under way others gather, and whatever came meanwhile goes together with the next.
 * So nothing waits while there is little to do, for a batch begins in the same turn of the event loop in which its
 * first item came; and the more there is, the larger the batches and the cheaper each item.
 *
 * A batch that failed is tried again in parts, so that what one item has wrong befalls no other.
 */
export function createBatcher<Item, Outcome>(
  options: BatcherOptions<Item, Outcome>,
): Batcher<Item, Outcome> {
  const { flush, partsOf, atOnce, sizeOf, mostTogether, mostWaiting, patienceMs } = options;
  const now = options.now ?? (() => performance.now());
  let queue: Waiting<Item, Outcome>[] = [];
  /** How many items each flush under way began with, the oldest first. */
  const underWay: number[] = [];
  let isBeginning = false;
  let isDraining = false;
  const drained: (() => void)[] = [];

  /** One more begins beside others only with no fewer than those: many small ones would cost more than they bring. */
  const mayBegin = (): boolean =>
    queue.length > 0 &&
    underWay.length < atOnce &&
    (underWay.length === 0 || queue.length >= Math.min(...underWay));

  /** Whoever came in the same turn goes along. */
  function beginSoon(): void {
    if (isBeginning || !mayBegin()) return;
    isBeginning = true;
    setImmediate(() => {
      isBeginning = false;
      begin();
    });
  }

  function begin(): void {
    while (mayBegin()) {
      const count = nextBatch();
      const batch = queue.slice(0, count);
      queue = queue.slice(count);
      underWay.push(count);
      void carryOut(batch).then(() => {
        underWay.splice(underWay.indexOf(count), 1);
        if (queue.length > 0) beginSoon();
        else if (underWay.length === 0) for (const tell of drained.splice(0)) tell();
      });
    }
  }

  /** How many of those that wait go together. */
  function nextBatch(): number {
    let size = 0;
    const end = queue.findIndex(({ item }, index) => {
      size += sizeOf(item);
      return index > 0 && size > mostTogether;
    });
    return end === -1 ? queue.length : end;
  }

  /** Never throws: each of them is told. */
  async function carryOut(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    const tried = batch.filter(isWorthTrying);
    if (tried.length === 0) return;
    try {
      const outcomes = await flush(tried.map(({ item }) => item));
      if (outcomes.length !== tried.length) throw new Error('A flush answers once for each item.');
      tried.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
    } catch (error) {
      const parts = tried.length === 1 ? [] : partsOf(tried, error);
      if (parts.length > 1) await Promise.all(parts.map(carryOut));
      else for (const { reject } of tried) reject(error);
    }
  }

  function isWorthTrying({ since, isAwaited, reject }: Waiting<Item, Outcome>): boolean {
    if (!isAwaited()) reject(new NobodyWaits());
    else if (now() - since > patienceMs) reject(new TooBusy());
    else return true;
    return false;
  }

  return {
    add: (item, isAwaited = always) =>
      new Promise((resolve, reject) => {
        if (isDraining || queue.length >= mostWaiting) return reject(new TooBusy());
        queue.push({ item, since: now(), isAwaited, resolve, reject });
        beginSoon();
      }),
    async drain() {
      isDraining = true;
      if (queue.length === 0 && underWay.length === 0) return;
      await new Promise<void>((resolve) => {
        drained.push(resolve);
      });
    },
  };
}
