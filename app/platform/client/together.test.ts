import { expect, test } from 'vitest';

import { readTogether } from './together.ts';

/** A reader whose readings end when they are told to. */
function open(most = 3) {
  const sent: (readonly number[])[] = [];
  const begun: { readonly send: () => void; readonly end: () => void }[] = [];
  const read = readTogether<number, string>(most, (take) => {
    const { promise, resolve } = Promise.withResolvers<(id: number) => Promise<string>>();
    begun.push({
      send: () => void sent.push([...take()]),
      end: () => resolve(async (id) => `answer ${id}`),
    });
    return promise;
  });
  return { read, sent, begun };
}

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

test('the first is read at once, and what comes meanwhile together with the next', async () => {
  const { read, sent, begun } = open();
  const first = read(1);
  await turn();
  begun[0]?.send();
  const others = [read(2), read(3)];
  await turn();
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  expect(await first).toBe('answer 1');
  await turn();
  begun[1]?.send();
  begun[1]?.end();
  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3']);
  expect(sent).toEqual([[1], [2, 3]]);
});

test('as many as may be read at once wait for nobody', async () => {
  const { read, sent, begun } = open();
  void read(1);
  await turn();
  begun[0]?.send();
  for (const id of [2, 3, 4, 5]) void read(id);
  await turn();
  for (const { send } of begun.slice(1)) send();
  expect(sent).toEqual([[1], [2, 3, 4]]);
});

test('a reading that waits for its turn takes along who comes meanwhile, and nobody after it was sent', async () => {
  const { read, sent, begun } = open();
  void read(1);
  await turn();
  void read(2);
  begun[0]?.send();
  void read(3);
  await turn();
  expect(sent).toEqual([[1, 2]]);
  begun[0]?.end();
  await turn();
  begun[1]?.send();
  expect(sent[1]).toEqual([3]);
});

test('a reading that fails fails for those in it, and the next goes on', async () => {
  let times = 0;
  const read = readTogether<number, string>(3, async () => {
    times += 1;
    if (times === 1) throw new Error('a bug');
    return async (id) => `answer ${id}`;
  });
  await expect(read(1)).rejects.toThrow('a bug');
  expect(await read(2)).toBe('answer 2');
});
