import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { type EpochMs, HOUR, MINUTE, SECOND } from '../../domain/time.ts';
import { readInstallation } from '../shop/installation.ts';
import { type NudgeDeps, nudgeCancellations } from '../cancellation/nudge/nudge-cancellations.ts';
import type { PlatformError } from '../shared/platform.ts';
import type { ExportUnderWay, OrderPage } from './ports.ts';
import type { Installations } from '../shop/ports.ts';
import { type RereadDeps, rereadOrders } from './unreadable-orders.ts';

export interface SyncDeps extends NudgeDeps, RereadDeps {
  readonly installations: Installations;
}

/** So many orders that were set aside are tried again at the end of a run, the longest untried first. */
const TRIED_AGAIN = 100;

/** Changes this close to the last run are read again: clocks differ and transactions end late. */
const OVERLAP = 5 * MINUTE;

/**
 * Where a run still has more after so many pages, the platform writes the rest into a file: a page costs about 20 of
 * a shop's query points, of which a small one has 100 a second, and the file ten however long it is.
 */
const PAGES_BEFORE_EXPORT = 5;

/** What is read of each order today; raised with each fact more, so that every shop's orders are copied once again. */
export const COPIED_EXTENT = 1;

/** How often the platform is asked how far it is, when no webhook says so: ever more rarely. */
const FIRST_LOOK = 3 * SECOND;
const LAST_LOOK = 5 * MINUTE;

/** A file that takes longer is not waited for: the rest is read page by page. */
const LONGEST_WAIT = 2 * HOUR;

/** A run that stopped because of the platform. What was stored so far stays; the next run starts over. */
class SyncInterrupted extends Error {
  readonly retryAfter: number | null;

  constructor(error: PlatformError) {
    super(`Orders could not be read: ${error.kind}`);
    this.name = 'SyncInterrupted';
    this.retryAfter = error.retryAfter;
  }
}

/**
 * Copies every order changed since the last complete run, whatever webhooks brought or missed, and has their
 * cancellations look again. The first run of a shop copies all orders that Shopify shows to the app. An order
 * that cannot be read is set aside, stops no other, and is tried again with every run. Where today's copy holds more
 * than it did, all are copied once again. A shop that has uninstalled
 * the app, of which the webhook may have got lost, is noted as such. A long run ends with a file that the platform
 * writes meanwhile; whoever runs next reads it from where it was last stored. Returns how many rows changed.
 */
export async function syncOrders(deps: SyncDeps, shop: ShopDomain): Promise<number> {
  const setAside = await deps.unreadable.list(shop, TRIED_AGAIN);
  const underWay = await deps.orders.exportUnderWay(shop);
  const read = underWay
    ? await readExport(deps, shop, underWay)
    : await readFromTheWatermark(deps, shop);
  if (read.startedAt === null) return read.changed;
  const again = await rereadOrders(
    deps,
    shop,
    setAside.map(({ id }) => id),
  );
  if (!again.ok) throw new SyncInterrupted(again.error);
  await deps.orders.setWatermark(shop, { at: read.startedAt, extent: COPIED_EXTENT });
  await readLocations(deps, shop);
  await deps.orders.noteExport(shop, null);
  return read.changed + again.value;
}

/** What was stored; `startedAt` is null while something is left to read, or nothing can be. */
interface ReadSoFar {
  readonly changed: number;
  readonly startedAt: EpochMs | null;
}

async function readFromTheWatermark(deps: SyncDeps, shop: ShopDomain): Promise<ReadSoFar> {
  const watermark = await deps.orders.watermark(shop);
  return readPages(deps, shop, {
    startedAt: deps.clock.now(),
    updatedSince:
      watermark === null || watermark.extent < COPIED_EXTENT ? null : watermark.at - OVERLAP,
    isFirst: watermark === null,
    mayExport: true,
  });
}

async function readPages(
  deps: SyncDeps,
  shop: ShopDomain,
  run: {
    readonly startedAt: EpochMs;
    readonly updatedSince: EpochMs | null;
    readonly isFirst: boolean;
    readonly mayExport: boolean;
  },
): Promise<ReadSoFar> {
  const { startedAt, updatedSince, isFirst } = run;
  let changed = 0;
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page = await deps.platform.listOrders(shop, { updatedSince, after });
    if (!page.ok) {
      await interrupted(deps, shop, page.error);
      return { changed, startedAt: null };
    }
    changed += await store(deps, shop, page.value, isFirst);
    after = page.value.next;
    if (after === null) return { changed, startedAt };
    // Pages come with the oldest change first, so that the file begins where they end.
    const reached = page.value.orders.at(-1)?.updatedAt;
    if (!run.mayExport || pages % PAGES_BEFORE_EXPORT > 0 || reached === undefined) continue;
    const begun = { startedAt, updatedSince: reached, isFirst };
    if (await startExport(deps, shop, begun)) return { changed, startedAt: null };
  }
}

/**
 * False where the platform writes as many files as it does at a time. One whose start was not noted, because the
 * process died in between, is written for nobody: it ends by itself and holds up nothing.
 */
async function startExport(
  deps: SyncDeps,
  shop: ShopDomain,
  run: Pick<ExportUnderWay, 'startedAt' | 'updatedSince' | 'isFirst'>,
): Promise<boolean> {
  const started = await deps.platform.startOrderExport(shop, run);
  if (!started.ok) throw new SyncInterrupted(started.error);
  if (started.value === null) return false;
  const askedAt = deps.clock.now();
  await deps.orders.noteExport(shop, { ...run, exportId: started.value, askedAt, linesDone: 0 });
  await lookAgain(deps, shop, askedAt);
  return true;
}

async function lookAgain({ clock, queue }: SyncDeps, shop: ShopDomain, askedAt: EpochMs) {
  const now = clock.now();
  const at = now + Math.min(LAST_LOOK, Math.max(FIRST_LOOK, now - askedAt));
  await queue.enqueue({ job: { name: 'sync-orders', shop }, at });
}

async function readExport(
  deps: SyncDeps,
  shop: ShopDomain,
  underWay: ExportUnderWay,
): Promise<ReadSoFar> {
  const { startedAt, askedAt, updatedSince, isFirst } = underWay;
  const look = await deps.platform.readOrderExport(shop, underWay.exportId);
  if (!look.ok) {
    await interrupted(deps, shop, look.error);
    return { changed: 0, startedAt: null };
  }
  const found = look.value ?? { state: 'failed' };
  if (found.state === 'running' && deps.clock.now() - askedAt < LONGEST_WAIT) {
    await lookAgain(deps, shop, askedAt);
    return { changed: 0, startedAt: null };
  }
  if (found.state !== 'written') {
    await deps.orders.noteExport(shop, null);
    return readPages(deps, shop, { startedAt, updatedSince, isFirst, mayExport: false });
  }
  let changed = 0;
  let { linesDone } = underWay;
  if (found.file !== null) {
    for await (const page of deps.platform.exportedOrders(found.file, linesDone)) {
      if (!page.ok) throw new SyncInterrupted(page.error);
      changed += await store(deps, shop, page.value, isFirst);
      linesDone += page.value.lines;
      await deps.orders.noteExport(shop, { ...underWay, linesDone });
    }
  }
  if (linesDone < found.lines) throw new ExportCutShort(linesDone, found.lines);
  return { changed, startedAt };
}

/** A file names no places: they are read beside it, so many orders with each run, the newest first. */
async function readLocations({ platform, orders }: SyncDeps, shop: ShopDomain): Promise<void> {
  for (let round = 0; round < MOST_LOCATION_READS; round += 1) {
    const ids = await orders.withoutLocations(shop, SNAPSHOTS_AT_ONCE);
    if (ids.length === 0) return;
    const read = await platform.readSnapshots(shop, ids);
    if (!read.ok) throw new SyncInterrupted(read.error);
    // What the platform no longer shows would be asked for again and again.
    if ((await orders.upsert(shop, read.value.orders)) === 0) return;
  }
}

const MOST_LOCATION_READS = 20;
const SNAPSHOTS_AT_ONCE = 250;

/** The file ended before its end: the next run reads on. */
class ExportCutShort extends Error {
  constructor(linesDone: number, lines: number) {
    super(`Of the ${lines} orders in the file ${linesDone} came.`);
    this.name = 'ExportCutShort';
  }
}

async function store(
  deps: SyncDeps,
  shop: ShopDomain,
  { orders, unreadable }: OrderPage,
  isFirst: boolean,
): Promise<number> {
  const changed = await deps.orders.upsert(shop, orders);
  await deps.unreadable.setAside(shop, unreadable, deps.clock.now());
  const ids = [...orders, ...unreadable].map(({ id }) => id);
  // The first run of a shop meets orders that nobody has cancelled with the app yet.
  if (!isFirst) await nudgeAll(deps, shop, ids);
  return changed;
}

/** Throws, unless the shop has uninstalled the app. */
async function interrupted(deps: SyncDeps, shop: ShopDomain, error: PlatformError): Promise<void> {
  const askedAt = deps.clock.now();
  if (!(await hasUninstalled(deps, shop, error))) throw new SyncInterrupted(error);
  await deps.installations.uninstalled(shop, askedAt);
  await deps.orders.noteExport(shop, null);
}

async function hasUninstalled(
  { platform }: SyncDeps,
  shop: ShopDomain,
  error: PlatformError,
): Promise<boolean> {
  if (error.kind !== 'unauthorized') return false;
  const read = await readInstallation(platform, shop);
  return read.ok && !read.value.installed;
}

async function nudgeAll(deps: SyncDeps, shop: ShopDomain, ids: readonly OrderId[]): Promise<void> {
  const cancelled = await deps.store.latestStatuses(shop, ids);
  for (const id of cancelled.keys()) await nudgeCancellations(deps, shop, id);
}
