import { totals } from 'devstore/rules';
import type { Fault, FaultRule, Order, Shop, World } from 'devstore/world';

import { DAY, HOUR, MINUTE, SECOND } from '../../app/domain/time.ts';
import type { Chance } from './chance.ts';

/** What somebody else than the app does to an order. */
export interface OutsideAct {
  readonly at: number;
  readonly what: string;
  readonly act: () => void;
}

type Effect = Extract<Fault, { at: 'admin_api' }>['effect'];

const MUTATIONS = [
  'orderCancel',
  'refundCreate',
  'fulfillmentOrderHold',
  'fulfillmentOrderReleaseHold',
  'fulfillmentOrderSubmitCancellationRequest',
  'storeCreditAccountCredit',
  'inventoryAdjustQuantities',
  'giftCardDeactivate',
] as const;

/**
 * What other apps and the shop's own people do to the orders in the admin while a cancellation waits: minutes or
 * hours after the start, several times, and whether or not it makes sense at that moment.
 */
export function* othersActing(
  world: World,
  shop: Shop,
  orders: readonly Order[],
  chance: Chance,
): Generator<OutsideAct> {
  for (const order of orders) {
    const times = chance.oneOf([0, 1, 1, 2, 3]);
    for (let time = 0; time < times; time += 1) {
      const [what, act] = chance.oneOf(actsOn(world, shop, order, chance));
      const within = chance.oneOf([5 * MINUTE, HOUR, 4 * HOUR]);
      yield {
        at: world.now() + 10 * SECOND + chance.below(within),
        what: `${what}: ${order.name}`,
        act,
      };
    }
  }
}

function actsOn(
  { commerce }: World,
  shop: Shop,
  order: Order,
  chance: Chance,
): readonly (readonly [string, () => void])[] {
  const { domain } = shop;
  const part = 1 + chance.below(3_000);
  const openWork = () => order.fulfillmentOrders.filter((work) => work.status !== 'CLOSED');
  const openLine = () => order.lines.find((line) => totals.currentQuantity(line) > 0);
  return [
    ['ship', () => void commerce.fulfill(domain, order.id)],
    [
      'ship one unit',
      () => {
        const line = openLine();
        if (line) {
          commerce.fulfill(domain, order.id, { lines: [{ lineItemId: line.id, quantity: 1 }] });
        }
      },
    ],
    ['cancel', () => commerce.cancelInAdmin(domain, order.id)],
    ['cancel without a refund', () => commerce.cancelInAdmin(domain, order.id, { refund: false })],
    ['refund a part', () => commerce.refundInAdmin(domain, order.id, { amount: part })],
    [
      'refund everything',
      () => {
        const amount = totals.maximumRefundable(order);
        if (amount > 0) commerce.refundInAdmin(domain, order.id, { amount });
      },
    ],
    [
      'refund a unit that stays off the shelf',
      () => {
        const line = openLine();
        if (line) {
          commerce.refundInAdmin(domain, order.id, {
            lines: [{ lineItemId: line.id, quantity: 1, restockType: 'NO_RESTOCK' }],
          });
        }
      },
    ],
    [
      'take a unit off',
      () => {
        const line = openLine();
        const change = line && {
          lineItemId: line.id,
          quantity: totals.currentQuantity(line) - 1,
          restock: true,
        };
        if (change) commerce.editOrder(domain, order.id, [change]);
      },
    ],
    [
      'hold for another app',
      () => {
        for (const { id } of openWork()) {
          commerce.holdByOtherApp(domain, order.id, id, { appTitle: 'Fraud Watch' });
        }
      },
    ],
    [
      'release every hold',
      () => {
        for (const work of openWork()) {
          for (const hold of [...work.holds]) {
            commerce.releaseHold(domain, order.id, work.id, hold.id);
          }
        }
      },
    ],
    [
      'buy a label',
      () => {
        for (const { id, status, fulfillmentServiceHandle } of openWork()) {
          const own = fulfillmentServiceHandle === null && status === 'OPEN';
          if (own) commerce.buyLabel(domain, order.id, id);
        }
      },
    ],
    [
      'void labels and take the goods back',
      () => {
        for (const { id, label } of order.fulfillments) {
          if (label?.cancellable !== true) continue;
          commerce.voidLabel(domain, order.id, id);
          commerce.cancelFulfillment(domain, order.id, id);
        }
      },
    ],
    [
      'hand the parcels over',
      () => {
        for (const { id, status } of order.fulfillments) {
          if (status === 'CANCELLED') continue;
          commerce.reportShipment(domain, order.id, id, { status: 'CARRIER_PICKED_UP' });
        }
      },
    ],
    [
      'move the work',
      () => {
        const places = [...shop.locations.values()].filter(
          ({ active, fulfillmentServiceHandle }) => active && fulfillmentServiceHandle === null,
        );
        for (const { id, locationId } of openWork()) {
          const to = places.find((place) => place.id !== locationId);
          if (to) commerce.moveFulfillmentOrder(domain, order.id, id, to.id);
        }
      },
    ],
    [
      'ask by Shopify’s own button',
      () => {
        const line = openLine();
        if (line)
          commerce.requestOrderEdit(domain, order.id, [{ lineItemId: line.id, quantity: 1 }]);
      },
    ],
    [
      'answer those who asked by Shopify’s own button',
      () => {
        for (const { id } of order.requestedEdits.filter(({ status }) => status === 'REQUESTED')) {
          const answer = chance.oneOf(['resolve', 'decline'] as const);
          commerce.answerOrderEdit(domain, order.id, id, answer);
        }
      },
    ],
    [
      'raise the risk',
      () =>
        commerce.assessRisk(domain, order.id, {
          level: 'HIGH',
          provider: 'Fraud Watch',
          facts: [],
        }),
    ],
    ['dispute', () => commerce.openDispute(domain, order.id, 'CHARGEBACK')],
    ['archive and delete', () => commerce.deleteOrder(domain, order.id)],
    [
      'report progress',
      () => {
        for (const { id } of openWork()) commerce.reportProgress(domain, order.id, id);
      },
    ],
  ];
}

/** Answers that prove nothing, refusals that last, shops that stand still, cancels in stages. */
export function drawUnrulyFaults(chance: Chance): FaultRule[] {
  const faults: FaultRule[] = [];
  const maybe = (probability: number, rule: () => FaultRule) => {
    if (chance.happens(probability)) faults.push(rule());
  };
  const unproven = (): Effect =>
    chance.oneOf<Effect>([
      { kind: 'http', status: 408, acted: true },
      { kind: 'http', status: 430, acted: chance.happens(0.5) },
      { kind: 'http', status: 429, acted: true },
      { kind: 'http', status: 503, acted: true },
      { kind: 'errors_after_acting' },
      { kind: 'errors_after_acting', code: 'TIMEOUT' },
      { kind: 'field_denied' },
      { kind: 'malformed_body' },
    ]);
  const within = { at: 'admin_api', operation: chance.oneOf(MUTATIONS) } as const;
  maybe(0.5, () => ({
    fault: { ...within, effect: unproven() },
    count: chance.oneOf([1, 1, 2, 5]),
  }));
  maybe(0.12, () => ({
    fault: { at: 'admin_api', operation: chance.oneOf(MUTATIONS), effect: { kind: 'root_denied' } },
    count: 'always',
  }));
  maybe(0.08, () => ({
    fault: { at: 'gateway', gateway: '*', action: 'refund', effect: { kind: 'decline' } },
    count: 'always',
  }));
  maybe(0.08, () => ({
    fault: { at: 'job', job: 'order_cancel', effect: { kind: 'fail' } },
    count: 'always',
  }));
  maybe(0.1, () => ({
    fault: {
      at: 'admin_api',
      operation: '*',
      effect: { kind: 'http', status: chance.oneOf([402, 423]) },
    },
    nth: 1 + chance.below(20),
    forMs: chance.oneOf([HOUR, 2 * DAY]),
  }));
  maybe(0.5, () => ({
    fault: {
      at: 'job',
      job: 'order_cancel',
      effect: {
        kind: 'staged',
        settlesAfterMs: chance.oneOf([SECOND, 30 * SECOND, 5 * MINUTE]),
        note: chance.oneOf(['early', 'late']),
      },
    },
    count: 'always',
  }));
  maybe(0.15, () => ({
    fault: {
      at: 'webhook',
      topic: chance.oneOf(['*', 'orders/updated', 'orders/cancelled', 'refunds/create']),
      effect: chance.oneOf([{ kind: 'drop' }, { kind: 'delay', ms: 2 * HOUR }] as const),
    },
    count: 'always',
  }));
  return faults;
}
