import { setImmediate as immediately } from 'node:timers/promises';

import { beforeEach, describe, expect, test } from 'vitest';

import { NobodyWaits, TooBusy } from '../../application/shared/back-pressure.ts';
import { type Batcher, type BatcherOptions, createBatcher } from './batcher.ts';

interface Flush {
  readonly items: readonly string[];
  end(): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** What the batcher put off to the end of this turn has happened, and what that put off too. */
async function endOfTurn(): Promise<void> {
  await immediately();
  await immediately();
}

/** Those under way and those that ended, in the order in which they began. */
let flushes: Flush[];
let now: number;

beforeEach(() => {
  flushes = [];
  now = 0;
});

function batcherOf(changes: Partial<BatcherOptions<string, string>> = {}): Batcher<string, string> {
  return createBatcher({
    flush: (items) =>
      new Promise((resolve, reject) => {
        flushes.push({
          items,
          async end() {
            resolve(items.map((item) => `${item} done`));
            await endOfTurn();
          },
          async fail(error) {
            reject(error);
            await endOfTurn();
          },
        });
      }),
    partsOf: () => [],
    atOnce: 2,
    sizeOf: () => 1,
    mostTogether: 100,
    mostWaiting: 1_000,
    patienceMs: 100,
    now: () => now,
    ...changes,
  });
}

const begun = (): (readonly string[])[] => flushes.map(({ items }) => items);

/** The flush that began as the so-manieth. */
function nth(index: number): Flush {
  const flush = flushes[index];
  if (!flush) throw new Error(`There was no flush ${index}.`);
  return flush;
}

test('one that comes while nothing is to do begins in the same turn', async () => {
  const added = batcherOf().add('a');
  await endOfTurn();
  expect(begun()).toEqual([['a']]);
  await nth(0).end();
  expect(await added).toBe('a done');
});

test('those of one turn go together, and each gets its own outcome', async () => {
  const batcher = batcherOf();
  const added = Promise.all(['a', 'b', 'c'].map((item) => batcher.add(item)));
  await endOfTurn();
  expect(begun()).toEqual([['a', 'b', 'c']]);
  await nth(0).end();
  expect(await added).toEqual(['a done', 'b done', 'c done']);
});

test('no more flushes than may be are under way; what came meanwhile goes with the next, in its order', async () => {
  const batcher = batcherOf();
  for (const item of ['a', 'b', 'c', 'd', 'e']) {
    void batcher.add(item);
    await endOfTurn();
  }
  expect(begun()).toEqual([['a'], ['b']]);
  await nth(1).end();
  expect(begun()).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
  await nth(0).end();
  await nth(2).end();
  expect(begun()).toHaveLength(3);
});

test('one more begins beside another only with as many as that, or when that has ended', async () => {
  const batcher = batcherOf();
  for (const item of ['a', 'b', 'c']) void batcher.add(item);
  await endOfTurn();
  for (const item of ['d', 'e']) {
    void batcher.add(item);
    await endOfTurn();
  }
  expect(begun()).toEqual([['a', 'b', 'c']]);
  void batcher.add('f');
  await endOfTurn();
  expect(begun()).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  void batcher.add('g');
  await endOfTurn();
  await nth(0).end();
  expect(begun()).toHaveLength(2);
  await nth(1).end();
  expect(begun()[2]).toEqual(['g']);
});

test('it is measured by those still under way', async () => {
  const batcher = batcherOf();
  const come = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) void batcher.add('one');
    await endOfTurn();
  };
  await come(1);
  await come(3);
  await nth(0).end();
  await come(2);
  expect(begun().map(({ length }) => length)).toEqual([1, 3]);
  await come(1);
  expect(begun().map(({ length }) => length)).toEqual([1, 3, 3]);
});

test('no more items than may be go together; the rest goes with the next', async () => {
  const batcher = batcherOf({ mostTogether: 2 });
  for (const item of ['a', 'b', 'c', 'd', 'e']) void batcher.add(item);
  await endOfTurn();
  expect(begun()).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  await nth(0).end();
  await nth(1).end();
  expect(begun()).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('large ones go with fewer others, the largest alone', async () => {
  const batcher = batcherOf({ sizeOf: Number, mostTogether: 10, atOnce: 5 });
  for (const item of ['4', '6', '1', '25', '9', '2']) void batcher.add(item);
  await endOfTurn();
  expect(begun()).toEqual([['4', '6'], ['1'], ['25'], ['9'], ['2']]);
});

describe('back-pressure', () => {
  test('when as many wait as may, one more is refused at once, and there is room again later', async () => {
    const batcher = batcherOf({ atOnce: 1, mostWaiting: 2 });
    void batcher.add('under way');
    await endOfTurn();
    const waiting = [batcher.add('a'), batcher.add('b')];
    await expect(batcher.add('c')).rejects.toThrow(TooBusy);
    await nth(0).end();
    const later = batcher.add('d');
    await nth(1).end();
    await nth(2).end();
    expect(await Promise.all([...waiting, later])).toEqual(['a done', 'b done', 'd done']);
  });

  test('one that has waited for too long is refused when its turn comes, and the others are not', async () => {
    const batcher = batcherOf({ atOnce: 1 });
    void batcher.add('under way');
    await endOfTurn();
    const old = batcher.add('old');
    now = 60;
    const young = batcher.add('young');
    now = 101;
    const refused = expect(old).rejects.toThrow(TooBusy);
    await nth(0).end();
    expect(begun()).toEqual([['under way'], ['young']]);
    await refused;
    await nth(1).end();
    expect(await young).toBe('young done');
  });

  test('one that nobody waits for any more is not tried', async () => {
    const batcher = batcherOf({ atOnce: 1 });
    void batcher.add('under way');
    await endOfTurn();
    let isThere = true;
    const gone = batcher.add('gone', () => isThere);
    const there = batcher.add('there', () => true);
    isThere = false;
    const refused = expect(gone).rejects.toThrow(NobodyWaits);
    await nth(0).end();
    await refused;
    expect(begun()).toEqual([['under way'], ['there']]);
    await nth(1).end();
    expect(await there).toBe('there done');
  });

  test('where nobody waits for any of them nothing is tried, and the next have their turn', async () => {
    const batcher = batcherOf({ atOnce: 1 });
    const gone = expect(batcher.add('gone', () => false)).rejects.toThrow(NobodyWaits);
    await endOfTurn();
    await gone;
    void batcher.add('next');
    await endOfTurn();
    expect(begun()).toEqual([['next']]);
  });
});

describe('a batch that fails', () => {
  const halves: BatcherOptions<string, string>['partsOf'] = (batch) => {
    const half = Math.ceil(batch.length / 2);
    return [batch.slice(0, half), batch.slice(half)];
  };
  const broken = new Error('a row is broken');

  test('is tried in parts until the one to blame is alone: it fails, the others do not', async () => {
    const tried: (readonly string[])[] = [];
    const batcher = batcherOf({
      partsOf: halves,
      flush: async (items) => {
        tried.push(items);
        if (items.includes('x')) throw broken;
        return items;
      },
    });
    const settled = await Promise.allSettled(
      ['a', 'b', 'x', 'd', 'e'].map((item) => batcher.add(item)),
    );
    expect(settled).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'fulfilled', value: 'b' },
      { status: 'rejected', reason: broken },
      { status: 'fulfilled', value: 'd' },
      { status: 'fulfilled', value: 'e' },
    ]);
    expect(tried.map((items) => items.join('')).toSorted()).toEqual([
      'ab',
      'abx',
      'abxde',
      'de',
      'x',
    ]);
  });

  test('in its parts too what has waited for too long, or for nobody, is not tried', async () => {
    const batcher = batcherOf({ partsOf: halves });
    let isThere = true;
    const first = expect(batcher.add('a', () => isThere)).rejects.toThrow(NobodyWaits);
    const second = batcher.add('b');
    await endOfTurn();
    isThere = false;
    await nth(0).fail(broken);
    await first;
    expect(begun()).toEqual([['a', 'b'], ['b']]);
    now = 101;
    const third = expect(batcher.add('c')).resolves.toBe('c done');
    await nth(1).end();
    expect(await second).toBe('b done');
    await nth(2).end();
    await third;
  });

  test('fails as a whole where nothing in it is to blame', async () => {
    const batcher = batcherOf();
    const settled = Promise.allSettled([batcher.add('a'), batcher.add('b')]);
    await endOfTurn();
    await nth(0).fail(broken);
    expect(await settled).toEqual([
      { status: 'rejected', reason: broken },
      { status: 'rejected', reason: broken },
    ]);
    expect(begun()).toHaveLength(1);
  });

  test('holds its place until its parts have ended, and gives it back', async () => {
    const batcher = batcherOf({ partsOf: halves, atOnce: 1 });
    const settled = Promise.allSettled([batcher.add('a'), batcher.add('b')]);
    await endOfTurn();
    await nth(0).fail(broken);
    void batcher.add('next');
    await endOfTurn();
    expect(begun()).toEqual([['a', 'b'], ['a'], ['b']]);
    await nth(1).end();
    expect(begun()).toHaveLength(3);
    await nth(2).fail(broken);
    expect(begun()).toEqual([['a', 'b'], ['a'], ['b'], ['next']]);
    await settled;
  });

  test('an item that is there twice has two outcomes', async () => {
    const batcher = batcherOf();
    const both = Promise.all([batcher.add('same'), batcher.add('same')]);
    await endOfTurn();
    await nth(0).end();
    expect(await both).toEqual(['same done', 'same done']);
  });

  test('a flush that forgets one of them has failed', async () => {
    const batcher = batcherOf({ flush: async () => ['only one'] });
    const [one, other] = await Promise.allSettled([batcher.add('a'), batcher.add('b')]);
    expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
  });
});

describe('at the end', () => {
  test('what waits is flushed first, and what comes is refused', async () => {
    const batcher = batcherOf({ atOnce: 1 });
    void batcher.add('under way');
    await endOfTurn();
    const waiting = batcher.add('waiting');
    let isOver = false;
    const over = batcher.drain().then(() => {
      isOver = true;
    });
    await expect(batcher.add('late')).rejects.toThrow(TooBusy);
    await nth(0).end();
    expect([begun(), isOver]).toEqual([[['under way'], ['waiting']], false]);
    await nth(1).end();
    expect(await waiting).toBe('waiting done');
    await over;
  });

  test('where nothing waits it has come at once, for everybody who asks', async () => {
    const batcher = batcherOf();
    await Promise.all([batcher.drain(), batcher.drain()]);
    expect(begun()).toEqual([]);
  });

  test('what was added in this very turn is flushed too', async () => {
    const batcher = batcherOf();
    const added = batcher.add('a');
    const over = batcher.drain();
    await endOfTurn();
    await nth(0).end();
    expect(await added).toBe('a done');
    await over;
  });
});
