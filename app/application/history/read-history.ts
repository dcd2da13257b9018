import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { instantOf } from '../../domain/policy/windows/local-time.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import type { AuditTrail, Verification } from '../audit/ports.ts';
import { type CancellationRecord, readRecord } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { PolicyStore } from '../policy/ports.ts';
import { type ListCursor, type ListPage, readListPage } from '../shared/list-page.ts';
import type { Logger } from '../shared/log.ts';
import type { StaffNames } from '../shop/ports.ts';
import type { HistoryFilterName } from './history-search.ts';
import type {
  History,
  HistoryEntry,
  HistoryExport,
  HistoryExports,
  HistoryFilter,
} from './ports.ts';

export interface ReadHistoryDeps {
  readonly audit: Pick<AuditTrail, 'seal' | 'lastVerified'>;
  readonly records: History;
  readonly exports: Pick<HistoryExports, 'list'>;
  readonly staffNames: StaffNames;
  readonly policies: PolicyStore;
  readonly log: Pick<Logger, 'warn'>;
}

/** What the history is asked for, as its address says it. */
export interface AskedHistory {
  readonly text: string;
  readonly filters: Readonly<Partial<Record<HistoryFilterName, string>>>;
  readonly cursor: ListCursor | null;
}

export interface HistoryPage {
  readonly page: ListPage<HistoryEntry>;
  readonly names: ReadonlyMap<string, string>;
  readonly policy: Policy;
  /** The ids of reasons that cancellations of this shop had. */
  readonly reasons: readonly string[];
  readonly timeZone: string;
  readonly verification: Verification | null;
  readonly exports: readonly HistoryExport[];
}

const PAGE = 50;
const EXPORTS_SHOWN = 5;

/** One page of a shop's history, with what has happened just now. */
export async function readHistory(
  deps: ReadHistoryDeps,
  shop: ShopDomain,
  asked: AskedHistory,
): Promise<HistoryPage> {
  await catchUp(deps, shop);
  const { timeZone } = await deps.records.state(shop);
  const filter = filterOf(asked, timeZone);
  const [page, policy, reasons, verification, exports] = await Promise.all([
    readListPage(asked.cursor, (cursor) =>
      deps.records.search(shop, { ...filter, cursor, limit: PAGE }),
    ),
    deps.policies.current(shop),
    deps.records.reasons(shop),
    deps.audit.lastVerified(shop),
    deps.exports.list(shop, EXPORTS_SHOWN),
  ]);
  const exporters = exports.flatMap(({ requestedBy: by }) =>
    by.kind === 'staff' ? [by.staffId] : [],
  );
  const staffIds = page.items.flatMap(({ staffId }) => staffId ?? []);
  const names = await deps.staffNames.of(shop, [...staffIds, ...exporters]);
  return { page, names, policy, reasons, timeZone, verification, exports };
}

/** What happened in the last minute is in the list at once; where somebody else is at it, after them. */
async function catchUp({ audit, log }: ReadHistoryDeps, shop: ShopDomain): Promise<void> {
  try {
    await audit.seal(shop, 'if_free');
  } catch (error) {
    log.warn({ shop, error }, 'the history is shown as it was');
  }
}

/** What of the history is asked for: dates are days of the shop, both included. */
export function filterOf(
  { text, filters }: Omit<AskedHistory, 'cursor'>,
  timeZone: string,
): HistoryFilter {
  const [from = '', to = ''] = filters.date?.split('..') ?? [];
  return {
    text,
    who: (filters.who as HistoryFilter['who'] | undefined) ?? null,
    outcome: (filters.outcome as HistoryFilter['outcome'] | undefined) ?? null,
    step: filters.step ?? null,
    reason: filters.reason ?? null,
    from: startOf(from, timeZone, 0),
    until: startOf(to, timeZone, DAY),
  };
}

/** When a day begins, or the one after it; null for none, and for a date that no calendar has. */
function startOf(date: string, timeZone: string, plus: number): EpochMs | null {
  const wall = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(wall)) return null;
  // A day that a zone has left out begins with the next.
  return instantOf(timeZone, wall + plus) ?? instantOf(timeZone, wall + plus + DAY);
}

export interface HistoryStory {
  readonly entry: Pick<HistoryEntry, 'orderName' | 'orderId' | 'customerName'>;
  readonly record: CancellationRecord;
  readonly names: ReadonlyMap<string, string>;
  readonly policy: Policy;
}

/** One cancellation's whole story, with the names of who did what; null when the shop has none of that id. */
export async function readStory(
  deps: Omit<ReadHistoryDeps, 'exports'> & { readonly store: CancellationStore },
  shop: ShopDomain,
  id: CancellationId,
): Promise<HistoryStory | null> {
  const record = await readRecord(deps.store, shop, id);
  if (!record) return null;
  let entry = await deps.records.find(shop, id);
  if (!entry) {
    await catchUp({ ...deps, exports: { list: async () => [] } }, shop);
    entry = await deps.records.find(shop, id);
  }
  if (!entry) return null;
  const staffIds = record.events.flatMap((event) =>
    'actor' in event && event.actor.kind === 'staff' ? [event.actor.staffId] : [],
  );
  const [names, policy] = await Promise.all([
    deps.staffNames.of(shop, staffIds),
    deps.policies.current(shop),
  ]);
  return { entry, record, names, policy };
}
