import { describe, expect, it } from 'vitest';

import { ORDER_LIST } from '../../application/order/order-search.ts';
import { listParams, readListQuery } from './list-query.ts';
import { askedBy, orderTabs, tabOf } from './order-views.ts';

const ID = '00000000-0000-4000-8000-0000000000aa';
const saved = { id: ID, name: 'VIP', query: 'tag=vip&date=7d&sort=-total', isShared: false };
const read = (address: string) => readListQuery(ORDER_LIST, new URLSearchParams(address));
const tabs = orderTabs([saved]);

describe('case 158: address, pills and saved view are one', () => {
  it.each(tabs)('a reload of tab $id shows the same tab with nothing to save', ({ query, id }) => {
    const again = read(listParams(ORDER_LIST, query).toString());
    expect(tabs[tabOf(tabs, again)]?.id).toBe(id);
    expect(askedBy(again)).toBe(askedBy(query));
  });

  it('a changed view stays the same tab and asks for something else than it keeps', () => {
    const changed = read(`view=${ID}&tag=vip&date=30d&sort=-total&after=5~6`);
    expect(tabOf(tabs, changed)).toBe(tabs.length - 1);
    expect(askedBy(changed)).toBe('tag=vip&date=30d&sort=-total');
    expect(askedBy(changed)).not.toBe(askedBy(tabs.at(-1)?.query ?? changed));
  });

  it('a view that is gone is the list of all, with what the address asks for', () => {
    const gone = read('view=00000000-0000-4000-8000-0000000000bb&tag=vip');
    expect(tabOf(tabs, gone)).toBe(0);
    expect(askedBy(gone)).toBe('tag=vip');
  });

  it('keeps of a view only what can be asked for today', () => {
    const [tab] = orderTabs([{ ...saved, query: 'tag=vip&risk=gone&page=7' }]).slice(-1);
    expect(tab && askedBy(tab.query)).toBe('tag=vip');
  });
});
