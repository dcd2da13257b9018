import { type Html, html } from '../../http/pages/html.ts';
import type { PagesDeps } from '../deps.ts';
import type { Fulfillment, FulfillmentOrder, Order, Shop } from '../../world/model.ts';
import { statusWords } from './badges.ts';

/** What can be made to happen to a shipment here, by the value of its button. */
const EVENTS = {
  LABEL_PRINTED: 'Print label',
  CARRIER_PICKED_UP: 'Carrier: pick up',
  IN_TRANSIT: 'Carrier: in transit',
  OUT_FOR_DELIVERY: 'Carrier: out for delivery',
  DELIVERED: 'Carrier: deliver',
  FAILURE: 'Carrier: fail',
} as const;

type EventName = keyof typeof EVENTS;

const isEvent = (action: string): action is EventName => Object.hasOwn(EVENTS, action);

/** The shipments of one fulfillment order, each with what may happen to it next. */
export function shipmentRows(shop: Shop, order: Order, work: FulfillmentOrder): Html[] {
  return order.fulfillments
    .filter(({ fulfillmentOrderId }) => fulfillmentOrderId === work.id)
    .map(
      (shipment) =>
        html`<div class="shipment">
          <p>
            ${shipment.name} · ${statusWords(shipment.displayStatus)}
            ${
              shipment.tracking?.number == null
                ? null
                : html` · ${shipment.tracking.company ?? 'Tracking'} ${shipment.tracking.number}`
            }
          </p>
          ${shipment.status === 'CANCELLED' ? null : shipmentForm(shop, order, shipment)}
        </div>`,
    );
}

function shipmentForm(shop: Shop, order: Order, shipment: Fulfillment): Html | null {
  const button = (action: string, label: string): Html =>
    html`<button class="button button-small" name="action" value="${action}">${label}</button>`;
  const { label, displayStatus, deliveredAt } = shipment;
  if (deliveredAt !== null) return null;
  const events = Object.entries(EVENTS).filter(
    ([event]) =>
      event !== displayStatus &&
      (event !== 'LABEL_PRINTED' || (label !== null && label.cancellable && !label.printed)),
  );
  return html`<form
    class="card-actions"
    method="post"
    action="/store/${shop.handle}/orders/${order.id}/shipments/${shipment.id}"
  >
    ${events.map(([event, text]) => button(event, text))}
    ${label?.cancellable === true ? button('void-label', 'Void label') : null}
    ${button('cancel', 'Cancel fulfillment')}
  </form>`;
}

export function actOnShipment(
  { world }: PagesDeps,
  shop: Shop,
  order: Order,
  fulfillmentId: number,
  action: string,
): void {
  const { commerce } = world;
  if (action === 'void-label') commerce.voidLabel(shop.domain, order.id, fulfillmentId);
  else if (action === 'cancel') commerce.cancelFulfillment(shop.domain, order.id, fulfillmentId);
  else if (isEvent(action)) {
    commerce.reportShipment(shop.domain, order.id, fulfillmentId, { status: action });
  } else throw new Error(`A shipment has no action "${action}".`);
}
