/**
 * `fulfillmentEventCreate`. Text for a fulfillment that is not there as recorded:
 * https://github.com/airhorns/shopify-draft-proxy (fulfillment-event-create-validation.json)
 */
import type { Context } from '../../../context.ts';
import { reportEvent } from '../../../../world/fulfillment/fulfillment-events.ts';
import type { FulfillmentEventStatus } from '../../../../world/model.ts';
import { readId } from '../../../inputs/ids.ts';
import { notSimulated } from '../../../not-simulated.ts';
import { eventSource } from '../../fulfillment.ts';
import { findInOrders } from '../../sources.ts';

interface Args {
  readonly fulfillmentEvent: {
    readonly fulfillmentId: string;
    readonly status: FulfillmentEventStatus;
    readonly happenedAt?: string | null;
    readonly estimatedDeliveryAt?: string | null;
    readonly message?: string | null;
    readonly address1?: string | null;
    readonly city?: string | null;
    readonly province?: string | null;
    readonly country?: string | null;
    readonly zip?: string | null;
    readonly latitude?: number | null;
    readonly longitude?: number | null;
  };
}

function fulfillmentEventCreate(_root: null, { fulfillmentEvent }: Args, context: Context): object {
  const { fulfillmentId, happenedAt, estimatedDeliveryAt, ...rest } = fulfillmentEvent;
  const id = readId('Fulfillment', fulfillmentId);
  const found = findInOrders(context, (order) => order.fulfillments.find((f) => f.id === id));
  if (found === null) {
    return {
      fulfillmentEvent: null,
      userErrors: [
        {
          field: ['fulfillmentEvent', 'fulfillmentId'],
          message: 'Fulfillment does not exist.',
        },
      ],
    };
  }
  if (found.part.status === 'CANCELLED') {
    throw notSimulated('Mutation.fulfillmentEventCreate(of a cancelled fulfillment)');
  }
  const event = reportEvent(
    context.kernel,
    context.shop,
    found.order,
    found.part,
    { ...rest, happenedAt: instant(happenedAt), estimatedDeliveryAt: instant(estimatedDeliveryAt) },
    context.actor,
  );
  return { fulfillmentEvent: eventSource(event), userErrors: [] };
}

function instant(text: string | null | undefined): number | null {
  return text == null ? null : Date.parse(text);
}

export const fulfillmentEventMutations = { fulfillmentEventCreate };
