import { moved } from '../../saga/underway.ts';
import { SECOND } from '../../time.ts';
import { type CancellationPlan, isMarkedBy } from '../plan.ts';
import { overtaken } from '../seen/whose-cancel.ts';
import type { CancellationEffect } from './definition.ts';
import { stopOrSettle } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    cancel: {
      takes: { readonly plan: CancellationPlan };
      brings: { readonly jobResultId: string | null };
      records: {
        /** The platform took the order to cancel it; whether it did shows later. */
        cancel_accepted: { readonly jobResultId: string | null };
      };
    };
  }
}

/**
 * `orderCancel` takes no idempotency key and works in the background: one whose answer was lost may not show
 * yet. So it gets a while before it is asked for again.
 */
const TIME_FOR_A_LOST_CANCEL = 5 * SECOND;

/** Cancels the whole order. */
export const cancel: CancellationEffect<'cancel'> = {
  isPivot: true,
  key: ({ id }) => id,
  isReadBack: true,
  recognise: ({ key }, { cancelledAt, cancellationStaffNote }) =>
    cancelledAt !== null && isMarkedBy(cancellationStaffNote, key)
      ? { kind: 'cancel', jobResultId: null }
      : null,
  succeeded: (_effect, { jobResultId }) => [{ type: 'cancel_accepted', jobResultId }],
  refused: (state, _effect, order, now) => overtaken(state, order, now),
  choices: stopOrSettle,
  isAnnouncedAgain: true,
  showsLate: ({ cancelAskedAt }, now) =>
    cancelAskedAt !== null && now < cancelAskedAt + TIME_FOR_A_LOST_CANCEL ? 'cancel' : null,
  intended: (_state, at) => ({ cancelAskedAt: at }),
  records: {
    cancel_accepted: (state, { jobResultId, at }) => ({
      ...state,
      ...moved,
      status: 'cancelling',
      cancel: { jobResultId },
      cancelAskedAt: at,
    }),
  },
  steps: ['cancelled'],
};
