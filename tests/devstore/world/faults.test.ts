import { expect, test } from 'vitest';
import { createFaults, type FaultBook } from './faults.ts';

const SHOP = 'a.myshopify.com';
const call = (faults: FaultBook, operation: string, shop = SHOP): string | undefined =>
  faults.strike('admin_api', shop, (fault) => fault.operation === operation)?.effect.kind;

test('a fault strikes the nth matching call, as often as it says, and is seen in the list', () => {
  const faults = createFaults(() => 0);
  faults.inject({
    fault: { at: 'admin_api', operation: 'refundCreate', effect: { kind: 'throttled' } },
    nth: 2,
    count: 2,
  });
  const calls = Array.from({ length: 5 }, () => call(faults, 'refundCreate'));
  expect(calls).toEqual([undefined, 'throttled', 'throttled', undefined, undefined]);
  expect(call(faults, 'orderCancel')).toBeUndefined();
  expect(faults.list()).toMatchObject([{ seen: 5, struck: 2 }]);
});

test('a fault without end strikes until it is cleared', () => {
  const faults = createFaults(() => 0);
  const { id } = faults.inject({
    fault: { at: 'admin_api', operation: 'q', effect: { kind: 'internal_error' } },
    count: 'always',
  });
  expect([1, 2, 3].map(() => call(faults, 'q'))).toEqual(Array(3).fill('internal_error'));
  faults.clear(id);
  expect(call(faults, 'q')).toBeUndefined();
});

test('a fault bound to one shop leaves the others alone', () => {
  const faults = createFaults(() => 0);
  faults.inject({
    fault: { at: 'admin_api', operation: 'q', effect: { kind: 'throttled' } },
    shop: SHOP,
  });
  expect(call(faults, 'q', 'b.myshopify.com')).toBeUndefined();
  expect(call(faults, 'q')).toBe('throttled');
});

test('a fault that lasts strikes every matching call from the first one until its time is over', () => {
  let now = 1_000;
  const faults = createFaults(() => now);
  faults.inject({
    fault: { at: 'admin_api', operation: 'q', effect: { kind: 'http', status: 402 } },
    nth: 2,
    forMs: 60_000,
  });
  expect(call(faults, 'q')).toBeUndefined();
  now = 50_000;
  expect(call(faults, 'q')).toBe('http');
  now = 109_999;
  expect(call(faults, 'q')).toBe('http');
  now = 110_000;
  expect(call(faults, 'q')).toBeUndefined();
  expect(faults.list()).toMatchObject([{ seen: 4, struck: 2 }]);
});
