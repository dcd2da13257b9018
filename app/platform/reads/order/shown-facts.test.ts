import { beforeEach, expect, test } from 'vitest';
import { order, suggestion } from '../../../../tests/support/facts/order-facts.ts';
import { refundPlan } from '../../../../tests/support/facts/cancellation-plan.ts';
import type { KeptFacts } from '../../../application/order/ports.ts';
import type { HowToRead, Platform } from '../../../application/shared/platform.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { DEFAULT_POLICY } from '../../../messages/default-policy.ts';
import { err, ok } from '../../../domain/result.ts';
import { MINUTE } from '../../../domain/time.ts';
import { platformError } from '../../client/platform-error.ts';
import { knownFacts, shownFacts } from './shown-facts.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 30);
const facts = order({ readAt: T });

let now: number;
let asked: (HowToRead | undefined)[];
let answer: Awaited<ReturnType<Platform['readOrder']>>;
let rows: Map<string, OrderFacts>;
let platform: Platform;
let machine: Platform;

beforeEach(() => {
  now = T;
  asked = [];
  answer = ok(facts);
  rows = new Map();
  const kept: KeptFacts = {
    find: async (_shop, id, since) => {
      const row = rows.get(id);
      return row && row.readAt >= since ? row : null;
    },
    keep: async (_shop, read) => void rows.set(read.id, read),
    forget: async (_shop, id) => void rows.delete(id),
    forgetBefore: async () => undefined,
  };
  const readOrder: Platform['readOrder'] = async (_shop, _id, how) => {
    asked.push(how);
    return answer.ok && answer.value ? ok({ ...answer.value, readAt: now }) : answer;
  };
  const given = { kept, clock: { now: () => now } };
  const readOrderForRefund: Platform['readOrderForRefund'] = async () =>
    answer.ok && answer.value
      ? ok({ order: answer.value, suggested: suggestion(answer.value) })
      : ok(null);
  const plain = { readOrder, readOrderForRefund } as unknown as Platform;
  platform = shownFacts(plain, given);
  machine = knownFacts(plain, given);
});

const show = (since = 0) => platform.readOrder(SHOP, facts.id, { toShow: { since } });
const decide = () => platform.readOrder(SHOP, facts.id);

test('what is only shown is read once for all who ask, at once and in the next minutes', async () => {
  expect(await Promise.all([show(), show(), show()])).toEqual([ok(facts), ok(facts), ok(facts)]);
  now += 4 * MINUTE;
  expect(await show()).toEqual(ok(facts));
  expect(asked).toHaveLength(1);
});

test('what is shown is read anew after five minutes', async () => {
  await show();
  now += 5 * MINUTE + 1;
  await show();
  expect(asked).toHaveLength(2);
});

test('a decision is read anew each time, also while others read, and what it read is shown', async () => {
  await show();
  await Promise.all([decide(), decide()]);
  expect(asked).toHaveLength(3);
  now += 4 * MINUTE;
  await decide();
  now += 4 * MINUTE;
  await show();
  expect(asked).toHaveLength(4);
});

test('what is kept from before a cancellation’s last event is not shown', async () => {
  await show();
  now += 1_000;
  await show(now);
  expect(asked).toHaveLength(2);
});

test('a draft is judged by facts of its own, which are not kept', async () => {
  await platform.readOrder(SHOP, facts.id, { draft: DEFAULT_POLICY });
  expect(asked).toEqual([{ draft: DEFAULT_POLICY }]);
  expect(rows.size).toBe(0);
});

test('a failure and a missing order are not kept', async () => {
  answer = err(platformError('unavailable', null, 'gone'));
  expect(await show()).toEqual(answer);
  answer = ok(null);
  expect(await show()).toEqual(ok(null));
  expect(asked).toHaveLength(2);
  expect(rows.size).toBe(0);
});

test('what a request was decided on is known to the machine that carries it out, moments later', async () => {
  await platform.readOrderForRefund(SHOP, facts.id, refundPlan(facts.total.presentment));
  const known = await machine.readOrder(SHOP, facts.id, { toShow: { since: T - 1_000 } });
  expect(known).toEqual(ok(facts));
  expect(asked).toEqual([]);
});

test('the machine reads whatever it decides on, and keeps nothing for people', async () => {
  await show();
  await machine.readOrder(SHOP, facts.id);
  expect(asked).toHaveLength(2);
  rows.clear();
  await machine.readOrder(SHOP, facts.id, { toShow: { since: 0 } });
  expect(rows.size).toBe(0);
});
