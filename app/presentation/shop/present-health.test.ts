import { describe, expect, it } from 'vitest';

import { placeholdersOf } from '../../../scripts/messages/catalogue-files.ts';
import type { Finding, FindingCode } from '../../domain/health/finding.ts';
import { err, ok } from '../../domain/result.ts';
import { messageBundle, messagesIn } from '../../messages/messages.ts';
import { presentFinding, presentHealth } from './present-health.ts';

const NOW = Date.UTC(2026, 10, 30, 12);

/** What the checks put into the words of each, as `app/domain/health/checks` do; nothing for those left out. */
const VALUES: Partial<Record<FindingCode, Finding['values']>> = {
  not_readable: { reason: 'timeout', detail: 'No answer.' },
  configuration_good: { address: 'A' },
  configuration_faulty: { fault: 'F' },
  database_faulty: { fault: 'F' },
  address_not_public: { address: 'A' },
  worker_behind: { count: 5 },
  token_good: { date: { time: NOW } },
  token_renewed: { date: { time: NOW } },
  token_ending: { date: { time: NOW } },
  token_ended: { date: { time: NOW } },
  scopes_granted: { count: 23 },
  scopes_missing: { scopes: ['read_orders'] },
  fields_approved: { fields: ['name'] },
  fields_withheld: { field: 'email' },
  fields_unseen: { fields: ['phone', 'address'] },
  costs_fit: { count: 40, most: 360 },
  costs_differ: { documents: ['A (1 ≠ 2)'] },
  costs_too_high: { documents: ['A (2000)'] },
  costs_unreported: { documents: ['A'] },
  webhooks_arrive: { date: { time: NOW } },
  webhooks_late: { date: { time: NOW }, changed: { time: NOW } },
  webhooks_none: { date: { time: NOW } },
  topics_unseen: { count: 18, most: 24 },
  subscriptions_own: { topics: ['A → B'] },
  proxy_answers: { address: 'A' },
  proxy_password: { address: 'A' },
  proxy_elsewhere: { address: 'A', other: 'B', own: 'C' },
  proxy_missing: { address: 'A', status: 404 },
  proxy_failing: { address: 'A', status: 502 },
  proxy_unreachable: { address: 'A' },
  bundles_right: { address: 'A' },
  bundles_wrong: { address: 'A', files: ['f.js'] },
};

const health = messageBundle('en', 'staff').texts['health'] as unknown as {
  finding: Record<FindingCode, Record<string, string>>;
};
const CODES = Object.keys(health.finding) as FindingCode[];

describe.each(['en', 'de', 'pl'])('in %s', (locale) => {
  it.each(CODES)('%s says what it means with every value put in', (code) => {
    const found = presentFinding(
      { code, state: 'broken', values: VALUES[code] ?? {} },
      messagesIn(locale, 'staff'),
    );
    expect(`${found.means} ${found.todo ?? ''}`).not.toMatch(/\{\{|undefined|finding\./);
  });
});

it.each(CODES)('%s asks for no value that no check gives', (code) => {
  const asked = Object.values(health.finding[code]).flatMap(placeholdersOf);
  expect(new Set(asked)).toEqual(new Set(Object.keys(VALUES[code] ?? {})));
});

it('what to do is said without values', () => {
  const asking = CODES.filter(
    (code) => placeholdersOf(health.finding[code]['todo'] ?? '').length > 0,
  );
  expect(asking).toEqual([]);
});

it('everything but what is fine says what to do', () => {
  const silent = CODES.filter((code) => health.finding[code]['todo'] === undefined);
  const fine = /_(good|working|renewed|granted|approved|fit|arrive|none|answers|right|placed|off)$/;
  expect(silent.filter((code) => !fine.test(code))).toEqual([]);
});

it('fields and reasons are said in the reader’s words, and times as they write them', () => {
  const inGerman = messagesIn('de', 'staff');
  const said = (code: FindingCode) =>
    presentFinding({ code, state: 'unknown', values: VALUES[code] ?? {} }, inGerman).means;
  expect(said('fields_unseen')).toContain('Telefon, Adresse');
  expect(said('not_readable')).toContain('es kam rechtzeitig keine Antwort');
  expect(said('token_good')).toMatch(/30\.11\.2026/);
});

it('the whole is as bad as the worst of it, and topics and costs come as they were read', () => {
  const unread = err({ code: 'not_looked_at' } as const);
  const facts = {
    webhooks: ok({ topics: [{ topic: 'orders/paid', lastAt: NOW }], orderChangedAt: null }),
    costs: ok([
      { document: 'A', expected: 1, reported: 1, isAsked: true },
      { document: 'B', expected: 10, reported: null, isAsked: false },
    ]),
    theme: unread,
  } as never;
  const view = presentHealth(
    {
      lookedAt: NOW,
      facts,
      checked: [
        {
          check: 'webhooks',
          findings: [{ code: 'webhooks_no_orders', state: 'unknown', values: {} }],
        },
        { check: 'costs', findings: [{ code: 'token_missing', state: 'broken', values: {} }] },
      ],
    },
    messagesIn('en', 'staff'),
  );
  expect(view.state).toBe('broken');
  expect(view.checks.map(({ topics, costs }) => [topics, costs])).toEqual([
    [[{ topic: 'orders/paid', lastAt: '2026-11-30T12:00:00.000Z' }], null],
    [null, [{ document: 'A', expected: 1, reported: 1 }]],
  ]);
});
