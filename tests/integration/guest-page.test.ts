import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { OrderContact } from '../../app/application/guest/ports.ts';
import { sendGuestCode } from '../../app/application/guest/send-code.ts';
import type { Mail } from '../../app/application/mail/ports.ts';
import type { ScheduledJob } from '../../app/application/shared/queue.ts';
import type { Container } from '../../app/container.server.ts';
import type { LineItemId } from '../../app/domain/ids.ts';
import { err, ok } from '../../app/domain/result.ts';
import { HOUR, MINUTE } from '../../app/domain/time.ts';
import { createDatabase, type Database } from '../../app/persistence/database/database.ts';
import { createGuestChallenges } from '../../app/persistence/guest/guest-challenges.ts';
import { createGuestRateLimits } from '../../app/persistence/guest/guest-rate-limits.ts';
import { createGuestSecrets } from '../../app/persistence/guest/guest-secrets.ts';
import { createPrivacyStore } from '../../app/persistence/privacy/privacy-store.ts';
import { action, loader } from '../../app/routes/proxy.cancel/route.tsx';
import {
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  PLACED_AT,
  suggestion,
} from '../support/facts/order-facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/postgres.ts';
import { type Proxied, proxiedRequest } from '../support/stages/proxied-request.ts';
import {
  createRouteContext,
  API_SECRET,
  OTHER_SHOP,
  type RouteContext,
  SHOP,
} from '../support/stages/route-context.ts';

/* The guests' page over a real PostgreSQL, two processes' worth of it, and a platform that is kept in memory. */

/** Two kettles for 50.00 EUR each. */
const ORDER = order({
  lines: [lineItem({ quantity: 2 })],
  fulfillmentOrders: [
    fulfillmentOrder({
      lines: [{ lineItemId: 'gid://shopify/LineItem/1' as LineItemId, remainingQuantity: 2 }],
    }),
  ],
});
const CONTACT: OrderContact = {
  id: ORDER.id,
  name: ORDER.name,
  email: 'casey@example.com',
  phones: ['+49 1512 3456789'],
};
const NUMBER = ORDER.name.replace('#', '');

let testDatabase: TestDatabase;
let databases: Database[];
let web: Process;
let otherWeb: Process;
let now: number;

interface Process extends RouteContext {
  readonly container: Container;
}

const jobs: ScheduledJob[] = [];
const mails: Mail[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const open = () =>
    createDatabase({
      url: testDatabase.url,
      connections: 4,
      onConnectionLost: () => undefined,
    });
  databases = [open(), open()];
});

afterAll(async () => {
  for (const database of databases) await database.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  now = PLACED_AT + MINUTE;
  jobs.length = 0;
  mails.length = 0;
  const [first, second] = databases as [Database, Database];
  await first.pool.query('DELETE FROM guest_challenges');
  await first.pool.query('DELETE FROM guest_attempts');
  [web, otherWeb] = await Promise.all([processOn(first), processOn(second)]);
});

/** A process of the app with its own connections; the clock is the same for all. */
async function processOn(database: Database): Promise<Process> {
  const route = await createRouteContext({
    orders: [ORDER],
    platform: {
      readOrderForRefund: async (_shop, _id, { lines }) => {
        const suggested = {
          ...suggestion(ORDER),
          lines: lines.map(({ lineItemId, quantity }) => ({
            lineItemId,
            quantity,
            subtotal: eur(5_000 * quantity),
            tax: eur(0),
          })),
        };
        return ok({ order: ORDER, suggested });
      },
      readRecipient: async () =>
        ok({
          shopName: 'Kettles',
          shopEmail: 'shop@example.com',
          storefrontUrl: 'https://kettles.example.com',
          orderName: ORDER.name,
          orderStatusUrl: 'https://kettles.example.com/orders/1?key=secret',
          email: CONTACT.email,
          firstName: 'Casey',
          locale: 'en',
        }),
    },
  });
  const container: Container = {
    ...route.context.container,
    clock: { now: () => now },
    ids: { uuid: () => crypto.randomUUID() },
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return ok(null);
      },
    },
    guestSecrets: createGuestSecrets('a-client-secret'),
    guestOrders: { named: async () => ok([CONTACT]) },
    guestChallenges: createGuestChallenges(database, async (_sql, all) => void jobs.push(...all)),
    rateLimits: createGuestRateLimits(database),
  };
  return { ...route, container, context: { ...route.context, container } };
}

async function answered(proxied: Partial<Proxied> = {}, at = web): Promise<Response> {
  const request = proxiedRequest('/proxy/cancel', { at: now, ...proxied });
  const given = { request, context: at.context, params: {} };
  return proxied.form ? action(given) : loader(given);
}

/** A page, after wherever the answer leads, as a browser shows it. */
async function visit(proxied: Partial<Proxied> = {}, at = web): Promise<Page> {
  const response = await answered(proxied, at);
  const location = response.headers.get('Location');
  if (response.status === 303 && location !== null) {
    const { shop, headers, at: sentAt } = proxied;
    const read = {
      ...(shop && { shop }),
      ...(headers && { headers }),
      ...(sentAt && { at: sentAt }),
    };
    return visit({ ...read, query: queryOf(location) }, at);
  }
  return { status: response.status, html: await response.text(), headers: response.headers };
}

const queryOf = (location: string) =>
  Object.fromEntries(new URL(location, 'https://kettles.example.com').searchParams);

interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

const post = (form: Record<string, string>, proxied: Partial<Proxied> = {}, at = web) =>
  visit({ form, ...proxied }, at);

const ask = (changes: { orderName?: string; contact?: string } = {}, proxied = {}, at = web) =>
  post({ step: 'ask', orderName: NUMBER, contact: 'casey@example.com', ...changes }, proxied, at);

/** What the page carries to its next step in a hidden field. */
function hidden({ html }: Page, name: string): string {
  return new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** Works on what was enqueued, as the worker does. */
async function work(at = web): Promise<void> {
  for (const { job } of jobs.splice(0)) {
    if (job.name === 'send-guest-code')
      await sendGuestCode(at.container, job.shop, job.challengeId);
  }
}

const codeIn = (mail: Mail | undefined): string =>
  mail?.content.template === 'guest_code' ? mail.content.code : '';

const answer = (page: Page, code: string, proxied = {}, at = web) =>
  post({ step: 'code', challengeId: hidden(page, 'challengeId'), code }, proxied, at);

/** The page after a right code, with the order and a token. */
async function opened(): Promise<Page> {
  const asked = await ask();
  await work();
  return answer(asked, codeIn(mails[0]));
}

/** The page without what differs by chance. */
const withoutId = ({ html }: Page): string =>
  html.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');

describe('case 47: hit and miss', () => {
  const MISSES = [
    ['an order that does not exist', { orderName: '9999' }],
    ['a contact that is not the order’s', { contact: 'robin@example.com' }],
    ['a phone number that is not the order’s', { contact: '+49 1512 0000000' }],
    ['neither', { orderName: 'x', contact: 'y' }],
  ] as const;

  test.each(MISSES)('get the same answer with %s', async (_what, typed) => {
    const hit = await ask();
    const miss = await ask(typed, { headers: { 'X-Forwarded-For': '203.0.113.8' } });
    expect(miss.status).toBe(hit.status);
    expect(withoutId(miss)).toBe(withoutId(hit));
    expect([...miss.headers].sort()).toEqual([...hit.headers].sort());
    await work();
    expect(mails).toHaveLength(1);
  });

  test('take the same work before the answer: nothing is looked up', async () => {
    const lookUps: string[] = [];
    const container = {
      ...web.container,
      guestOrders: {
        named: async (_shop: string, name: string) => {
          lookUps.push(name);
          return ok([CONTACT]);
        },
      },
    };
    const blind = { ...web, container, context: { ...web.context, container } };
    await ask({}, {}, blind);
    await ask({ orderName: '9999' }, {}, blind);
    expect(lookUps).toEqual([]);
    expect(jobs).toHaveLength(2);
    await work(blind);
    expect(lookUps).toHaveLength(2);
  });

  test('get the same answer to a wrong code', async () => {
    const [hit, miss] = [await ask(), await ask({ orderName: '9999' })];
    await work();
    const wrong = codeIn(mails[0]) === '000000' ? '000001' : '000000';
    const [afterHit, afterMiss] = [await answer(hit, wrong), await answer(miss, wrong)];
    expect(afterMiss.status).toBe(afterHit.status);
    expect(withoutId(afterMiss)).toBe(withoutId(afterHit));
  });
});

describe('case 47: the code', () => {
  test('goes to the order’s own address, in the recipient’s hands only', async () => {
    await ask({ contact: '01512 3456789' });
    await work();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to.email).toBe('casey@example.com');
    expect(codeIn(mails[0])).toMatch(/^\d{6}$/);
  });

  test('opens the order', async () => {
    const page = await opened();
    expect(page.status).toBe(200);
    expect(page.html).toContain(`Order ${ORDER.name}`);
    expect(tokenIn(page)).not.toBe('');
  });

  test('opens it once', async () => {
    const asked = await ask();
    await work();
    const code = codeIn(mails[0]);
    const both = await Promise.all([answer(asked, code), answer(asked, code, {}, otherWeb)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await answer(asked, code)).status).toBe(422);
  });

  test('is void after ten minutes', async () => {
    const asked = await ask();
    await work();
    now += 10 * MINUTE;
    expect((await answer(asked, codeIn(mails[0]))).status).toBe(422);
  });

  test('is void after five wrong ones, in whatever process', async () => {
    const asked = await ask();
    await work();
    const code = codeIn(mails[0]);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await answer(asked, wrong, {}, tries % 2 ? otherWeb : web)).status).toBe(422);
    }
    expect((await answer(asked, code)).status).toBe(422);
  });

  test('answers its own challenge and no other', async () => {
    const [first, second] = [await ask(), await ask()];
    await work();
    const codes = mails.map(codeIn);
    if (codes[0] !== codes[1]) expect((await answer(second, codes[0] ?? '')).status).toBe(422);
    expect((await answer(first, codes[0] ?? '')).status).toBe(200);
  });

  test('is worth nothing in another shop', async () => {
    const asked = await ask();
    await work();
    const page = await answer(asked, codeIn(mails[0]), { shop: OTHER_SHOP });
    expect(page.status).toBe(422);
  });

  test('is sent anew when the mail server was not reached, and the first is void', async () => {
    const asked = await ask();
    const [scheduled] = jobs;
    const container = {
      ...web.container,
      mailer: {
        send: async (mail: Mail) => {
          mails.push(mail);
          return err({
            kind: 'mail_failed' as const,
            code: 'ETIMEDOUT',
            message: 'The mail server was not reached.',
            mayHaveApplied: true,
            retryAfter: null,
          });
        },
      },
    };
    await expect(work({ ...web, container })).rejects.toThrow('ETIMEDOUT');
    if (scheduled) jobs.push(scheduled);
    await work();
    const [lost, arrived] = mails.map(codeIn);
    if (lost !== arrived) expect((await answer(asked, lost ?? '')).status).toBe(422);
    expect((await answer(asked, arrived ?? '')).status).toBe(200);
  });

  test('can be read by nobody in the database, nor can whoever asked', async () => {
    await ask();
    await work();
    const [database] = databases as [Database];
    const stored = await Promise.all(
      ['guest_challenges', 'guest_attempts'].map((table) =>
        database.pool.query(`SELECT * FROM ${table}`),
      ),
    );
    const text = JSON.stringify(stored.map(({ rows }) => rows as unknown));
    expect(text).toContain(ORDER.id);
    for (const secret of [codeIn(mails[0]), 'casey', 'example.com', '203.0.113.7']) {
      expect(text).not.toContain(secret);
    }
  });

  test.each(['', 'x', '12345', 'not-a-uuid', "' OR 1=1 --"])('is not %j', async (code) => {
    const asked = await ask();
    await work();
    expect((await answer(asked, code || ' ')).status).toBe(422);
    expect((await post({ step: 'code', challengeId: code, code: '123456' })).status).toBe(422);
  });
});

describe('case 47: limits', () => {
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
  const addresses = (count: number) =>
    Array.from({ length: count }, (_one, index) => `198.51.100.${index}`);

  test('stop one address after ten questions, over all processes', async () => {
    for (let index = 0; index < 10; index += 1) {
      const typed = { orderName: `${index}`, contact: `casey${index}@example.com` };
      expect((await ask(typed, {}, index % 2 ? otherWeb : web)).status).toBe(200);
    }
    const typed = { orderName: '11', contact: 'eleven@example.com' };
    expect((await ask(typed, {}, otherWeb)).status).toBe(429);
    expect((await ask(typed, from('203.0.113.99'))).status).toBe(200);
  });

  test('stop one place that asks for one order as one contact, after five', async () => {
    for (let index = 0; index < 5; index += 1) expect((await ask()).status).toBe(200);
    // However it is written.
    const loud = { orderName: ` # ${NUMBER} `, contact: ' CASEY@example.com' };
    expect((await ask(loud, {}, otherWeb)).status).toBe(429);
    expect((await ask({}, from('203.0.113.99'))).status).toBe(200);
  });

  test('cannot be used up for the owner by strangers, whatever they know', async () => {
    const { length: many } = addresses(20);
    for (const [index, address] of addresses(many).entries()) {
      // One knows the order, another the contact.
      await ask({ contact: `stranger${index}@example.com` }, from(address));
      await ask({ orderName: `${index}` }, from(`198.51.101.${index}`));
    }
    await work();
    expect(mails).toEqual([]);
    const asked = await ask();
    expect(asked.status).toBe(200);
    await work();
    expect((await answer(asked, codeIn(mails[0]))).status).toBe(200);
  });

  test('stop codes to one mailbox after ten, and whoever asks sees no difference', async () => {
    const pages = [];
    for (const address of addresses(12)) pages.push(await ask({}, from(address)));
    await work();
    expect(mails).toHaveLength(10);
    expect(new Set(pages.map(withoutId)).size).toBe(1);
    now += HOUR;
    await ask();
    await work();
    expect(mails).toHaveLength(11);
  });

  test('of the shop bound a crowd, and nobody’s first questions', async () => {
    // 150 places with four questions each: two of each come from the crowd's 300.
    for (let place = 0; place < 151; place += 1) {
      for (let index = 0; index < 4; index += 1) {
        await ask({ orderName: `${place}-${index}` }, from(`192.0.2.${place}`));
      }
    }
    const newcomer = from('203.0.113.99');
    const statuses = [];
    for (const orderName of ['1', '2', '3'])
      statuses.push((await ask({ orderName }, newcomer)).status);
    expect(statuses).toEqual([200, 200, 429]);
    now += 15 * MINUTE;
    expect((await ask({ orderName: '4' }, newcomer)).status).toBe(200);
  }, 60_000);

  test('count by the entry that Shopify made, not by what a visitor writes before it', async () => {
    const lie = (index: number) => from(`198.51.100.${index}, 203.0.113.50, 10.0.0.1`);
    for (let index = 0; index < 10; index += 1) {
      expect((await ask({ orderName: `${index}` }, lie(index))).status).toBe(200);
    }
    expect((await ask({ orderName: '11' }, lie(11))).status).toBe(429);
  });

  test('stop one address after thirty codes, and a blocked code uses up no try', async () => {
    const asked = await ask();
    await work();
    const challengeId = '00000000-0000-4000-8000-000000000000';
    for (let index = 0; index < 30; index += 1) {
      await post({ step: 'code', challengeId, code: '000000' }, {}, index % 2 ? otherWeb : web);
    }
    const code = codeIn(mails[0]);
    for (let index = 0; index < 6; index += 1) expect((await answer(asked, code)).status).toBe(429);
    expect((await answer(asked, code, from('203.0.113.99'))).status).toBe(200);
  });

  test('hold for existing and missing orders alike', async () => {
    const statuses = async (orderName: string, last: string) => {
      const seen: number[] = [];
      for (const [index, address] of addresses(6).entries()) {
        const typed = { orderName, contact: `${last}${index}@example.com` };
        seen.push((await ask(typed, from(`${address}${last}`))).status);
      }
      return seen;
    };
    expect(await statuses(NUMBER, '1')).toEqual(await statuses('9999', '2'));
  });

  test('of one shop leave another’s visitors alone', async () => {
    for (let index = 0; index < 5; index += 1) await ask();
    expect((await ask()).status).toBe(429);
    expect((await ask({}, { shop: OTHER_SHOP })).status).toBe(200);
  });

  test('say how long to wait, and end', async () => {
    for (let index = 0; index < 5; index += 1) await ask();
    const page = await ask();
    expect(page.html).toContain('in 60 minutes');
    now += HOUR;
    expect((await ask()).status).toBe(200);
  });

  test('count every one of many questions at once', async () => {
    const pages = await Promise.all(
      Array.from({ length: 12 }, (_one, index) => ask({}, {}, index % 2 ? otherWeb : web)),
    );
    expect(pages.filter(({ status }) => status === 200)).toHaveLength(5);
  });
});

/** The order's page at its own address, with what was chosen of it. */
const view = (token: string, proxied: Partial<Proxied> = {}, at = web) =>
  visit({ ...proxied, query: { order: token, ...proxied.query } }, at);

/** What the choice on the order's page leads to: the look before it is confirmed. */
const lookOver = (page: Page, choice: Record<string, string> = {}) =>
  view(tokenIn(page), { query: { chosen: '1', scope: 'order', ...choice } });

const tokenIn = (page: Page): string => hidden(page, 'order') || hidden(page, 'token');

describe('case 47: the token', () => {
  test('opens its order for half an hour', async () => {
    const token = tokenIn(await opened());
    now += 30 * MINUTE - 1;
    expect((await view(token)).status).toBe(200);
    now += 1;
    const page = await view(token);
    expect(page.status).toBe(403);
    expect(page.html).not.toContain(`Order ${ORDER.name}`);
  });

  test('opens nothing in another shop', async () => {
    const token = tokenIn(await opened());
    expect((await view(token, { shop: OTHER_SHOP })).status).toBe(403);
  });

  test('of the release before asks for a new code, and breaks nothing', async () => {
    const claim = { shop: SHOP, orderId: ORDER.id, purpose: 'cancel', expiresAt: now + HOUR };
    const payload = Buffer.from(JSON.stringify(claim)).toString('base64url');
    const key = createHmac('sha256', API_SECRET).update('unorder guest token').digest();
    const signature = createHmac('sha256', key).update(payload).digest('base64url');
    const page = await view(`${payload}.${signature}`);
    expect(page.status).toBe(403);
    expect(page.html).toContain('name="orderName"');
    expect(page.html).toContain('role="alert"');
  });

  test('is needed to see the order', async () => {
    expect((await view('made-up')).status).toBe(403);
    const without = await visit({ query: { chosen: '1' } });
    expect(without.html).toContain('name="orderName"');
  });

  test.each(['confirm', 'withdraw'])('is needed for %s', async (step) => {
    const shown = { known: '', shownAmount: '100.00', shownCurrency: 'EUR' };
    expect((await post({ step, token: 'made-up', ...shown })).status).toBe(403);
    expect((await post({ step, ...shown })).status).toBe(422);
  });

  test('is heard of by no other site, and kept nowhere', async () => {
    for (const page of [await opened(), await lookOver(await opened())]) {
      expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(page.headers.get('Cache-Control')).toBe('no-store');
    }
    const led = await answered({ form: { step: 'withdraw', token: tokenIn(await opened()) } });
    expect(led.headers.get('Referrer-Policy') ?? 'no-referrer').toBe('no-referrer');
  });

  test('comes back to the order without another code', async () => {
    const token = tokenIn(await opened());
    const sent = mails.length;
    now += 20 * MINUTE;
    expect((await view(token, {}, otherWeb)).html).toContain(`Order ${ORDER.name}`);
    await work();
    expect(mails).toHaveLength(sent);
  });
});

describe('each step that does something', () => {
  test('leads to an address of its own, so that going back or reading again sends nothing', async () => {
    const asked = await answered({
      form: { step: 'ask', orderName: NUMBER, contact: 'casey@example.com' },
    });
    expect(asked.status).toBe(303);
    await work();
    const { challenge = '' } = queryOf(asked.headers.get('Location') ?? '');
    const wrong = await answered({ form: { step: 'code', challengeId: challenge, code: 'x' } });
    expect(wrong.status).toBe(303);
    const right = await answered({
      form: { step: 'code', challengeId: challenge, code: codeIn(mails[0]) },
    });
    expect(right.status).toBe(303);
    const { order: token = '' } = queryOf(right.headers.get('Location') ?? '');
    const withdrawn = await answered({ form: { step: 'withdraw', token } });
    expect(withdrawn.status).not.toBe(200);
  });

  test('is no part of a look: the choice is in the address, and a look changes nothing', async () => {
    const page = await lookOver(await opened(), { scope: 'lines', 'take 1': '1' });
    expect(page.html).toContain('€50.00');
    expect(web.database.allCancellations()).toHaveLength(0);
  });
});

describe('case 47: a guest', () => {
  const confirm = (page: Page, changes: Record<string, string> = {}) =>
    post({
      step: 'confirm',
      token: hidden(page, 'token'),
      known: hidden(page, 'known'),
      shownAmount: hidden(page, 'shownAmount'),
      shownCurrency: hidden(page, 'shownCurrency'),
      reasonId: 'changed_mind',
      comment: '',
      ...changes,
    });
  const cancellation = () => web.database.cancellations.findLatest(SHOP, ORDER.id);

  test('is shown what comes back, confirms it, and takes the request back', async () => {
    const page = await lookOver(await opened());
    expect(page.html).toContain('€100.00');
    const confirmed = await confirm(page, { comment: 'I have <b>two</b> {{ already }}.' });
    expect(confirmed.status).toBe(200);
    expect(await cancellation()).not.toBeNull();
    expect(confirmed.html).toContain('I have &lt;b&gt;two&lt;/b&gt; &#123;{ already }}.');
    const token = tokenIn(confirmed);
    const withdrawn = await post({ step: 'withdraw', token });
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.html).toContain('You withdrew your request');
  });

  test('can have a part of it: the amount shown is that of what was chosen', async () => {
    const page = await lookOver(await opened());
    const choice = { scope: 'lines', 'take 1': '1' };
    // Confirmed without a look at the new amount.
    expect((await confirm(page, choice)).status).toBe(409);
    const quoted = await lookOver(page, choice);
    expect(quoted.status).toBe(200);
    expect(quoted.html).toContain('€50.00');
    expect((await confirm(quoted, choice)).status).toBe(200);
    const id = await cancellation();
    const stored = id && (await web.database.cancellations.load(SHOP, id));
    expect(stored?.events[0]).toMatchObject({
      channel: 'guest_page',
      plan: { refund: { selection: { kind: 'lines', lines: [{ quantity: 1 }] } } },
    });
  });

  test('who presses twice has one cancellation', async () => {
    const page = await lookOver(await opened());
    const pages = await Promise.all([confirm(page), confirm(page)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect((await confirm(page)).status).toBe(200);
    expect(web.database.allCancellations()).toHaveLength(1);
  });

  test('is asked again when the amount is another than the one shown', async () => {
    const page = await lookOver(await opened());
    const refused = await confirm(page, { shownAmount: '90.00' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('has changed since this page was opened');
    expect(hidden(refused, 'shownAmount')).toBe('100.00');
    expect(await cancellation()).toBeNull();
  });

  test.each([
    ['an unknown reason', { reasonId: 'whim' }],
    ['an amount that is none', { shownAmount: '1e2' }],
    ['a comment that is too long', { comment: 'a'.repeat(1001) }],
    ['no reason', { reasonId: '' }],
  ])('is refused with %s, and keeps what was written', async (_what, changes) => {
    const refused = await confirm(await lookOver(await opened()), {
      comment: 'Only this once.',
      ...changes,
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('comment' in changes ? changes.comment : 'Only this once.');
    expect(await cancellation()).toBeNull();
  });

  test('is asked for a reason beside its field, and none is chosen for them', async () => {
    const page = await lookOver(await opened());
    expect(page.html).toMatch(/<option value="" selected="">/);
    const refused = await confirm(page, { reasonId: '' });
    expect(refused.html).toMatch(/id="unorder-reason-fault"[^>]*>Please choose a reason\./);
    expect(refused.html).not.toContain('unorder-note" role="alert"');
  });

  test('who chose nothing is told so, and can choose', async () => {
    const page = await lookOver(await opened(), { scope: 'lines' });
    expect(page.html).toContain('Choose what you want to cancel.');
    expect(page.html).not.toContain('unorder-button unorder-confirm');
  });

  test('sees the status change by itself for as long as something happens', async () => {
    const confirmed = await confirm(await lookOver(await opened()));
    expect(confirmed.html).toMatch(/data-unorder-next="\d+"/);
    expect(confirmed.html).toContain('<script>');
    const withdrawn = await post({ step: 'withdraw', token: tokenIn(confirmed) });
    expect(withdrawn.html).toContain('You withdrew your request');
  });

  test('case 61: who is told no is led to the shop, by a mail that names the order', async () => {
    now = PLACED_AT + HOUR + MINUTE;
    const toldNo = await opened();
    expect(toldNo.html).toMatch(/<a href="mailto:[^"]+@[^"]+\?subject=%23\d+"/);
    expect(toldNo.html).not.toContain('/policies/refund-policy');
  });

  test('can look again after Shopify did not answer', async () => {
    const page = await opened();
    const { platform } = web.container;
    const silent: typeof platform.readOrder = async () =>
      err({
        kind: 'unavailable',
        code: null,
        message: 'No answer.',
        mayHaveApplied: false,
        retryAfter: null,
      });
    const container = { ...web.container, platform: { ...platform, readOrder: silent } };
    const down = { ...web, container, context: { ...web.context, container } };
    const token = tokenIn(page);
    const notShown = await view(token, {}, down);
    expect(notShown.status).toBe(503);
    expect(notShown.html).toContain('Nothing was changed');
    expect(notShown.html).toContain('order=');
    expect((await view(token)).status).toBe(200);
  });

  test('cannot post a book', async () => {
    expect(
      (await confirm(await lookOver(await opened()), { comment: 'a'.repeat(100_000) })).status,
    ).toBe(422);
    expect(await cancellation()).toBeNull();
  });
});

describe('the guests’ page', () => {
  test('asks for the order, and keeps what was typed out of its address', async () => {
    const { html } = await visit({ query: { locale: 'de' } });
    expect(html).toContain('lang="de"');
    expect(html).toMatch(/<form method="post" action="\/apps\/unorder\/cancel\?locale=de"/);
  });

  test('is not available, and says what else to do, in a shop whose mails the app does not send', async () => {
    const container = { ...web.container, ownMail: false };
    const quiet = { ...web, container, context: { ...web.context, container } };
    const page = await visit({}, quiet);
    expect(page.html).toContain('order confirmation');
    expect(page.html).not.toContain('<form');
    await ask({}, {}, quiet);
    expect(jobs).toEqual([]);
  });

  test.each(['', 'elsewhere'])('refuses a form with the step %j', async (step) => {
    expect((await post({ step })).status).toBe(422);
  });

  test('shows nothing to whoever does not come through the storefront', async () => {
    const request = proxiedRequest('/proxy/cancel', { at: now, secret: 'another-secret' });
    const response = await loader({ request, context: web.context, params: {} });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
  });

  test('names what nobody foresaw by a reference that is in the log', async () => {
    const container = {
      ...web.container,
      rateLimits: {
        take: () => Promise.reject(new Error('a bug')),
        forgetOver: async () => undefined,
      },
    };
    const page = await ask({}, {}, { ...web, container, context: { ...web.context, container } });
    expect(page.status).toBe(500);
    expect(page.html).toContain('request-1');
    expect(web.errors.map(({ fields }) => fields['requestId'])).toContain('request-1');
    expect(JSON.stringify(web.errors)).not.toContain('casey@example.com');
  });
});

test('what is remembered of guests goes with the shop, and by itself', async () => {
  const [database] = databases as [Database];
  const { pool } = database;
  const left = async () => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM guest_challenges) + (SELECT count(*) FROM guest_attempts))::int AS count`,
    );
    return rows[0]?.count;
  };
  await ask();
  expect(await left()).toBeGreaterThan(1);
  now += 2 * HOUR;
  await ask();
  expect(await left()).toBe(4);
  await createPrivacyStore(database, async () => undefined).redactShop(SHOP);
  expect(await left()).toBe(0);
});
