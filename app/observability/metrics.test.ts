import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { CancellationStore } from '../application/cancellation/ports.ts';
import type { Mail, Mailer } from '../application/mail/ports.ts';
import type { CancellationId, ShopDomain } from '../domain/ids.ts';
import { ok } from '../domain/result.ts';
import { createMetrics, type QueueLoad } from './metrics.ts';

const SHOP = 'one.myshopify.com' as ShopDomain;
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const LOAD: QueueLoad = { name: 'sync-orders', due: 3, later: 2, active: 1, oldestDueSeconds: 90 };
const quiet = { warn: () => undefined };

const linesOf = async (metrics: { text(): Promise<string> }, name: string): Promise<string[]> =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

test('requests are counted by pattern and class of status, with the time they took', async () => {
  const metrics = createMetrics();
  const of = { method: 'GET', route: '/app/orders/:number', ms: 120 };
  metrics.requestAnswered({ ...of, status: 200 });
  metrics.requestAnswered({ ...of, status: 204 });
  metrics.requestAnswered({ ...of, status: null });
  expect(await linesOf(metrics, 'unorder_http_request_duration_seconds_count')).toEqual([
    'unorder_http_request_duration_seconds_count{method="GET",route="/app/orders/:number",status="2xx"} 2',
    'unorder_http_request_duration_seconds_count{method="GET",route="/app/orders/:number",status="none"} 1',
  ]);
  const text = await metrics.text();
  expect(text).toContain(
    'unorder_http_request_duration_seconds_bucket{le="0.1",method="GET",route="/app/orders/:number",status="2xx"} 0',
  );
  expect(text).toContain(
    'unorder_http_request_duration_seconds_sum{method="GET",route="/app/orders/:number",status="2xx"} 0.24',
  );
});

test('a mail is counted by template and outcome, and nothing of it is told', async () => {
  const metrics = createMetrics();
  const refused = { kind: 'mail_failed', code: null, message: 'no' } as const;
  let fails = false;
  const send: Mailer['send'] = async () =>
    fails
      ? { ok: false, error: { ...refused, mayHaveApplied: false, retryAfter: null } }
      : ok(null);
  const mailer = metrics.mailer({ send });
  const mail = {
    to: { email: 'casey@example.com', firstName: 'Casey' },
    orderName: '#1042',
    content: { template: 'guest_code', code: '123456' },
  } as Mail;
  await mailer.send(mail);
  fails = true;
  expect(await mailer.send(mail)).toMatchObject({ ok: false });
  expect(await linesOf(metrics, 'unorder_mails_total')).toEqual([
    'unorder_mails_total{template="guest_code",outcome="sent"} 1',
    'unorder_mails_total{template="guest_code",outcome="mail_failed"} 1',
  ]);
  expect(await metrics.text()).not.toMatch(/casey|1042|123456/i);
});

test('the end of a cancellation is counted once it is stored, and only then', async () => {
  const metrics = createMetrics();
  let answer: Awaited<ReturnType<CancellationStore['append']>> = 'conflict';
  const store = metrics.store({ append: async () => answer } as unknown as CancellationStore);
  const append = (...events: Parameters<CancellationStore['append']>[2]['events']) =>
    store.append(SHOP, ID, { events } as Parameters<CancellationStore['append']>[2]);
  await append({ type: 'completed' });
  answer = 'appended';
  await append({ type: 'stock_corrected' }, { type: 'completed' });
  await append({ type: 'ended', ending: 'withdrawn' });
  await append({ type: 'stock_corrected' });
  expect(await linesOf(metrics, 'unorder_cancellations_ended_total')).toEqual([
    'unorder_cancellations_ended_total{outcome="completed"} 1',
    'unorder_cancellations_ended_total{outcome="withdrawn"} 1',
  ]);
});

test('the queues are read when somebody asks, once for one answer', async () => {
  const metrics = createMetrics();
  let reads = 0;
  metrics.readQueuesWith(async () => {
    reads += 1;
    return [LOAD];
  }, quiet);
  const text = await metrics.text();
  expect(reads).toBe(1);
  expect(text).toContain('unorder_queue_jobs{queue="sync-orders",state="due"} 3');
  expect(text).toContain('unorder_queue_jobs{queue="sync-orders",state="later"} 2');
  expect(text).toContain('unorder_queue_jobs{queue="sync-orders",state="active"} 1');
  expect(text).toContain('unorder_queue_oldest_due_seconds{queue="sync-orders"} 90');
  expect(text).toContain('unorder_queue_readable 1');
});

// prom-client answers nothing at all when one `collect` throws.
test('while the database is away the rest is told, and of the queues nothing old', async () => {
  const metrics = createMetrics();
  let isAway = false;
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message) };
  metrics.readQueuesWith(
    () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve([LOAD])),
    log,
  );
  metrics.jobFailed('sync-orders');
  await metrics.text();
  isAway = true;
  const text = await metrics.text();
  expect(text).toContain('unorder_queue_readable 0');
  expect(text).toContain('unorder_job_failures_total{job="sync-orders"} 1');
  expect(text).not.toContain('queue="sync-orders"');
  expect(warnings).toEqual(['the queues could not be read for the metrics']);
});

test('however many shops there are, the twenty with the least left are told of, while it is news', async () => {
  let now = 0;
  const metrics = createMetrics({ now: () => now });
  for (let index = 0; index < 5_000; index += 1) {
    const shop = `shop-${index}.myshopify.com` as ShopDomain;
    metrics.budgets.seen(shop, { available: index, maximum: 10_000 });
  }
  metrics.budgets.seen(SHOP, { available: 100, maximum: 2_000 });
  const told = await linesOf(metrics, 'unorder_throttle_budget_ratio');
  expect(told).toHaveLength(20);
  expect(told[0]).toBe(`unorder_throttle_budget_ratio{shop="${SHOP}"} 0.05`);
  now += 3 * 60_000;
  expect(await linesOf(metrics, 'unorder_throttle_budget_ratio')).toEqual([]);
});

test('two processes’ worth of metrics in one do not mix', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.jobGivenUp('sync-orders');
  expect(await linesOf(one, 'unorder_jobs_dead_lettered_total{')).toHaveLength(1);
  expect(await linesOf(other, 'unorder_jobs_dead_lettered_total{')).toEqual([]);
});

const read = (file: string): string => readFileSync(`docs/metrics/${file}`, 'utf8');
const namesIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/\b(?:unorder|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    ),
  );

async function namesThereAre(): Promise<string[]> {
  const metrics = createMetrics();
  metrics.readQueuesWith(async () => [LOAD], quiet);
  metrics.watchProcess();
  return [...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? '');
}

test.each(['dashboard.json', 'alerts.yaml', '../metrics.md'])(
  'every metric that docs/metrics/%s names exists',
  async (file) => {
    const names = namesIn(read(file));
    expect(names.size).toBeGreaterThan(5);
    const there = new Set(await namesThereAre());
    expect([...names].filter((name) => !there.has(name))).toEqual([]);
  },
);

test('every metric of the app’s own is documented and on the dashboard', async () => {
  const own = (await namesThereAre()).filter((name) => name.startsWith('unorder_'));
  expect(own.length).toBeGreaterThan(9);
  for (const file of ['dashboard.json', '../metrics.md']) {
    const named = namesIn(read(file));
    expect(
      own.filter((name) => !named.has(name)),
      file,
    ).toEqual([]);
  }
});
