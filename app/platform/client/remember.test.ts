import { describe, expect, it } from 'vitest';

import { err, ok } from '../../domain/result.ts';
import { platformError } from './platform-error.ts';
import { freshFor } from './remember.ts';

describe('remembered answers', () => {
  it('are one answer for all who ask at once, and until they are old', async () => {
    let now = 0;
    let asked = 0;
    const remembered = freshFor<number>(1_000, { now: () => now });
    const ask = async () => ok((asked += 1));
    expect(await Promise.all([remembered('a', ask), remembered('a', ask)])).toEqual([ok(1), ok(1)]);
    now = 999;
    expect(await remembered('a', ask)).toEqual(ok(1));
    now = 1_000;
    expect(await remembered('a', ask)).toEqual(ok(2));
    expect(await remembered('b', ask)).toEqual(ok(3));
  });

  it('are never failures', async () => {
    const remembered = freshFor<number>(1_000, { now: () => 0 });
    const failed = platformError('unavailable', null, 'Not now.');
    expect(await remembered('a', async () => err(failed))).toEqual(err(failed));
    await expect(remembered('a', () => Promise.reject(new Error('a bug')))).rejects.toThrow(
      'a bug',
    );
    expect(await remembered('a', async () => ok(1))).toEqual(ok(1));
  });

  it('do not grow without end: the oldest make room', async () => {
    const remembered = freshFor<number>(1_000, { now: () => 0 });
    let asked = 0;
    const ask = async () => ok((asked += 1));
    for (let key = 0; key <= 1_000; key += 1) await remembered(String(key), ask);
    await remembered('1000', ask);
    expect(asked).toBe(1_001);
    await remembered('0', ask);
    expect(asked).toBe(1_002);
  });
});
