import { env, stdout } from 'node:process';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { WEBHOOK_TOPICS } from '../../app/ingress/webhook-topics.ts';
import { openWebStage, type WebStage } from '../integration/bad-input/web-stage.ts';
import { exchangeRaw, openRaw, statusOf } from '../integration/http/raw-http.ts';
import { createChance } from '../simulation/chance.ts';
import { builtPaths, ENDPOINTS } from './endpoints.ts';
import { type Hostile, hostileRequest } from './hostile.ts';
import { recorded, replayedWebhook, SWAP_KINDS } from './replays.ts';

/* Requests that mean no good, over every endpoint of the built app. */

/** In each round. */
const REQUESTS = Number(env['UNORDER_ATTACK_REQUESTS'] ?? 100);
const SEED = Number(env['UNORDER_ATTACK_SEED'] ?? 1);
/** The first two fill what is remembered on purpose; from the second to the last nothing may be added. */
const ROUNDS = Number(env['UNORDER_ATTACK_ROUNDS'] ?? 3);
/** So many at once. */
const LANES = 8;
/** What the process may have grown by when all is over; a body that is kept would be a mebibyte each. */
const MOST_GROWTH_MIB = 150;
/**
 * What may be left of a round once the garbage is collected. A heap breathes by two or three MiB; of a thousand
 * requests, kept with their headers alone, more would be left.
 */
const MOST_LEFT_MIB = 4;

let stage: WebStage;

beforeAll(async () => {
  stage = await openWebStage({ isMeasured: true });
}, 240_000);
afterAll(() => stage.close());

test('every route of the build is attacked', async () => {
  const missed = (await builtPaths()).filter((path) => !(path in ENDPOINTS));
  expect(missed).toEqual([]);
});

test(`of ${ROUNDS} × ${REQUESTS} hostile requests none is accepted, none fails, nothing changes or is kept`, async () => {
  const chance = createChance(SEED);
  const order = stage.placeOrder();
  const foreign = stage.placeOrder(stage.otherShop);
  const paths = Object.entries(ENDPOINTS);
  const round = (): Hostile[] =>
    Array.from({ length: REQUESTS }, (_one, index) => {
      // Every endpoint is attacked as often as every other.
      const [path, audience] = paths[index % paths.length] ?? ['/', 'public' as const];
      const stranger = { ...stage.shop.customer, id: 1_000_000 + index };
      return hostileRequest(chance, path, audience, {
        secret: stage.clientSecret,
        staffToken: stage.staffToken(),
        customerToken: stage.customerToken(index % 2 ? stranger : stage.shop.customer),
        shop: stage.shop.domain,
        ownOrder: String(order.id),
        foreignOrder: String(foreign.id),
      });
    });
  const before = await stage.memoryMiB();
  const slow = Array.from({ length: 20 }, (_one, index) => {
    const connection = openRaw(stage.url);
    connection.send(SLOW[index % SLOW.length] ?? '');
    return connection.closed;
  });
  const heaps = [await stage.heapMiB()];
  const heard = new Heard();
  await stage.changingNothing(async () => {
    for (let left = ROUNDS; left > 0; left -= 1) {
      await fire(round(), heard);
      heaps.push(await stage.heapMiB());
    }
  });
  for (const ms of await Promise.all(slow)) expect(ms).toBeLessThan(20_000);
  const grown = (await stage.memoryMiB()) - before;
  const [second = 0, last = 0] = heaps.slice(-2);
  stdout.write(
    `${heard.summary()}\n${ROUNDS} rounds of ${REQUESTS} requests of seed ${SEED}, ${slow.length} slow ` +
      `connections\nheap after collection ${heaps.map((mib) => mib.toFixed(1)).join(', ')} MiB; ` +
      `resident memory grew by ${Math.round(grown)} MiB\n`,
  );
  if (heard.wrong.length > 0) stdout.write(`${stage.errors()}\n`);
  expect(heard.wrong.slice(0, 10)).toEqual([]);
  expect((await fetch(`${stage.url}/livez`)).status).toBe(200);
  expect(grown).toBeLessThan(MOST_GROWTH_MIB);
  expect(last - second).toBeLessThan(MOST_LEFT_MIB);
}, 900_000);

test(`of ${REQUESTS} genuine webhooks under swapped headers, stale or sent again, none does anything`, async () => {
  const chance = createChance(SEED);
  const { shop, otherShop } = stage;
  for (const of of [shop, otherShop]) {
    const { commerce, faults, webhooks } = of.world;
    // All of it has happened before anything is compared.
    faults.inject({
      fault: { at: 'job', job: 'order_cancel', effect: { kind: 'at_once' } },
      count: 1,
    });
    const cancelled = stage.placeOrder(of);
    commerce.cancelInAdmin(of.domain, cancelled.id, { refund: true });
    await expect.poll(() => cancelled.cancelledAt, { timeout: 10_000 }).not.toBeNull();
    const sent = stage.placeOrder(of);
    commerce.fulfill(of.domain, sent.id);
    const held = stage.placeOrder(of);
    const work = held.fulfillmentOrders[0]?.id ?? 0;
    commerce.holdByOtherApp(of.domain, held.id, work, { appTitle: 'Careful Checks' });
    webhooks.sendPrivacyRequest(of.domain, stage.clientId, {
      topic: 'customers/data_request',
      customerId: of.customer.id,
    });
  }
  const everyDelivery = stage.deliveries().map((one) => recorded(one, stage.clientSecret));
  expect(
    new Set(everyDelivery.map(({ headers }) => headers['X-Shopify-Topic'])).size,
  ).toBeGreaterThan(6);
  // What Shopify sends itself arrives first, and is applied.
  await stage.work();
  const heard = new Heard();
  await fire(
    everyDelivery.map((one) => replayedWebhook(chance, 'replayed', one, { topics: [], shops: [] })),
    heard,
  );
  await stage.idle();
  const about = {
    topics: [...WEBHOOK_TOPICS.keys()],
    shops: [shop.domain, otherShop.domain],
  };
  const attacks = Array.from({ length: REQUESTS }, (_one, index) =>
    replayedWebhook(
      chance,
      SWAP_KINDS[index % SWAP_KINDS.length] ?? '',
      chance.oneOf(everyDelivery),
      about,
    ),
  );
  await stage.changingNothing(
    async () => {
      await fire(attacks, heard);
      await stage.idle();
    },
    // That something came is noted, and looked into.
    ['public.webhook_inbox', 'pgboss.job', 'public.erasures'],
  );
  // Of an order of another shop the platform confirms that this one has none: the lists keep it out.
  expect(['deleted_order']).toEqual(expect.arrayContaining(await stage.erased()));
  stdout.write(`${heard.summary()}\n`);
  expect(heard.wrong.slice(0, 10)).toEqual([]);
  expect(heard.statuses().filter((status) => status === 200).length).toBeGreaterThan(0);
}, 600_000);

/** What was answered. */
class Heard {
  readonly wrong: string[] = [];
  readonly #counts = new Map<string, number>();

  note(index: number, hostile: Hostile, heard: string): void {
    const status = statusOf(heard);
    const key = `${hostile.kind.padEnd(28)} ${status ?? 'hung up'}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    const fault = faultIn(hostile, heard, status);
    if (fault) this.wrong.push(`${index} ${hostile.kind}: ${fault}\n${hostile.text.slice(0, 300)}`);
  }

  statuses(): readonly number[] {
    return [...this.#counts.keys()].map((key) => Number(key.slice(-3)));
  }

  summary(): string {
    return [...this.#counts]
      .sort()
      .map(([key, count]) => `${key} ${count}`)
      .join('\n');
  }
}

/** Sends them all, several at once. */
async function fire(attacks: readonly Hostile[], heard: Heard): Promise<void> {
  const queue = attacks.entries();
  const lane = async (): Promise<void> => {
    for (const [index, hostile] of queue) {
      heard.note(index, hostile, await exchangeRaw(stage.url, hostile.text));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Begun and never ended. */
const SLOW = [
  '',
  'GET /app HTTP/1.1\r\nHost: app\r\nX: ',
  'POST /webhooks HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  'POST /auth/login HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
];

function faultIn({ isOpen }: Hostile, heard: string, status: number | null): string | null {
  if (status === null) return null;
  if (status >= 500) return `answered ${status}`;
  // To be sent to the login is no acceptance.
  if (status < 300 && !isOpen) return `accepted with ${status}`;
  const [head = ''] = heard.split('\r\n\r\n', 1);
  // Led on within the app, somebody keeps what they asked for.
  const repeats = (line: string) =>
    /evil\.example/i.test(line) && !/^location: \/[^/\\]/i.test(line);
  if (head.split('\r\n').some(repeats)) return `a header repeats the attacker: ${head}`;
  return /node_modules|\n\s+at /.test(heard) ? 'a stack is shown' : null;
}
