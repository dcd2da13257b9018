import type { FulfillmentHoldId, FulfillmentOrderId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { moved } from '../../saga/underway.ts';
import type { Cancellation, Hold } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { stopOrSettle } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    hold: {
      takes: { readonly fulfillmentOrderId: FulfillmentOrderId };
      brings: { readonly holdId: FulfillmentHoldId };
      records: {
        hold_placed: {
          readonly fulfillmentOrderId: FulfillmentOrderId;
          readonly holdId: FulfillmentHoldId;
        };
        /** The platform would not hold it any more: it was finished, closed or taken over meanwhile. */
        hold_skipped: { readonly fulfillmentOrderId: FulfillmentOrderId };
      };
    };
  }
}

/** Keeps work from being sent while it is decided. */
export const hold: CancellationEffect<'hold'> = {
  key: ({ id }) => id,
  isReadBack: true,
  recognise({ effect, key }, order) {
    const found = holdsOf(order, effect.fulfillmentOrderId).find(
      ({ heldByThisApp, handle }) => heldByThisApp && handle === key,
    );
    return found ? { kind: 'hold', holdId: found.id } : null;
  },
  succeeded: ({ fulfillmentOrderId }, { holdId }) => [
    { type: 'hold_placed', fulfillmentOrderId, holdId },
  ],
  // Work that cannot be held any more does not stand in the way by itself: reading again decides.
  refused: (_state, { fulfillmentOrderId }) => [{ type: 'hold_skipped', fulfillmentOrderId }],
  choices: stopOrSettle,
  records: {
    hold_placed: (state, { fulfillmentOrderId, holdId }) =>
      withHold(state, { fulfillmentOrderId, state: 'placed', holdId }),
    hold_skipped: (state, { fulfillmentOrderId }) =>
      withHold(state, { fulfillmentOrderId, state: 'skipped', holdId: null }),
  },
  steps: ['stopped'],
};

export const withHold = (state: Cancellation, changed: Hold): Cancellation => ({
  ...state,
  ...moved,
  holds: [
    ...state.holds.filter(
      ({ fulfillmentOrderId }) => fulfillmentOrderId !== changed.fulfillmentOrderId,
    ),
    changed,
  ],
});

export const holdsOf = ({ fulfillmentOrders }: OrderFacts, id: FulfillmentOrderId) =>
  fulfillmentOrders.find((fo) => fo.id === id)?.holds ?? [];
