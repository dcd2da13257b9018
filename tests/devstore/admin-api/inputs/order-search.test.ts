import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder } from '../../seed/scenario.ts';
import { orderMatcher } from './order-search.ts';

const scene = createScenarioShop();
const paid = seedOrder(scene, { tags: ['vip'] });
scene.world.advanceTo(scene.world.now() + 24 * 3600_000);
const authorized = seedOrder(scene, { payment: 'authorized' });
const shipped = seedOrder(scene, { fulfillment: 'fulfilled' });
const cancelled = seedOrder(scene, { payment: 'paypal' });
scene.world.commerce.cancelInAdmin(scene.domain, cancelled.id);
scene.world.advanceTo(scene.world.now() + 3_600_000);

const NAMES = new Map([
  [paid.id, 'paid'],
  [authorized.id, 'authorized'],
  [shipped.id, 'shipped'],
  [cancelled.id, 'cancelled'],
]);
const find = (query: string): (string | undefined)[] =>
  [...scene.shop.orders.values()]
    .filter(orderMatcher(scene.shop, query))
    .map((order) => NAMES.get(order.id));

describe('the order search', () => {
  test.each([
    ['', ['paid', 'authorized', 'shipped', 'cancelled']],
    [paid.name, ['paid']],
    [`name:${paid.number}`, ['paid']],
    ['financial_status:authorized', ['authorized']],
    ['financial_status:authorized,refunded', ['authorized', 'cancelled']],
    ['fulfillment_status:unfulfilled AND NOT status:cancelled', ['paid', 'authorized']],
    ['fulfillment_status:shipped OR tag:vip', ['paid', 'shipped']],
    ['(tag:vip OR financial_status:authorized) -financial_status:paid', ['authorized']],
    ['status:open', ['paid', 'authorized', 'shipped']],
    ['status:cancelled', ['cancelled']],
    [`created_at:<'2026-10-16T00:00:00Z'`, ['paid']],
    ['created_at:2026-10-15', ['paid']],
    [`updated_at:>="2026-10-16T09:00:00Z" financial_status:authorized`, ['authorized']],
    ['casey', ['paid', 'authorized', 'shipped', 'cancelled']],
    ['email:casey.sample@example.com tag:vip', ['paid']],
    [`id:${shipped.id}`, ['shipped']],
    [`id:>=${shipped.id}`, ['shipped', 'cancelled']],
    ['gateway:paypal', ['cancelled']],
    ['nobody', []],
  ])('%s', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  test('a name finds the orders whose names begin with its first word', () => {
    const stem = String(paid.number).slice(0, -1);
    const all = ['paid', 'authorized', 'shipped', 'cancelled'];
    expect(find(`name:${stem}`)).toEqual(all);
    expect(find(`name:"#${stem}-A"`)).toEqual(all);
    expect(find('name:"#"')).toEqual([]);
  });

  test.each(['delivery_method:local', 'status:odd', 'created_at:>yesterday'])(
    'what is not simulated is loud: %s',
    (query) => {
      expect(() => find(query)).toThrow(/NOT_SIMULATED/);
    },
  );
});
