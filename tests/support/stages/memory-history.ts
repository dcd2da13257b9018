import type { Container } from '../../../app/container.server.ts';
import { NO_FIGURES } from '../../../app/domain/history/figures.ts';
import type { HistoryEntry } from '../../../app/application/history/ports.ts';
import { money } from '../../../app/domain/money.ts';

type HistoryPorts = Pick<Container, 'audit' | 'records' | 'exports' | 'home'>;

/** The history of a shop with one entry, or none, for routes: what is searched for is not looked at. */
export function historyOf(
  entry: Pick<HistoryEntry, 'id' | 'orderId' | 'orderName'> | null,
): HistoryPorts {
  const none = money(0, 'EUR');
  const entries: HistoryEntry[] = entry
    ? [
        {
          ...{ ...entry, customerName: 'Zoë Example', seq: 1, openedAt: 0, updatedAt: 0 },
          ...{ who: 'staff', staffId: '7', outcome: 'under_way', isPartial: false },
          ...{ reason: 'changed_mind', steps: ['requested'], staffIds: ['7'], planned: none },
          ...{ back: none, credit: none, kept: none, saved: none, changed: none, unitsBack: 0 },
          ...{ byPerson: true, cancelledAt: null, moneyBackAt: null, endedAt: null },
        },
      ]
    : [];
  const filter = {
    ...{ text: '', who: null, outcome: null, step: null, reason: null, from: null, until: null },
  };
  return {
    audit: {
      shops: async () => [],
      seal: async () => 0,
      verify: async () => null,
      lastVerified: async () => ({ at: 0, verdict: { holds: true, links: 3, hash: '' } }),
    },
    records: {
      search: async () => ({ items: entries, previous: null, next: null }),
      count: async () => entries.length,
      find: async () => entries[0] ?? null,
      reasons: async () => ['changed_mind', 'CUSTOMER'],
      state: async () => ({
        ...{ timeZone: 'Europe/Berlin', zoneReadAt: 0, ordersCountedAt: 0, isOld: false },
      }),
      setTimeZone: async () => undefined,
      countOrders: async () => undefined,
      mend: async () => 0,
    },
    exports: {
      create: async () => undefined,
      list: async () =>
        entries.map(({ id }) => ({
          ...{ id, requestedBy: { kind: 'staff', staffId: '7' }, requestedAt: 0, state: 'running' },
          form: { what: 'steps', format: 'jsonl', locale: 'en', timeZone: 'UTC', filter },
          ...{ total: 3, written: 1, bytes: 9, after: null, parts: 1, changedAt: 0, expiresAt: 9 },
        })),
      find: async () => null,
      move: async () => false,
      append: async () => false,
      read: async () => null,
      forgetExpired: async () => undefined,
    },
    home: {
      read: async () => ({
        counted: {
          ...{ timeZone: 'Europe/Berlin', from: '2026-11-01', to: '2026-11-30' },
          byDay: entries.map(() => ({ day: '2026-11-30', opened: 1, cancelled: 1 })),
          byCurrency: entries.map(() => ({ currencyCode: 'EUR', figures: NO_FIGURES })),
          byWho: entries.map(() => ({ who: 'shopper', opened: 1 })),
          byReason: entries.map(() => ({ reason: 'changed_mind', opened: 1 })),
          orders: { placed: 2, cancelled: 1, parts: 0 },
        },
        ordersCopied: true,
        setup: { policyReadAt: null, blockSeenAt: null, pageSeenAt: null, dismissedAt: null },
      }),
      note: async () => undefined,
    },
  };
}
