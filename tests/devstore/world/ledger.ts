/** The append-only record of every movement: what tests believe. */
import type { Ledger, LedgerEntry, NewLedgerEntry } from './contracts/contract.ts';
import type { EpochMs } from './model.ts';

export function createLedger(now: () => EpochMs, requestId: () => string | null): Ledger {
  const entries: LedgerEntry[] = [];
  const byOrder = new Map<string, LedgerEntry[]>();
  return {
    entries: () => entries,
    since: (seq) => entries.slice(Math.max(0, seq)),
    ofOrder: (shop, orderId) => byOrder.get(`${shop}/${orderId}`) ?? [],
    append(entry: NewLedgerEntry) {
      const numbered: LedgerEntry = Object.freeze({
        ...entry,
        seq: entries.length + 1,
        at: now(),
        requestId: entry.requestId ?? requestId(),
      });
      entries.push(numbered);
      if (entry.shop !== null && entry.orderId !== null) {
        const key = `${entry.shop}/${entry.orderId}`;
        const ofOrder = byOrder.get(key);
        if (ofOrder === undefined) byOrder.set(key, [numbered]);
        else ofOrder.push(numbered);
      }
      return numbered;
    },
  };
}
