import { PrismaClient } from '@prisma/client';
import pg from 'pg';

import { connectionSettings, type DatabasePatience, WORKING } from './connection.ts';
import { createLocks, type Locks } from './locks.ts';
import { type ShopClient, ofOneShop } from './one-shop.ts';
import { ReturningPrismaPg } from './prisma-adapter.ts';

/** The connections of one process. Prisma and plain SQL share a pool; locks have a connection of their own. */
export interface Database {
  readonly pool: pg.Pool;
  readonly locks: Locks;
  /** Prisma's typed client; a query that names no shop throws. */
  readonly prisma: ShopClient;
  /** The same for the few queries over all shops: sweeps, and the sessions of Shopify's library. */
  readonly everyShop: PrismaClient;
  close(): Promise<void>;
}

/**
 * Connects lazily: nothing is opened before the first query.
 *
 * @param options.onConnectionLost told of connections that broke while nobody used them; the pools replace
 *   them by themselves
 */
export function createDatabase(options: {
  readonly url: string;
  /** Most connections for queries; there is one more, for locks. */
  readonly connections: number;
  /** How long queries may take; default: as long as a worker's. */
  readonly patience?: DatabasePatience;
  readonly onConnectionLost: (error: Error) => void;
}): Database {
  const settings = connectionSettings(options.url, 'unorder', options.patience ?? WORKING);
  const pool = new pg.Pool({ ...settings, max: options.connections });
  const lockPool = new pg.Pool({ ...settings, max: 1 });
  for (const each of [pool, lockPool]) each.on('error', options.onConnectionLost);
  const everyShop = new PrismaClient({ adapter: new ReturningPrismaPg(pool) });
  return {
    pool,
    locks: createLocks(lockPool),
    prisma: ofOneShop(everyShop),
    everyShop,
    async close() {
      await everyShop.$disconnect();
      await Promise.all([pool.end(), lockPool.end()]);
    },
  };
}
