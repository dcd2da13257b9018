import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PrismaClient } from '@prisma/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createSessionStorage } from './session-storage.ts';
import { createTokenCipher } from './token-cipher.ts';

describe('a database that does not answer yet', () => {
  let answers = false;
  const answered = <T>(value: T): Promise<T> =>
    answers ? Promise.resolve(value) : Promise.reject(new Error('Connection refused'));
  const session = {
    count: vi.fn(() => answered(0)),
    findUnique: vi.fn(() => answered(null)),
  };
  const cipher = createTokenCipher({ current: null, known: [] }, () => undefined);
  const storage = () => createSessionStorage({ session } as unknown as PrismaClient, cipher);

  beforeEach(() => {
    answers = false;
    // Shopify's class tells the console of every look that failed.
    vi.spyOn(console, 'log').mockReturnValue(undefined);
  });
  afterEach(() => vi.clearAllMocks());

  test('is not asked before a session is, so that no promise fails with nobody listening', async () => {
    storage();
    await nextTurn();
    expect(session.count).not.toHaveBeenCalled();
  });

  test('fails the session that is asked for, at once, and none that is asked for once it answers', async () => {
    const sessions = storage();
    await expect(sessions.loadSession('offline_one.myshopify.com')).rejects.toThrow();
    await expect(sessions.loadSession('offline_one.myshopify.com')).rejects.toThrow();
    answers = true;
    expect(await sessions.loadSession('offline_one.myshopify.com')).toBeUndefined();
    expect(await sessions.loadSession('offline_one.myshopify.com')).toBeUndefined();
    expect(session.count).toHaveBeenCalledTimes(3);
  });
});
