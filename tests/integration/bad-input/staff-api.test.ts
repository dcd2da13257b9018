import type { Order } from 'devstore/world';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { BROWSER } from '../../support/pages/browser-headers.ts';
import { forgeToken } from './session-token.ts';
import { openWebStage, type WebStage, WRITTEN_BY_PEOPLE } from './web-stage.ts';

let stage: WebStage;
let order: Order;

beforeAll(async () => {
  stage = await openWebStage();
}, 180_000);
afterAll(() => stage.close());

beforeEach(() => {
  order = stage.placeOrder();
});

/** Two mugs cost 25.00. */
const choice = {
  knownCancellationId: null,
  selection: { kind: 'order' },
  keepFreeItems: false,
  issueRefund: true,
  amount: '10.00',
  method: 'original',
  restock: true,
  reason: 'CUSTOMER',
  notify: true,
  noteToCustomer: WRITTEN_BY_PEOPLE.noteToCustomer,
  internalNote: WRITTEN_BY_PEOPLE.internalNote,
};

/** So much of a line; of one that no order here has, unless said otherwise. */
const of = (quantity: number, id = '987654321'): object => ({
  selection: { kind: 'lines', lines: [{ id, quantity }] },
});
const manyLines = {
  selection: {
    kind: 'lines',
    lines: Array.from({ length: 501 }, (_, index) => ({ id: String(index + 1), quantity: 1 })),
  },
};

function choose(
  body: string,
  { token = stage.staffToken(), number = String(order.id) } = {},
): Promise<Response> {
  return fetch(`${stage.url}/api/staff/orders/${number}/cancellation`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...BROWSER,
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body,
  });
}

const refusals = z.strictObject({
  refusals: z.array(z.strictObject({ code: z.string(), message: z.string().min(10) })).min(1),
});

/** Status and codes of what stands against a choice, which must have changed nothing. */
async function refused(body: string, asked?: Parameters<typeof choose>[1]): Promise<string> {
  const response = await stage.changingNothing(() => choose(body, asked));
  const codes = refusals.parse(await response.json()).refusals.map(({ code }) => code);
  return [response.status, ...codes].join(' ');
}

const withChoice = (changes: object): string => JSON.stringify({ ...choice, ...changes });

describe('a choice that cannot be carried out is refused with the reason', () => {
  test.each<[string, object, string]>([
    ['a cent more than can be refunded', { amount: '25.01' }, '422 amount_above_maximum'],
    ['far more than can be refunded', { amount: '99999999' }, '422 amount_above_maximum'],
    ['more than a number can hold', { amount: '9'.repeat(30) }, '422 amount_malformed'],
    ['a negative amount', { amount: '-1.00' }, '422 amount_malformed'],
    ['nothing, as a refund', { amount: '0.00' }, '422 amount_not_positive'],
    ['an amount with an exponent', { amount: '1e3' }, '422 amount_malformed'],
    ['an amount with commas in odd places', { amount: '1,2,3' }, '422 amount_malformed'],
    ['an amount in parts of a cent', { amount: '12.345' }, '422 amount_malformed'],
    ['an amount that is none', { amount: 'NaN' }, '422 amount_malformed'],
    ['an amount as a number', { amount: 12.5 }, '422 body_malformed'],
    ['a reason that Shopify does not know', { reason: 'BOREDOM' }, '422 unknown_reason'],
    ['a method that does not exist', { method: 'cash' }, '422 body_malformed'],
    ['a note above the limit', { internalNote: 'x'.repeat(2_001) }, '422 text_too_long'],
    ['a note to the customer above it', { noteToCustomer: 'x'.repeat(2_001) }, '422 text_too_long'],
    ['a note of a megabyte', { internalNote: 'x'.repeat(1_000_000) }, '413 body_too_large'],
    ['no items', { selection: { kind: 'lines', lines: [] } }, '422 nothing_selected'],
    ['a line of no order', of(1, '987654321'), '422 selection_malformed'],
    ['a line that is none', of(1, 'all'), '422 selection_malformed'],
    ['half a unit', of(0.5), '422 selection_malformed'],
    ['no units', of(0), '422 selection_malformed'],
    ['more units than a number can hold', of(1e300), '422 selection_malformed'],
    ['more lines than an order has', manyLines, '422 body_malformed'],
    ['a cancellation that is none', { knownCancellationId: 'the last' }, '422 body_malformed'],
    ['a field left out', { restock: undefined }, '422 body_malformed'],
  ])('%s', async (_case, changes, why) => {
    expect(await refused(withChoice(changes))).toBe(why);
  });

  test('everything that is wrong is named at once', async () => {
    const wrong = { amount: '1e3', reason: 'BOREDOM', internalNote: 'x'.repeat(2_001) };
    expect(await refused(withChoice(wrong))).toBe(
      '422 unknown_reason amount_malformed text_too_long',
    );
  });

  test('JSON cut short', async () => {
    expect(await refused(withChoice({}).slice(0, -1))).toBe('422 body_malformed');
  });
});

describe('whose order it is', () => {
  test('staff of another shop do not find it', async () => {
    const token = stage.staffToken(stage.otherShop);
    expect(await refused(withChoice({}), { token })).toBe('404 order_not_found');
  });

  test.each(['abc', '0', '1e3', '987654321'])('nobody finds order %s', async (number) => {
    expect(await refused(withChoice({}), { number })).toBe('404 order_not_found');
  });
});

describe('who asks', () => {
  const expired = { exp: Math.floor(Date.now() / 1_000) - 60 };

  test.each<[string, () => string]>([
    ['nobody', () => ''],
    ['an unsigned token', () => forgeToken(stage.staffToken(), '', { algorithm: 'none' })],
    ['a token signed with another secret', () => forgeToken(stage.staffToken(), 'guessed-secret')],
    [
      'a token for another app',
      () => forgeToken(stage.staffToken(), stage.clientSecret, { claims: { aud: 'another-app' } }),
    ],
    [
      'an expired token',
      () => forgeToken(stage.staffToken(), stage.clientSecret, { claims: expired }),
    ],
    ['a customer’s token', () => stage.customerToken(stage.shop.customer)],
    [
      'a customer’s token that writes the shop as an address',
      () =>
        forgeToken(stage.customerToken(stage.shop.customer), stage.clientSecret, {
          claims: { dest: `https://${stage.shop.domain}` },
        }),
    ],
  ])('%s is not let in and changes nothing', async (_case, mint) => {
    const token = mint();
    const response = await stage.changingNothing(() => choose(withChoice({}), { token }));
    await response.body?.cancel();
    expect(response.ok).toBe(false);
    expect(response.status).toBeLessThan(500);
  });
});

test('chosen many times at once, there is one cancellation and everybody is shown it', async () => {
  const answer = z.object({ cancellation: z.object({ id: z.string() }) });
  const responses = await Promise.all(Array.from({ length: 5 }, () => choose(withChoice({}))));
  const shown = await Promise.all(
    responses.map(async (response) => answer.parse(await response.json()).cancellation.id),
  );
  const stored = await stage.cancellationsOf(order);
  expect(stored).toHaveLength(1);
  expect(new Set(shown)).toEqual(new Set(stored));
});

test('the log names no customer and quotes no note', () => stage.expectLogNamesNobody());
