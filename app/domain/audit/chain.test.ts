import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { ShopDomain } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Chained, type Link, beginningOf, follow, hashAfter } from './chain.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const SHOP = 'chained.myshopify.com' as ShopDomain;
const beginning = { position: 0, hash: beginningOf(SHOP, hash) };

const events: readonly Chained[] = [1, 2, 3].map((seq) => ({
  ...{ subject: '00000000-0000-4000-8000-000000000001', seq, at: seq * 1_000, format: 3 },
  ...{ type: 'told', data: { template: 'cancelled', nested: { b: [1, null], a: 'é' } } },
}));

function linked(chained: readonly Chained[]): readonly Link[] {
  let previous = beginning.hash;
  return chained.map(({ subject, seq, ...covers }, index) => {
    previous = hashAfter(previous, { subject, seq, ...covers }, hash);
    return { position: index + 1, subject, seq, hash: previous, format: 1, covers };
  });
}

const changedAt = (at: number, change: (link: Link) => Link): readonly Link[] =>
  linked(events).map((link, index) => (index === at ? change(link) : link));

describe('a chain of hashes', () => {
  it('holds for what it was made of, from its beginning or from any end of it', () => {
    const links = linked(events);
    const last = { position: 3, hash: links[2]?.hash };
    expect(follow(beginning, links, hash)).toEqual({ end: last });
    expect(follow({ position: 1, hash: links[0]?.hash ?? '' }, links.slice(1), hash)).toEqual({
      end: last,
    });
  });

  it('hashes as it always did: what is stored in chains is never made anew', () => {
    expect(beginning.hash).toBe(
      createHash('sha256').update(`["unorder-audit-chain",1,"${SHOP}"]`).digest('hex'),
    );
    expect(linked(events)[0]?.hash).toBe(
      hash(
        `${beginning.hash}\n["00000000-0000-4000-8000-000000000001",1,1000,"told",3,{"nested":{"a":"é","b":[1,null]},"template":"cancelled"}]`,
      ),
    );
  });

  it.each([
    ['another type', { type: 'completed' }],
    ['another time', { at: 1_999 }],
    ['another format', { format: 2 }],
    ['other data', { data: { template: 'cancelled' } }],
  ])('breaks where an event has %s', (_what, change) => {
    const links = changedAt(1, (link) => ({
      ...link,
      covers: link.covers && { ...link.covers, ...change },
    }));
    expect(follow(beginning, links, hash)).toEqual({
      broken: { kind: 'changed', position: 2, subject: events[1]?.subject, seq: 2 },
    });
  });

  it('breaks where an event is gone, a link is gone, or two stand in each other’s place', () => {
    const [first, second, third] = linked(events) as [Link, Link, Link];
    const gone = changedAt(2, (link) => ({ ...link, covers: null }));
    expect(follow(beginning, gone, hash)).toMatchObject({
      broken: { kind: 'removed', position: 3, seq: 3 },
    });
    expect(follow(beginning, [first, third], hash)).toEqual({
      broken: { kind: 'link_missing', position: 2, subject: null, seq: null },
    });
    const swapped = [first, { ...third, position: 2 }, { ...second, position: 3 }];
    expect(follow(beginning, swapped, hash)).toMatchObject({
      broken: { kind: 'changed', position: 2, seq: 3 },
    });
  });

  it('is another for every shop', () => {
    expect(beginningOf('other.myshopify.com' as ShopDomain, hash)).not.toBe(beginning.hash);
  });
});

it('a value has one text, however its keys are ordered', () => {
  expect(canonicalJson({ b: 1, a: { d: '\n', c: [true, null, 1.5] } })).toBe(
    canonicalJson({ a: { c: [true, null, 1.5], d: '\n' }, b: 1 }),
  );
  expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
});
