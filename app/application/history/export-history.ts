import { exportBeginning, exportLines } from './export-lines.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { DAY, type EpochMs, MINUTE } from '../../domain/time.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { Clock, Ids } from '../shared/clock.ts';
import type { ScheduledJob } from '../shared/queue.ts';
import type { StaffNames } from '../shop/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AuditNote } from '../audit/ports.ts';
import type { History, HistoryEntry, HistoryExport, HistoryExports } from './ports.ts';

export interface ExportDeps {
  readonly records: Pick<History, 'search' | 'count'>;
  readonly exports: HistoryExports;
  readonly store: Pick<CancellationStore, 'loadAll'>;
  readonly staffNames: StaffNames;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** How long a file is there to be fetched. */
const FILE_LIFE = 7 * DAY;
/** Cancellations in a piece of a file: some hundred kilobytes with their steps. */
const AT_ONCE = 200;
/** What is left then is the next job's, so that no other has to wait for it. */
const LONGEST_RUN = 2 * MINUTE;
/** A file that has not grown for so long has nobody who writes it. */
export const STALLED_AFTER = 10 * MINUTE;

/** Begins a file of what the history holds now; what comes in meanwhile is not in it. */
export async function beginExport(
  deps: ExportDeps,
  shop: ShopDomain,
  by: Actor,
  wanted: ExportForm,
): Promise<HistoryExport['id']> {
  const requestedAt = deps.clock.now();
  const until = Math.min(wanted.filter.until ?? Infinity, requestedAt);
  const form = { ...wanted, filter: { ...wanted.filter, until } };
  const id = deps.ids.uuid();
  await deps.exports.create(
    shop,
    {
      ...{ id, requestedBy: by, requestedAt, form },
      total: await deps.records.count(shop, form.filter),
      expiresAt: requestedAt + FILE_LIFE,
    },
    jobOf(shop, id, requestedAt),
  );
  return id;
}

export const jobOf = (shop: ShopDomain, exportId: string, at: EpochMs): ScheduledJob => ({
  job: { name: 'export-history', shop, exportId },
  at,
});

/** Stops what is being written; what there is of it stays, to go on from there. False when there is nothing to stop. */
export const stopExport = ({ exports, clock }: ExportDeps, shop: ShopDomain, id: string) =>
  exports.move(shop, id, ['queued', 'running'], 'stopped', clock.now(), null);

/** Goes on with a file that was stopped, or that nobody writes any more; false for any other. */
export async function resumeExport(
  { exports, clock }: ExportDeps,
  shop: ShopDomain,
  id: string,
): Promise<boolean> {
  const now = clock.now();
  const known = await exports.find(shop, id);
  const isStalled = known !== null && now - known.changedAt > STALLED_AFTER;
  const from = isStalled ? (['stopped', 'queued', 'running'] as const) : (['stopped'] as const);
  return exports.move(shop, id, from, 'queued', now, jobOf(shop, id, now));
}

/**
 * Writes a file on, piece by piece. Each piece is stored with how far it goes, in one transaction: whoever is killed
 * is followed by another who goes on behind the last one.
 *
 * @returns whether there is more to write
 */
export async function writeExport(
  deps: ExportDeps,
  shop: ShopDomain,
  id: string,
): Promise<'over' | 'more'> {
  const { exports, clock } = deps;
  const until = clock.now() + LONGEST_RUN;
  await exports.move(shop, id, ['queued'], 'running', clock.now(), null);
  let file = await exports.find(shop, id);
  while (file?.state === 'running') {
    if (clock.now() >= until) return 'more';
    await writePiece(deps, shop, file);
    file = await exports.find(shop, id);
  }
  return 'over';
}

async function writePiece(deps: ExportDeps, shop: ShopDomain, file: HistoryExport): Promise<void> {
  const { form, parts, after } = file;
  const { items, next } = await deps.records.search(shop, {
    ...form.filter,
    cursor: after && { side: 'after', key: after },
    limit: AT_ONCE,
  });
  const text =
    (parts === 0 ? exportBeginning(form) : '') + (await linesOf(deps, shop, form, items));
  const written = file.written + items.length;
  const last = items.at(-1);
  await deps.exports.append(shop, file.id, {
    ...{ parts, written, at: deps.clock.now() },
    content: new TextEncoder().encode(text),
    after: last ? [String(last.openedAt), last.id] : after,
    done: next === null ? { by: file.requestedBy, note: noteOf(form, written) } : null,
  });
}

async function linesOf(
  { store, staffNames }: ExportDeps,
  shop: ShopDomain,
  form: ExportForm,
  entries: readonly HistoryEntry[],
): Promise<string> {
  const stored = await store.loadAll(
    shop,
    entries.map(({ id }) => id),
  );
  const staffIds = entries.flatMap(({ staffIds: some }) => some);
  const names = await staffNames.of(shop, staffIds);
  return entries
    .map((entry) => {
      const { events, texts } = stored.get(entry.id) ?? NOTHING;
      return exportLines({ ...entry, events, texts }, form, names);
    })
    .join('');
}

const NOTHING = {
  events: [],
  texts: { customerComment: null, noteToCustomer: null, internalNote: null },
};

/** That there is a file of the record is part of the record; the words that were searched for may be a name. */
function noteOf({ what, format, filter }: ExportForm, rows: number): AuditNote {
  const kept = Object.entries(filter).flatMap(([name, value]) =>
    value === null || name === 'text' ? [] : [[name, value] as const],
  );
  return { type: 'history_exported', what, format, rows, filter: Object.fromEntries(kept) };
}
