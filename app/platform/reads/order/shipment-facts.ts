import type { ShipmentFacts } from '../../../domain/order/facts.ts';
import type { WholeOrder } from './whole-order.ts';

type Fulfillment = WholeOrder['fulfillments'][number];
type DisplayStatus = NonNullable<Fulfillment['displayStatus']>;

const CAME_TO_NOTHING: readonly Fulfillment['status'][] = ['CANCELLED', 'ERROR', 'FAILURE'];

/**
 * Of the others nothing follows: `CONFIRMED` is the default "when no other information is available", `FAILURE` may
 * be a wrong tracking number, and a voided label is none.
 * Source: `FulfillmentEventStatus` and `FulfillmentDisplayStatus` in the Admin schema
 */
const STAGES: Readonly<Partial<Record<DisplayStatus, ShipmentFacts['stage']>>> = {
  LABEL_PURCHASED: 'label_bought',
  LABEL_PRINTED: 'label_bought',
  CARRIER_PICKED_UP: 'picked_up',
  IN_TRANSIT: 'picked_up',
  DELAYED: 'picked_up',
  OUT_FOR_DELIVERY: 'picked_up',
  ATTEMPTED_DELIVERY: 'picked_up',
  NOT_DELIVERED: 'picked_up',
  READY_FOR_PICKUP: 'picked_up',
  PICKED_UP: 'delivered',
  DELIVERED: 'delivered',
};

/** What came of the order's fulfillments, those left out that came to nothing. */
export function shipmentFacts(fulfillments: readonly Fulfillment[]): ShipmentFacts[] {
  return fulfillments
    .filter(({ status }) => !CAME_TO_NOTHING.includes(status))
    .map((fulfillment) => ({ stage: stageOf(fulfillment) }));
}

/** A time stays when the status says something later that could mean anything. */
function stageOf({ displayStatus, inTransitAt, deliveredAt }: Fulfillment): ShipmentFacts['stage'] {
  if (deliveredAt !== null) return 'delivered';
  const said = displayStatus === null ? undefined : STAGES[displayStatus];
  if (said !== undefined && said !== 'label_bought') return said;
  return inTransitAt === null ? (said ?? 'fulfilled') : 'picked_up';
}
