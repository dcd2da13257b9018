import { describe, expect, it } from 'vitest';

import { err, ok } from '../result.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { CheckName, HealthFacts } from './facts.ts';
import { worstFirst, worstOf } from './finding.ts';
import { judged } from './judge-health.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const APP = 'https://unorder.example.com';

/** Each finding as "state code", and what is put into its words. */
const found = <Name extends CheckName>(name: Name, facts: HealthFacts[Name]) =>
  judged(name, { [name]: ok(facts) } as never, NOW).map(
    ({ state, code, values }) => [`${state} ${code}`, values] as const,
  );
const codes = <Name extends CheckName>(name: Name, facts: HealthFacts[Name]) =>
  found(name, facts).map(([code]) => code);

describe('the app itself', () => {
  const good = { faults: [], databaseFault: null, appUrl: APP };

  it('names each fault of the settings and of the database, and calls nothing fine beside one', () => {
    expect(codes('configuration', good)).toEqual(['ok configuration_good']);
    expect(found('configuration', { ...good, faults: ['A', 'B'], databaseFault: 'C' })).toEqual([
      ['broken configuration_faulty', { fault: 'A' }],
      ['broken configuration_faulty', { fault: 'B' }],
      ['broken database_faulty', { fault: 'C' }],
    ]);
  });

  it('tells of an address that Shopify cannot reach', () => {
    expect(codes('configuration', { ...good, appUrl: 'http://127.0.0.1:3000' })).toEqual([
      'attention address_not_public',
    ]);
  });

  it('is behind when a job waits longer than two minutes', () => {
    expect(codes('worker', { oldestDueMs: 2 * MINUTE })).toEqual(['ok worker_working']);
    expect(found('worker', { oldestDueMs: 5 * MINUTE })).toEqual([
      ['broken worker_behind', { count: 5 }],
    ]);
  });
});

describe('the offline token', () => {
  const token = {
    expiresAt: NOW + HOUR,
    refreshTokenExpiresAt: NOW + 90 * DAY,
    wasRenewed: false,
  };

  it.each([
    ['token_good', 'ok', token],
    ['token_renewed', 'ok', { ...token, wasRenewed: true }],
    ['token_missing', 'broken', null],
    ['token_lasting', 'attention', { ...token, expiresAt: null, refreshTokenExpiresAt: null }],
    ['token_ending', 'attention', { ...token, refreshTokenExpiresAt: NOW + 29 * DAY }],
    ['token_ended', 'broken', { ...token, refreshTokenExpiresAt: NOW }],
  ] as const)('is %s', (code, state, facts) => {
    expect(codes('tokens', facts)).toEqual([`${state} ${code}`]);
  });
});

describe('what Shopify lets the app do', () => {
  it('counts writing as reading, and names each scope that is missing', () => {
    expect(codes('scopes', { wanted: ['read_orders'], granted: ['write_orders'] })).toEqual([
      'ok scopes_granted',
    ]);
    expect(
      found('scopes', { wanted: ['write_orders', 'read_x'], granted: ['read_orders'] }),
    ).toEqual([['broken scopes_missing', { scopes: ['write_orders', 'read_x'] }]]);
  });

  const shown = {
    orders: 'shown',
    name: 'shown',
    email: 'shown',
    phone: 'shown',
    address: 'shown',
  } as const;

  it('judges each protected field by itself', () => {
    expect(codes('fields', shown)).toEqual(['ok fields_approved']);
    expect(found('fields', { ...shown, phone: 'none', email: 'withheld' })).toEqual([
      ['attention fields_withheld', { field: 'email' }],
      ['unknown fields_unseen', { fields: ['phone'] }],
      ['ok fields_approved', { fields: ['name', 'address'] }],
    ]);
  });

  it('works not at all without orders, whatever of customers it may see', () => {
    expect(codes('fields', { ...shown, orders: 'withheld' })).toEqual(['broken orders_withheld']);
  });
});

describe('what documents cost', () => {
  const cost = (document: string, reported: number | null, expected = 10) => ({
    document,
    expected,
    reported,
    isAsked: true,
  });

  it('fits within what the rule misses by, and says the most', () => {
    expect(found('costs', [cost('A', 12), cost('B', 8)])).toEqual([
      ['ok costs_fit', { count: 2, most: 12 }],
    ]);
  });

  it('differs, is refused, or is not reported, each with its documents', () => {
    expect(found('costs', [cost('A', 13), cost('B', 1_001), cost('C', null)])).toEqual([
      ['broken costs_too_high', { documents: ['B (1001)'] }],
      ['attention costs_differ', { documents: ['A (13 ≠ 10)'] }],
      ['unknown costs_unreported', { documents: ['C'] }],
    ]);
  });

  it('says nothing of what was not asked', () => {
    expect(codes('costs', [cost('A', 10), { ...cost('M', null), isAsked: false }])).toEqual([
      'ok costs_fit',
    ]);
  });
});

describe('webhooks', () => {
  const seen = (lastAt: number | null) => [
    { topic: 'orders/updated', lastAt },
    { topic: 'refunds/create', lastAt: null },
  ];

  it('arrive when the last change of an order was reported', () => {
    const facts = { topics: seen(NOW - HOUR), orderChangedAt: NOW - HOUR - MINUTE };
    expect(found('webhooks', facts)).toEqual([
      ['ok webhooks_arrive', { date: { time: NOW - HOUR } }],
      ['unknown topics_unseen', { count: 1, most: 2 }],
    ]);
  });

  it('are late when an order changed and ten minutes later nothing was heard of it', () => {
    const topics = seen(NOW - 2 * HOUR);
    expect(codes('webhooks', { topics, orderChangedAt: NOW - HOUR })[0]).toBe(
      'broken webhooks_late',
    );
    expect(codes('webhooks', { topics, orderChangedAt: NOW - 9 * MINUTE })[0]).toBe(
      'ok webhooks_arrive',
    );
  });

  it('are suspect when an order changed today and none ever came', () => {
    expect(codes('webhooks', { topics: seen(null), orderChangedAt: NOW - HOUR })).toEqual([
      'attention webhooks_none',
    ]);
    expect(codes('webhooks', { topics: seen(null), orderChangedAt: NOW - 2 * DAY })).toEqual([
      'unknown webhooks_none',
    ]);
    expect(codes('webhooks', { topics: seen(null), orderChangedAt: null })).toEqual([
      'unknown webhooks_no_orders',
    ]);
  });

  it('come by shopify.app.toml alone', () => {
    expect(codes('subscriptions', [])).toEqual(['ok subscriptions_none']);
    expect(found('subscriptions', [{ topic: 'ORDERS_PAID', uri: 'https://old.example' }])).toEqual([
      ['attention subscriptions_own', { topics: ['ORDERS_PAID → https://old.example'] }],
    ]);
  });
});

describe('the shop’s own domain', () => {
  const answer = {
    address: 'https://kettles.example/apps/unorder/ping',
    status: 200,
    location: null,
    answeredBy: APP,
    appUrl: APP,
  };

  it.each([
    ['ok proxy_answers', answer],
    ['broken proxy_elsewhere', { ...answer, answeredBy: 'https://old.example' }],
    ['broken proxy_missing', { ...answer, answeredBy: null, status: 404 }],
    ['broken proxy_failing', { ...answer, answeredBy: null, status: 503 }],
    ['unknown proxy_unreachable', { ...answer, answeredBy: null, status: null }],
    [
      'unknown proxy_password',
      { ...answer, answeredBy: null, status: 302, location: 'https://kettles.example/password' },
    ],
  ] as const)('%s', (code, facts) => {
    expect(codes('proxy', facts)).toEqual([code]);
  });
});

it('extensions are built for this address, for another, or not at all', () => {
  const built = { appUrl: APP, built: 3, wrong: [] };
  expect(codes('extensions', built)).toEqual(['ok bundles_right']);
  expect(codes('extensions', { ...built, wrong: ['a.js'] })).toEqual(['broken bundles_wrong']);
  expect(codes('extensions', { ...built, built: 0 })).toEqual(['unknown bundles_missing']);
});

it('Shopify’s own requests are off when its rules forbid them, and on when somebody used them', () => {
  expect(codes('native', { rules: 'forbid', isUsed: false })).toEqual(['ok native_off']);
  expect(codes('native', { rules: 'forbid', isUsed: true })).toEqual(['attention native_used']);
  expect(codes('native', { rules: 'allow', isUsed: null })).toEqual(['attention native_on']);
  expect(codes('native', { rules: null, isUsed: false })).toEqual(['unknown native_unseen']);
});

describe('what was not read', () => {
  it('is unknown with the reason', () => {
    const error = { code: 'not_readable', reason: 'timeout', detail: 'No answer.' } as const;
    expect(judged('theme', { theme: err(error) }, NOW)).toEqual([
      {
        state: 'unknown',
        code: 'not_readable',
        values: { reason: 'timeout', detail: 'No answer.' },
      },
    ]);
  });

  it('is said where to see, of each that can be seen elsewhere only', () => {
    const elsewhere = err({ code: 'not_looked_at' } as const);
    expect(judged('theme', { theme: elsewhere }, NOW)[0]?.code).toBe('theme_unseen');
    expect(judged('extensions', { extensions: elsewhere }, NOW)[0]?.code).toBe('bundles_missing');
    expect(judged('scopes', { scopes: elsewhere }, NOW)[0]?.code).toBe('not_looked_at');
  });
});

it('what has to be seen first stands first, and the rest keeps its order', () => {
  const states = ['ok', 'unknown', 'broken', 'ok', 'attention'] as const;
  const items = states.map((state, place) => ({ state, place }));
  expect(worstFirst(items).map(({ place }) => place)).toEqual([2, 4, 1, 0, 3]);
});

it('the worst of several findings is what has to be seen first', () => {
  expect(worstOf([])).toBe('ok');
  expect(worstOf([{ state: 'ok' }, { state: 'unknown' }])).toBe('unknown');
  expect(worstOf([{ state: 'attention' }, { state: 'unknown' }])).toBe('attention');
  expect(worstOf([{ state: 'attention' }, { state: 'broken' }, { state: 'ok' }])).toBe('broken');
});
