import { describe, expect, it } from 'vitest';

import { createMemoryDatabase } from '../../../tests/simulation/adapters/memory-database.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { err, ok } from '../../domain/result.ts';
import { DAY, MINUTE } from '../../domain/time.ts';
import { platformError } from '../../platform/client/platform-error.ts';
import type { OrderExport, OrderPage, OrderSnapshot } from './ports.ts';
import type { Platform, PlatformError } from '../shared/platform.ts';
import { COPIED_EXTENT, syncOrders } from './sync-orders.ts';

const SHOP = 'harbor.myshopify.com' as ShopDomain;
const NOW = Date.UTC(2026, 10, 30, 9);

const idOf = (number: number) => `gid://shopify/Order/${number}` as OrderId;

const order = (number: number): OrderSnapshot => ({
  id: idOf(number),
  name: `#${number}`,
  customerId: null,
  customerName: null,
  email: null,
  createdAt: NOW,
  updatedAt: NOW,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: money(1_000, 'EUR'),
});

const unreadable = (number: number) => ({
  id: idOf(number),
  name: `#${number}`,
  reason: 'Not an amount: 1.5 QQQ',
});

/** A shop whose pages are given; what is read by id is whatever the pages say of it. */
function stage(pages: readonly OrderPage[]) {
  const database = createMemoryDatabase();
  const shown = { pages };
  const refused: { list: PlatformError | null; installation: PlatformError | null } = {
    list: null,
    installation: null,
  };
  const uninstalls: number[] = [];
  const askedSince: (number | null)[] = [];
  const platform = {
    listOrders: async (
      _shop: ShopDomain,
      { updatedSince, after }: { updatedSince: number | null; after: string | null },
    ) => {
      askedSince.push(updatedSince);
      if (refused.list) return err(refused.list);
      const at = Number(after ?? 0);
      const page = shown.pages[at] ?? { orders: [], unreadable: [] };
      return ok({ ...page, next: at + 1 < shown.pages.length ? String(at + 1) : null });
    },
    readSnapshots: async (_shop: ShopDomain, ids: readonly OrderId[]) =>
      ok({
        orders: shown.pages.flatMap((page) => page.orders.filter(({ id }) => ids.includes(id))),
        unreadable: shown.pages.flatMap((page) =>
          page.unreadable.filter(({ id }) => ids.includes(id)),
        ),
      }),
    readInstallation: async () =>
      refused.installation ? err(refused.installation) : ok({ scopes: ['read_orders'] }),
  } as unknown as Platform;
  const installations = {
    ...database.installations,
    uninstalled: async (_shop: ShopDomain, at: number) => void uninstalls.push(at),
  };
  const clock = { at: NOW, now: () => clock.at };
  const deps = {
    clock,
    platform,
    store: database.cancellations,
    queue: database.queue,
    orders: database.orders,
    unreadable: database.unreadable,
    installations,
  };
  return {
    database,
    platform,
    /** Jobs by which the next run is due. */
    looks: () => database.waitingJobs().filter(({ job }) => job.name === 'sync-orders'),
    refused,
    uninstalls,
    run: async (at: number) => {
      clock.at = at;
      return syncOrders(deps, SHOP);
    },
    askedSince,
    shows: (changed: readonly OrderPage[]) => void (shown.pages = changed),
    setAside: () => database.unreadable.list(SHOP, 10),
  };
}

it('copies every order once again that was copied before all was read that is read today', async () => {
  const shop = stage([{ orders: [order(1)], unreadable: [] }]);
  await shop.database.orders.setWatermark(SHOP, { at: NOW - 1_000_000, extent: 0 });
  await shop.run(NOW);
  await shop.run(NOW + 1_000);
  expect(shop.askedSince).toEqual([null, NOW - 300_000]);
});

describe('case 66: an order that cannot be read', () => {
  it('is set aside with its reason, and every other order is copied', async () => {
    const shop = stage([
      { orders: [order(1)], unreadable: [unreadable(2)] },
      { orders: [order(3)], unreadable: [] },
    ]);
    expect(await shop.run(NOW)).toBe(2);
    expect(await shop.setAside()).toEqual([{ ...unreadable(2), foundAt: NOW, triedAt: NOW }]);
    expect(await shop.database.orders.watermark(SHOP)).toEqual({ at: NOW, extent: COPIED_EXTENT });
  });

  it('is tried again with every run, also when it did not change, until it can be read', async () => {
    const shop = stage([{ orders: [order(1)], unreadable: [unreadable(2)] }]);
    await shop.run(NOW);
    await shop.run(NOW + 1_000);
    expect(await shop.setAside()).toMatchObject([{ foundAt: NOW, triedAt: NOW + 1_000 }]);
    shop.shows([{ orders: [order(1), order(2)], unreadable: [] }]);
    await shop.run(NOW + 2_000);
    expect(await shop.setAside()).toEqual([]);
    expect(await shop.database.orders.get(SHOP, idOf(2))).toMatchObject({ name: '#2' });
  });

  it('is forgotten when the platform no longer shows it', async () => {
    const shop = stage([{ orders: [], unreadable: [unreadable(2)] }]);
    await shop.run(NOW);
    shop.shows([{ orders: [], unreadable: [] }]);
    await shop.run(NOW + 1_000);
    expect(await shop.setAside()).toEqual([]);
  });
});

describe('case 76: an uninstall of which no webhook arrived', () => {
  const error = (kind: PlatformError['kind']): PlatformError => ({
    kind,
    code: null,
    mayHaveApplied: false,
    message: 'No.',
    retryAfter: null,
  });

  it('is found by the next run, of what was there when it began', async () => {
    const shop = stage([]);
    shop.refused.list = error('unauthorized');
    shop.refused.installation = error('unauthorized');
    expect(await shop.run(NOW)).toBe(0);
    expect(shop.uninstalls).toEqual([NOW]);
    expect(await shop.database.orders.watermark(SHOP)).toBeNull();
  });

  it.each([
    ['its token was only out of date', error('unauthorized'), null],
    ['it is frozen', error('unauthorized'), error('shop_gone')],
    ['it is out of reach', error('unavailable'), error('unauthorized')],
  ])('is not taken from a shop of which %s', async (_case, list, installation) => {
    const shop = stage([]);
    Object.assign(shop.refused, { list, installation });
    await expect(shop.run(NOW)).rejects.toMatchObject({ name: 'SyncInterrupted' });
    expect(shop.uninstalls).toEqual([]);
  });
});

describe('more orders than some pages hold', () => {
  const MANY = 40;
  /** Nine pages: five are read, and the platform writes the other four into a file. */
  const pages = (): OrderPage[] =>
    Array.from({ length: 9 }, (_, page) => ({
      orders: [{ ...order(page + 1), updatedAt: NOW - DAY + page }],
      unreadable: [],
    }));

  /** The shop of many pages, with a file of the platform's whose state and lines the test says. */
  function exporting() {
    const shop = stage(pages());
    const asked: (number | null)[] = [];
    const file = {
      isBusy: false,
      state: { state: 'running' } as OrderExport | null,
      lines: [] as OrderSnapshot[],
      brokenAfter: Infinity,
      readFrom: [] as number[],
    };
    Object.assign(shop.platform, {
      startOrderExport: async (_shop: ShopDomain, which: { updatedSince: number | null }) => {
        if (file.isBusy) return ok(null);
        asked.push(which.updatedSince);
        return ok('gid://shopify/BulkOperation/1');
      },
      readOrderExport: async () => ok(file.state),
      async *exportedOrders(_file: string, fromLine: number) {
        file.readFrom.push(fromLine);
        for (const [line, one] of file.lines.entries()) {
          if (line < fromLine) continue;
          if (line >= file.brokenAfter) {
            yield err(platformError('unavailable', null, 'terminated'));
            return;
          }
          yield ok({ orders: [one], unreadable: [], lines: 1 });
        }
      },
    } satisfies Partial<Platform>);
    const written = (lines: OrderSnapshot[]): void => {
      file.lines = lines;
      file.state = { state: 'written', file: 'https://storage/file', lines: lines.length };
    };
    return { ...shop, asked, file, written };
  }
  const rest = () =>
    pages()
      .slice(5)
      .flatMap((page) => page.orders);

  it('come from a file that the platform writes meanwhile, and are whole only when it is read', async () => {
    const shop = exporting();
    expect(await shop.run(NOW)).toBe(5);
    expect(shop.asked).toEqual([NOW - DAY + 4]);
    expect(await shop.database.orders.watermark(SHOP)).toBeNull();
    expect(shop.looks()).toHaveLength(1);
    await shop.run(NOW + MINUTE);
    expect(await shop.database.orders.watermark(SHOP)).toBeNull();
    shop.written(rest());
    expect(await shop.run(NOW + 2 * MINUTE)).toBe(4);
    expect(await shop.database.orders.get(SHOP, idOf(9))).toMatchObject({ name: '#9' });
    expect(await shop.database.orders.watermark(SHOP)).toMatchObject({ at: NOW });
    expect(await shop.database.orders.exportUnderWay(SHOP)).toBeNull();
  });

  it('are read on from where they were stored when the file broke off or the process died', async () => {
    const shop = exporting();
    await shop.run(NOW);
    shop.written(rest());
    shop.file.brokenAfter = 2;
    await expect(shop.run(NOW + MINUTE)).rejects.toThrow('unavailable');
    shop.file.brokenAfter = Infinity;
    expect(await shop.run(NOW + 2 * MINUTE)).toBe(2);
    expect(shop.file.readFrom).toEqual([0, 2]);
    expect(await shop.database.orders.watermark(SHOP)).toMatchObject({ at: NOW });
  });

  it('are not taken for whole when the file is shorter than the platform says', async () => {
    const shop = exporting();
    await shop.run(NOW);
    shop.written(rest());
    shop.file.state = { state: 'written', file: 'https://storage/file', lines: MANY };
    await expect(shop.run(NOW + MINUTE)).rejects.toThrow('Of the 40 orders in the file 4 came.');
    expect(await shop.database.orders.watermark(SHOP)).toBeNull();
  });

  it.each([
    ['failed', { state: 'failed' } as const, NOW + MINUTE],
    ['is not known any more', null, NOW + MINUTE],
    ['takes for ever', { state: 'running' } as const, NOW + 3 * 60 * MINUTE],
  ])('are read page by page when the file %s', async (_what, state, at) => {
    const shop = exporting();
    await shop.run(NOW);
    shop.file.state = state;
    await shop.run(at);
    expect(shop.asked).toHaveLength(1);
    expect(await shop.database.orders.get(SHOP, idOf(9))).toMatchObject({ name: '#9' });
    expect(await shop.database.orders.watermark(SHOP)).toMatchObject({ at: NOW });
  });

  it('are read page by page while the platform writes as many files as it does at a time', async () => {
    const shop = exporting();
    shop.file.isBusy = true;
    expect(await shop.run(NOW)).toBe(9);
    expect(await shop.database.orders.watermark(SHOP)).toMatchObject({ at: NOW });
  });

  it('keep in mind that it is not the shop’s first reading, so that cancellations of them look again', async () => {
    const shop = exporting();
    await shop.database.orders.setWatermark(SHOP, { at: NOW - DAY, extent: COPIED_EXTENT });
    await shop.run(NOW);
    expect(shop.asked).toHaveLength(1);
    expect(await shop.database.orders.exportUnderWay(SHOP)).toMatchObject({ isFirst: false });
  });
});
