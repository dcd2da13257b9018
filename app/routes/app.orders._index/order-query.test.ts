import { expect, it } from 'vitest';

import { orderParams, orderQueryOf } from './order-query.ts';

it('reads back the query it wrote into an address', () => {
  const query = { text: '#1042 wilma@example.com', page: 3 };
  expect(orderQueryOf(orderParams(query))).toEqual(query);
});

it('reads back the status it filters by, and no other word', () => {
  const query = { text: '', page: 1, state: 'partly_cancelled' } as const;
  expect(orderQueryOf(orderParams(query))).toEqual(query);
  expect(orderQueryOf(new URLSearchParams('status=nonsense')).state).toBeUndefined();
});

it.each(['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e99', ''])(
  'takes %j for the first page',
  (search) => {
    expect(orderQueryOf(new URLSearchParams(search)).page).toBe(1);
  },
);
