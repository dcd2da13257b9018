import { expect, test } from 'vitest';

import { FEWEST_CONNECTIONS, shareOut } from './connections.ts';

test.each([true, false])(
  'however many a process may open, its parts together open no more and each has some (works: %s)',
  (works) => {
    for (let most = FEWEST_CONNECTIONS; most <= 1_000; most += 1) {
      const { queries, queue } = shareOut(most, works);
      expect(queries + queue + (works ? 3 : 2)).toBe(most);
      expect(Math.min(queries, queue)).toBeGreaterThanOrEqual(2);
    }
  },
);

test('by default a worker has eleven for queries and six for jobs, and a web process sixteen for queries', () => {
  expect(shareOut(20, true)).toEqual({ queries: 11, queue: 6 });
  expect(shareOut(20, false)).toEqual({ queries: 16, queue: 2 });
});
