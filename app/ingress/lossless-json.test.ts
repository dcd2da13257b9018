import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseLosslessJson } from './lossless-json.ts';

test('a whole number beyond 2^53 stays the text it was; everything else is as ever', () => {
  const text = `{"id": 820982911946154508, "less": -820982911946154508, "list": [9007199254740993],
    "safe": 9007199254740991, "price": 1.5, "large": 1e30, "note": "820982911946154508", "none": null}`;
  expect(parseLosslessJson(text)).toEqual({
    id: '820982911946154508',
    less: '-820982911946154508',
    list: ['9007199254740993'],
    safe: 9007199254740991,
    price: 1.5,
    large: 1e30,
    note: '820982911946154508',
    none: null,
  });
});

test('what is not JSON is undefined', () => {
  for (const text of ['', '{', '{"id": 0123}', 'undefined', '{"id": 12345678901234567890123']) {
    expect(parseLosslessJson(text), text).toBeUndefined();
  }
});

test('every 64-bit id survives, wherever it stands', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
      const read = parseLosslessJson(`{"a":[{"id":${id}}]}`) as { a: [{ id: unknown }] };
      expect(String(read.a[0].id)).toBe(String(id));
    }),
  );
});
