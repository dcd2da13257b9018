import { describe, expect, it } from 'vitest';

import { type ListQuery, listParams, readListQuery } from './list-query.ts';
import {
  ORDER_LIST,
  type OrderFilter,
  type OrderSort,
} from '../../application/order/order-search.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';

const read = (search: string) => readListQuery(ORDER_LIST, new URLSearchParams(search));
const first: ListQuery<OrderSort, OrderFilter> = {
  text: '',
  filters: {},
  sort: ORDER_LIST.defaultSort,
  cursor: null,
};

describe('the query of a list', () => {
  it.each([
    first,
    { ...first, text: '#1042 wilma@example.com' },
    { ...first, filters: { status: 'partly_cancelled' } },
    {
      ...first,
      filters: { payment: 'unpaid', tag: 'a, “b”&c', date: '7d', amount: '10.50~', country: 'PL' },
    },
    { ...first, filters: { date: '2026-11-01~2026-11-29' } },
    { ...first, sort: { by: 'total', direction: 'ascending' } as const },
    { ...first, sort: { by: 'date', direction: 'ascending' } as const },
    { ...first, cursor: { side: 'after', key: ['1763630000000', '5001'] } as const },
    {
      text: 'o’neill & sons',
      filters: { status: 'failed' },
      sort: { by: 'number', direction: 'descending' } as const,
      cursor: { side: 'before', key: ['1042', '5001'] } as const,
    },
  ])('is read back from the address it was written into (%#)', (query) => {
    expect(readListQuery(ORDER_LIST, listParams(ORDER_LIST, query))).toEqual(query);
  });

  it('of a list as it begins has an address without parameters', () => {
    expect(listParams(ORDER_LIST, first).toString()).toBe('');
  });

  it.each([
    'after=',
    'after=x',
    'after=1~2~3',
    'after=1763630000000',
    'after=-1~5001',
    'after=%00~5001',
    `after=${'9'.repeat(40)}~5001`,
    `before=1763630000000~${'9'.repeat(40)}`,
    "before=1'~5001",
    'before=1e9~5001',
    'page=7',
    'status=nonsense',
    'payment=nonsense',
    'payment=constructor',
    'country=de',
    'date=~',
    'date=2026-11',
    'amount=~',
    'amount=1e9~',
    'tag=%00',
    'tag=',
    'sort=nonsense',
    'sort=--date',
    'sort=__proto__',
    'sort=-constructor',
  ])('that says %j means the first page of all', (search) => {
    expect(read(search)).toEqual(first);
  });

  it('takes no key of another sort', () => {
    expect(read('sort=total&after=-500~5001').cursor).not.toBeNull();
    expect(read('sort=number&after=-500~5001').cursor).toBeNull();
  });

  it('of the requests says from which request on', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const params = new URLSearchParams(`sort=newest&after=in_review~1763630000000~${id}`);
    const query = readListQuery(REQUEST_LIST, params);
    expect(query.cursor?.key).toEqual(['in_review', '1763630000000', id]);
    expect(listParams(REQUEST_LIST, query).toString()).toBe(params.toString());
    for (const key of [`completed~1~${id}`, 'in_review~1~x', 'in_review~1']) {
      const told = readListQuery(REQUEST_LIST, new URLSearchParams({ sort: 'newest', after: key }));
      expect(told.cursor).toBeNull();
    }
  });
});
