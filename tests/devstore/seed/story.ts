/** What the orders of the demo shop are told with: goods, payments, and what happens to an order. */
import type { OrderLineSpec, OrderSpec, PaymentSpec, World } from '../world/contracts/contract.ts';
import type { DisputeStatus, FulfillmentOrder, Order } from '../world/model.ts';
import {
  BANK_DEPOSIT,
  CASH,
  CASH_ON_DELIVERY,
  PAYPAL,
  SEPA_DEBIT,
  SHOPIFY_PAYMENTS,
} from './gateways.ts';
import type { HarborAndPine, PersonKey } from './harbor-and-pine.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const VAT = [{ title: 'MwSt.', ratePpm: 190_000 }];
export const STANDARD = { title: 'Standard', price: 490 };
export const EXPRESS = { title: 'Express', price: 990 };

export const CARD: PaymentSpec = { gateway: SHOPIFY_PAYMENTS.name, state: 'sale' };
export const MASTERCARD: PaymentSpec = {
  ...CARD,
  card: { brand: 'Mastercard', lastDigits: '5100' },
};
export const AUTHORIZED: PaymentSpec = { gateway: SHOPIFY_PAYMENTS.name, state: 'authorization' };
export const WALLET: PaymentSpec = { gateway: PAYPAL.name, state: 'sale' };
export const ON_DELIVERY: PaymentSpec = { gateway: CASH_ON_DELIVERY.name, state: 'unpaid' };
export const TRANSFER: PaymentSpec = { gateway: BANK_DEPOSIT.name, state: 'unpaid' };
export const DEBIT: PaymentSpec = { gateway: SEPA_DEBIT.name, state: 'pending' };

export const OVER_THE_COUNTER: PaymentSpec = { gateway: CASH.name, state: 'sale' };

/** What happens to an order some time after it was placed. */
export interface Step {
  readonly after: number;
  readonly act: (order: Order, demo: Demo) => void;
}

export interface Story {
  /** How long before the end of the history it is placed. */
  readonly ago: number;
  readonly who: PersonKey;
  readonly lines: readonly OrderLineSpec[];
  readonly pay: readonly PaymentSpec[] | ((demo: Demo) => readonly PaymentSpec[]);
  readonly more?: Partial<OrderSpec> | ((demo: Demo) => Partial<OrderSpec>);
  readonly then?: readonly Step[];
}

export interface Demo extends HarborAndPine {
  readonly world: World;
}

export const of = (
  sku: string,
  quantity = 1,
  extra: Partial<OrderLineSpec> = {},
): OrderLineSpec => ({
  sku,
  quantity,
  ...extra,
});

export const step = (after: number, act: Step['act']): Step => ({ after, act });

// --- What happens -------------------------------------------------------------------------------

export const ship: Step['act'] = (order, { world, domain }) => {
  world.commerce.fulfill(domain, order.id, {
    tracking: {
      company: 'Deutsche Post (Example)',
      number: `00340${order.number}`,
      url: `https://tracking.example.com/00340${order.number}`,
    },
  });
};

export const shipFirst: Step['act'] = (order, { world, domain }) => {
  const line = order.lines[0];
  if (line === undefined) return;
  world.commerce.fulfill(domain, order.id, { lines: [{ lineItemId: line.id, quantity: 1 }] });
};

export const deliver: Step['act'] = (order, { world, domain }) => {
  for (const fulfillment of order.fulfillments) {
    world.commerce.markDelivered(domain, order.id, fulfillment.id);
  }
};

export const cancel =
  (o: Parameters<World['commerce']['cancelInAdmin']>[2] = {}): Step['act'] =>
  (order, { world, domain }) =>
    world.commerce.cancelInAdmin(domain, order.id, o);

export const ask: Step['act'] = (order, { world, domain }) => {
  for (const work of servedWork(order)) {
    world.commerce.submitFulfillmentRequest(domain, order.id, work.id, 'Please pack with care.');
  }
};

function servedWork(order: Order): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter((work) => work.fulfillmentServiceHandle !== null);
}

export const holdFor =
  (appTitle: string, reason: string, reasonNotes: string): Step['act'] =>
  (order, { world, domain }) => {
    for (const work of order.fulfillmentOrders) {
      world.commerce.holdByOtherApp(domain, order.id, work.id, { appTitle, reason, reasonNotes });
    }
  };

export const giveBack =
  (quantity: number): Step['act'] =>
  (order, { world, domain }) => {
    const line = order.lines[0];
    if (line === undefined) return;
    world.commerce.refundInAdmin(domain, order.id, {
      lines: [{ lineItemId: line.id, quantity, restockType: 'NO_RESTOCK' }],
      notifyCustomer: true,
    });
  };

/** The paperwork is done: nothing more is expected of the order. */
export const close: Step['act'] = (order, { world, domain }) =>
  world.commerce.closeOrder(domain, order.id);

export const payUp: Step['act'] = (order, { world, domain }) =>
  world.commerce.markAsPaid(domain, order.id);

export const dispute =
  (...statuses: readonly DisputeStatus[]): Step['act'] =>
  (order, { world, domain }) => {
    world.commerce.openDispute(domain, order.id, 'CHARGEBACK');
    for (const status of statuses) world.commerce.moveDispute(domain, order.id, status);
  };

export const takeReturn: Step['act'] = (order, { world, domain }) => {
  const line = order.lines[0];
  if (line !== undefined) {
    world.commerce.openReturn(domain, order.id, [{ lineItemId: line.id, quantity: 1 }]);
  }
};

export const SHIPPED_IN_TIME: readonly Step[] = [step(1 * DAY, ship), step(3 * DAY, deliver)];
