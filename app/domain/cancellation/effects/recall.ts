import { type FulfillmentOrderId, legacyNumberOf } from '../../ids.ts';
import { needsRecall } from '../../order/fulfillment.ts';
import { moved } from '../../saga/underway.ts';
import type { Recall } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { stopOrSettle } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    recall: {
      takes: { readonly fulfillmentOrderId: FulfillmentOrderId };
      brings: object;
      records: { recall_submitted: { readonly fulfillmentOrderId: FulfillmentOrderId } };
    };
  }
}

/** Asks a fulfillment service to stop. */
export const recall: CancellationEffect<'recall'> = {
  key: ({ id }, { fulfillmentOrderId }) => `${id}-recall-${legacyNumberOf(fulfillmentOrderId)}`,
  isReadBack: true,
  recognise({ effect: { fulfillmentOrderId } }, order) {
    const fo = order.fulfillmentOrders.find(({ id }) => id === fulfillmentOrderId);
    return fo && (fo.requestStatus.startsWith('CANCELLATION_') || fo.requestStatus === 'CLOSED')
      ? { kind: 'recall' }
      : null;
  },
  succeeded: ({ fulfillmentOrderId }) => [{ type: 'recall_submitted', fulfillmentOrderId }],
  // Answered, sent or called off meanwhile: reading again says which.
  refused: (_state, { fulfillmentOrderId }, order) =>
    order.fulfillmentOrders.some((fo) => fo.id === fulfillmentOrderId && needsRecall(fo))
      ? null
      : [{ type: 'recall_submitted', fulfillmentOrderId }],
  choices: stopOrSettle,
  records: {
    recall_submitted: (state, { fulfillmentOrderId }) => ({
      ...state,
      ...moved,
      recalls: withRecall(state.recalls, fulfillmentOrderId, 'submitted'),
    }),
  },
  steps: ['warehouse_asked'],
};

export const withRecall = (
  recalls: readonly Recall[],
  fulfillmentOrderId: FulfillmentOrderId,
  state: Recall['state'],
): Recall[] =>
  recalls.map((one) => (one.fulfillmentOrderId === fulfillmentOrderId ? { ...one, state } : one));
