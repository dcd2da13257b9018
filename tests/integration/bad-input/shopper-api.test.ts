import type { Order } from 'devstore/world';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { BROWSER } from '../../support/pages/browser-headers.ts';
import { forgeToken } from './session-token.ts';
import { openWebStage, type WebStage, WRITTEN_BY_PEOPLE } from './web-stage.ts';

let stage: WebStage;
let order: Order;
let token: string;

beforeAll(async () => {
  stage = await openWebStage();
}, 180_000);
afterAll(() => stage.close());

beforeEach(async () => {
  await stage.forgetAttempts();
  order = stage.placeOrder();
  token = stage.customerToken(stage.shop.customer);
});

interface Asked {
  readonly number?: string;
  readonly authorization?: string;
  readonly body?: string;
  readonly patienceMs?: number;
}

/** The order page runs on another origin than the app. */
const ORDER_PAGE = { origin: 'https://extensions.shopifycdn.com' };

const refusal = z.strictObject({
  refusals: z
    .array(z.strictObject({ code: z.string(), message: z.string().min(10) }))
    .length(1)
    .transform(([only]) => only?.code),
});

const wanted = {
  knownCancellationId: null,
  selection: { kind: 'order' },
  method: 'original',
  reasonId: 'changed_mind',
  comment: WRITTEN_BY_PEOPLE.comment,
  shown: { amount: '25.00', currencyCode: 'EUR' },
};
const bodyOf = (changes: object): string => JSON.stringify({ ...wanted, ...changes });

function ask({
  number = String(order.id),
  authorization = `Bearer ${token}`,
  body = bodyOf({}),
  patienceMs = 20_000,
}: Asked = {}): Promise<Response> {
  return fetch(`${stage.url}/api/shopper/orders/${number}/cancellation?locale=en`, {
    method: 'POST',
    headers: { ...BROWSER, ...ORDER_PAGE, 'content-type': 'application/json', authorization },
    body,
    signal: AbortSignal.timeout(patienceMs),
  });
}

/** Asks, makes sure that nothing came of it, and tells why not: status and code. */
async function refused(asked: Asked): Promise<string> {
  const response = await stage.changingNothing(() => ask(asked));
  // Without it the order page could not read the reason.
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return `${response.status} ${refusal.parse(await response.json()).refusals}`;
}

describe('without a customer’s own session token nothing can be asked', () => {
  const SIGN_IN = '401 sign_in';
  const claims = (changes: Record<string, unknown>, secret = stage.clientSecret): string =>
    forgeToken(token, secret, { claims: changes });
  const second = (): number => Math.floor(Date.now() / 1_000);

  test.each<[string, () => string]>([
    ['no token', () => ''],
    ['something else than a token', () => 'Bearer abc.def'],
    ['an unsigned token', () => `Bearer ${forgeToken(token, '', { algorithm: 'none' })}`],
    ['a token signed with another secret', () => `Bearer ${forgeToken(token, 'guessed-secret')}`],
    ['a token for another app', () => `Bearer ${claims({ aud: 'another-app' })}`],
    ['a token for no app', () => `Bearer ${claims({ aud: undefined })}`],
    ['an expired token', () => `Bearer ${claims({ exp: second() - 60 })}`],
    ['a token of the future', () => `Bearer ${claims({ nbf: second() + 60 })}`],
    ['the token of a visitor who is not signed in', () => `Bearer ${stage.customerToken(null)}`],
    [
      'a token whose subject is no customer',
      () => `Bearer ${claims({ sub: 'gid://shopify/Order/1' })}`,
    ],
    ['a staff member’s token', () => `Bearer ${stage.staffToken()}`],
    ['a token of no shop', () => `Bearer ${claims({ dest: 'scenario.example.com' })}`],
  ])('%s', async (_case, authorization) => {
    expect(await refused({ authorization: authorization() })).toBe(SIGN_IN);
  });

  test('the same token, unchanged but for being taken apart, is good', async () => {
    const response = await ask({
      authorization: `Bearer ${forgeToken(token, stage.clientSecret)}`,
    });
    expect(response.status).toBe(200);
  });
});

describe('an order that is not the customer’s own is as good as none', () => {
  const NOT_FOUND = '404 order_not_found';

  test('one that does not exist', async () => {
    expect(await refused({ number: '987654321' })).toBe(NOT_FOUND);
  });

  test('another customer’s, in the very same words', async () => {
    const theirs = stage.placeOrder(stage.shop, stage.otherCustomer);
    const [existing, missing] = await Promise.all(
      [String(theirs.id), '987654321'].map(async (number) => (await ask({ number })).text()),
    );
    expect(await refused({ number: String(theirs.id) })).toBe(NOT_FOUND);
    expect(existing).toBe(missing);
  });

  test('one of another shop', async () => {
    const elsewhere = stage.placeOrder(stage.otherShop);
    expect(await refused({ number: String(elsewhere.id) })).toBe(NOT_FOUND);
  });

  test('one’s own, with a token of another shop', async () => {
    const authorization = `Bearer ${forgeToken(token, stage.clientSecret, {
      claims: { dest: stage.otherShop.domain },
    })}`;
    expect(await refused({ authorization })).toBe(NOT_FOUND);
  });

  test.each(['abc', '0', '-1', '1e3', '1.0', '9'.repeat(40), '%20', "1'--", '..%2f1'])(
    'a number that is none: %s',
    async (number) => expect(await refused({ number })).toBe(NOT_FOUND),
  );
});

test('case 69: an address with NUL is refused before anybody looks it up', async () => {
  expect((await stage.changingNothing(() => ask({ number: '%00' }))).status).toBe(400);
});

describe('a wish that makes no sense is refused with the reason', () => {
  const amount = (text: string, currencyCode = 'EUR') => ({
    shown: { amount: text, currencyCode },
  });

  const lines = (...chosen: { id: string; quantity: number }[]) =>
    bodyOf({ selection: { kind: 'lines', lines: chosen } });

  test.each<[string, string, string]>([
    ['a reason that is not offered', bodyOf({ reasonId: 'whim' }), '422 unknown_reason'],
    ['no reason', bodyOf({ reasonId: undefined }), '422 body_malformed'],
    ['a comment above the limit', bodyOf({ comment: 'x'.repeat(1_001) }), '422 text_too_long'],
    ['a comment of a megabyte', bodyOf({ comment: 'x'.repeat(1_000_000) }), '413 body_too_large'],
    ['another amount than comes back', bodyOf(amount('24.99')), '409 amount_changed'],
    ['another currency', bodyOf(amount('25.00', 'USD')), '422 amount_malformed'],
    ['a currency that is none', bodyOf(amount('25.00', 'EU')), '422 amount_malformed'],
    ['an amount in another notation', bodyOf(amount('2.5e1')), '422 amount_malformed'],
    [
      'an amount as a number',
      bodyOf({ shown: { amount: 25, currencyCode: 'EUR' } }),
      '422 body_malformed',
    ],
    ['a field that does not belong there', bodyOf({ restock: false }), '422 body_malformed'],
    ['no selection', bodyOf({ selection: undefined }), '422 body_malformed'],
    ['a selection of nothing', lines(), '422 nothing_selected'],
    ['a line that is not of the order', lines({ id: '1', quantity: 1 }), '422 selection_malformed'],
    ['half a unit', lines({ id: '1', quantity: 0.5 }), '422 selection_malformed'],
    ['less than nothing', lines({ id: '1', quantity: -1 }), '422 selection_malformed'],
    ['an id that is none', lines({ id: '1 OR 1=1', quantity: 1 }), '422 selection_malformed'],
    ['a method that is not offered', bodyOf({ method: 'store_credit' }), '422 method_not_offered'],
    ['a method that is none', bodyOf({ method: 'cash' }), '422 body_malformed'],
    ['a cancellation that is none', bodyOf({ knownCancellationId: 'x' }), '422 body_malformed'],
    ['JSON cut short', bodyOf({}).slice(0, -1), '422 body_malformed'],
    ['a list', '[]', '422 body_malformed'],
    ['nothing', '', '422 body_malformed'],
  ])('%s', async (_case, body, why) => {
    expect(await refused({ body })).toBe(why);
  });
});

test('a megabyte from nobody, which nobody reads, stands in no one’s way', async () => {
  const long = { authorization: '', body: bodyOf({ comment: 'x'.repeat(1_000_000) }) };
  const first = await stage.changingNothing(() =>
    ask(long).then(
      ({ status }) => status,
      () => 'hung up',
    ),
  );
  expect([401, 'hung up']).toContain(first);
  // On the same connection, had it been kept.
  const second = ask({ body: bodyOf({ reasonId: 'whim' }), patienceMs: 2_000 });
  expect((await second).status).toBe(422);
});

test('asked many times at once, there is one cancellation and everybody is shown it', async () => {
  const answer = z.object({ cancellation: z.object({ id: z.string() }) });
  const responses = await Promise.all(Array.from({ length: 5 }, () => ask()));
  const shown = await Promise.all(
    responses.map(async (response) => answer.parse(await response.json()).cancellation.id),
  );
  const stored = await stage.cancellationsOf(order);
  expect(stored).toHaveLength(1);
  expect(new Set(shown)).toEqual(new Set(stored));
});

test('the log names no customer and quotes no comment', () => stage.expectLogNamesNobody());
