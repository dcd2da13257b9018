import { type FulfillmentHoldId, type FulfillmentOrderId, legacyNumberOf } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { type Cancellation, mayHaveActed } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { holdsOf, withHold } from './hold.ts';
import { SKIP } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    release: {
      takes: {
        readonly fulfillmentOrderId: FulfillmentOrderId;
        readonly holdId: FulfillmentHoldId;
      };
      brings: object;
      records: { hold_released: { readonly fulfillmentOrderId: FulfillmentOrderId } };
    };
  }
}

/** Lets go of one of the app's own holds. */
export const release: CancellationEffect<'release'> = {
  key: ({ id }, { fulfillmentOrderId }) => `${id}-release-${legacyNumberOf(fulfillmentOrderId)}`,
  isReadBack: true,
  recognise: ({ effect: { fulfillmentOrderId, holdId } }, order) =>
    holdsOf(order, fulfillmentOrderId).some((h) => h.id === holdId) ? null : { kind: 'release' },
  succeeded: ({ fulfillmentOrderId }) => [{ type: 'hold_released', fulfillmentOrderId }],
  refused: (_state, { fulfillmentOrderId, holdId }, order) =>
    isHeld(order, holdId) ? null : [{ type: 'hold_released', fulfillmentOrderId }],
  choices: () => SKIP,
  records: {
    hold_released: (state, { fulfillmentOrderId }) =>
      withHold(state, { fulfillmentOrderId, state: 'released', holdId: null }),
  },
  whileAsked(state, order) {
    const held = state.holds.find((hold) => hold.state === 'placed');
    return held && !isHeld(order, held.holdId)
      ? {
          settles: true,
          events: [{ type: 'hold_released', fulfillmentOrderId: held.fulfillmentOrderId }],
        }
      : { settles: false, events: [] };
  },
  closedBy: { skip_step: (_asked, on) => withoutReleasing(on) },
  steps: ['turned_back'],
};

/** Whether a hold is still there, wherever. */
const isHeld = ({ fulfillmentOrders }: OrderFacts, holdId: FulfillmentHoldId | null): boolean =>
  fulfillmentOrders.some(({ holds }) => holds.some(({ id }) => id === holdId));

/**
 * Its holds stay. Where a cancel was asked for whose outcome nobody saw, nobody may be told that the order goes
 * on either.
 */
function withoutReleasing(state: Cancellation): Cancellation {
  const holds = state.holds.map((held) =>
    held.state === 'placed' ? ({ ...held, state: 'skipped', holdId: null } as const) : held,
  );
  return {
    ...state,
    holds,
    ownHoldsChecked: true,
    turnedBack: mayHaveActed(state)
      ? { ending: 'superseded', why: { code: 'outcome_unknown' } }
      : state.turnedBack,
  };
}
