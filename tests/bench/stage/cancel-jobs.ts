import type { World } from 'devstore/world';

import type { Span } from '../figures/time-outside.ts';

/** When the platform was at work on cancels, by the clock of this machine: its own runs behind. */
export interface CancelJobs {
  of(shop: string, orderId: number): Span | null;
  stop(): void;
}

const LOOK_EVERY_MS = 5;

export function watchCancelJobs({ ledger }: World): CancelJobs {
  const begun = new Map<string, number>();
  const spans = new Map<string, Span>();
  let seen = ledger.entries().length;
  const timer = setInterval(() => {
    const now = Date.now();
    for (const { kind, shop, orderId, seq } of ledger.since(seen)) {
      seen = seq;
      const order = `${shop} ${orderId}`;
      const from = begun.get(order);
      if (kind === 'order.cancel_requested') begun.set(order, now);
      else if (kind === 'refund.created' && from !== undefined) {
        spans.set(order, { from, to: now });
      }
    }
  }, LOOK_EVERY_MS);
  return {
    of: (shop, orderId) => spans.get(`${shop} ${orderId}`) ?? null,
    stop: () => clearInterval(timer),
  };
}
