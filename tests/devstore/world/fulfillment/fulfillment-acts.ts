/** What people, carriers, 3PLs and other apps do with an order's goods. */
import type { Commerce } from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Kernel } from '../kernel.ts';
import { found, fulfillmentOrderOf, orderOf, shopOf } from '../lookup.ts';
import type { Actor, Order, Shop, ShopDomain } from '../model.ts';
import { appIdByTitle } from '../shop/app-id.ts';
import { buyLabel, reportEvent, voidLabel } from './fulfillment-events.ts';
import * as holds from './fulfillment-holds.ts';
import * as moves from './fulfillment-order-moves.ts';
import * as work from './fulfillment-requests.ts';
import { cancelFulfillment, createFulfillment, shippableWork } from './fulfillments.ts';

const STAFF: Actor = { kind: 'staff', name: 'Store staff' };
const PLATFORM: Actor = { kind: 'platform' };

type FulfillmentActs = Pick<
  Commerce,
  | 'fulfill'
  | 'markDelivered'
  | 'reportShipment'
  | 'buyLabel'
  | 'voidLabel'
  | 'moveFulfillmentOrder'
  | 'cancelFulfillment'
  | 'reportProgress'
  | 'submitFulfillmentRequest'
  | 'answerFulfillmentRequest'
  | 'answerCancellationRequest'
  | 'holdByOtherApp'
  | 'releaseHold'
>;

export function fulfillmentActs(kernel: Kernel): FulfillmentActs {
  const at = (domain: ShopDomain, orderId: number): [Shop, Order] => {
    const shop = shopOf(kernel, domain);
    return [shop, orderOf(shop, orderId)];
  };
  const workAt = (domain: ShopDomain, orderId: number, fulfillmentOrderId: number) => {
    const [shop, order] = at(domain, orderId);
    return [kernel, shop, order, fulfillmentOrderOf(order, fulfillmentOrderId)] as const;
  };

  return {
    fulfill(domain, orderId, o = {}) {
      const [shop, order] = at(domain, orderId);
      const chosen =
        o.fulfillmentOrderId === undefined
          ? shippableWork(order)
          : [fulfillmentOrderOf(order, o.fulfillmentOrderId)];
      const concerned = chosen.filter(
        (fo) =>
          o.lines === undefined ||
          fo.lines.some((l) => o.lines?.some((wanted) => wanted.lineItemId === l.lineItemId)),
      );
      if (concerned.length === 0) throw new CommerceRefusal('There is nothing to fulfill.');
      return concerned.map((fulfillmentOrder) =>
        createFulfillment(kernel, shop, order, fulfillmentOrder, {
          lines: o.lines ?? null,
          tracking: o.tracking ?? null,
          actor: fulfillerOf(fulfillmentOrder.fulfillmentServiceHandle),
        }),
      );
    },
    markDelivered(domain, orderId, fulfillmentId) {
      const [shop, order] = at(domain, orderId);
      const fulfillment = fulfillmentIn(order, fulfillmentId);
      reportEvent(kernel, shop, order, fulfillment, { status: 'DELIVERED' }, PLATFORM);
    },
    reportShipment(domain, orderId, fulfillmentId, event) {
      const [shop, order] = at(domain, orderId);
      const fulfillment = fulfillmentIn(order, fulfillmentId);
      return reportEvent(kernel, shop, order, fulfillment, event, PLATFORM);
    },
    buyLabel(domain, orderId, id, o = {}) {
      const number = o.number ?? `1Z${String(kernel.nextId())}`;
      const company = o.company ?? 'UPS';
      const tracking = { company, number, url: null };
      return buyLabel(...workAt(domain, orderId, id), { tracking, actor: STAFF });
    },
    voidLabel(domain, orderId, fulfillmentId) {
      const [shop, order] = at(domain, orderId);
      voidLabel(kernel, shop, order, fulfillmentIn(order, fulfillmentId), STAFF);
    },
    moveFulfillmentOrder(domain, orderId, id, locationId, lines) {
      const [, shop, order, work] = workAt(domain, orderId, id);
      const to = shop.locations.get(locationId);
      const wanted = lines ?? null;
      const why = moves.moveRefusal(shop, order, work, to, wanted);
      if (why !== null) throw new CommerceRefusal(`The move was refused: ${why}.`);
      const there = found(to, `location ${locationId}`);
      return moves.moveFulfillmentOrder(kernel, shop, order, work, there, wanted, STAFF).moved;
    },
    cancelFulfillment(domain, orderId, fulfillmentId) {
      const [shop, order] = at(domain, orderId);
      cancelFulfillment(kernel, shop, order, fulfillmentIn(order, fulfillmentId), STAFF);
    },
    reportProgress: (shop, orderId, id) => work.reportProgress(...workAt(shop, orderId, id), STAFF),
    submitFulfillmentRequest: (shop, orderId, id, message) =>
      work.submitFulfillmentRequest(...workAt(shop, orderId, id), message ?? null, STAFF),
    answerFulfillmentRequest: (shop, orderId, id, decision, message) =>
      work.answerFulfillmentRequest(...workAt(shop, orderId, id), decision, message),
    answerCancellationRequest: (shop, orderId, id, decision, message) =>
      work.answerCancellationRequest(...workAt(shop, orderId, id), decision, message),
    holdByOtherApp(shop, orderId, id, hold) {
      const holder: Actor = {
        kind: 'app',
        appId: appIdByTitle(hold.appTitle),
        title: hold.appTitle,
      };
      const placed = holds.placeHold(
        ...workAt(shop, orderId, id),
        {
          handle: hold.handle ?? '',
          reason: hold.reason ?? 'OTHER',
          reasonNotes: hold.reasonNotes ?? null,
          externalId: null,
          lines: null,
        },
        holder,
      );
      if ('refused' in placed)
        throw new CommerceRefusal(`The hold was refused: ${placed.refused}.`);
      return placed.hold;
    },
    releaseHold: (shop, orderId, id, holdId) =>
      holds.releaseHolds(...workAt(shop, orderId, id), [holdId], STAFF),
  };
}

function fulfillmentIn(order: Order, id: number) {
  return found(
    order.fulfillments.find((candidate) => candidate.id === id),
    `fulfillment ${id}`,
  );
}

function fulfillerOf(serviceHandle: string | null): Actor {
  return serviceHandle === null ? STAFF : { kind: 'fulfillment_service', handle: serviceHandle };
}
