import { expect, it } from 'vitest';

import { jsonLines } from './json-lines.ts';

it('sends each value as a line of its own', async () => {
  async function* values() {
    yield { a: 1 };
    yield { b: 'two\nlines' };
  }
  const response = jsonLines(values());
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson');
  expect(await response.text()).toBe('{"a":1}\n{"b":"two\\nlines"}\n');
});

it('asks for no more once nobody reads', async () => {
  let asked = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield ++asked;
    } finally {
      ended = true;
    }
  }
  const reader = jsonLines(endless()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const seen = asked;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect({ asked, ended }).toEqual({ asked: seen, ended: true });
});
