import type { Actor } from '../../domain/actor.ts';
import { FLOW, FLOW_ACCESS } from '../../domain/authority/authority.ts';
import type { FlowWishes } from '../../domain/flow/actions.ts';
import type { CancellationId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { askedByStaff } from '../cancellation/open/asked-by-staff.ts';
import type { Asker } from '../cancellation/open/open-cancellation.ts';

/** A workflow cancels a whole order, as staff would who filled in the same, by its own authority. */
export function askedByFlow(
  actor: Extract<Actor, { kind: 'flow' }>,
  wishes: FlowWishes,
  known: CancellationId | null,
): Asker<Policy> {
  const asStaff = askedByStaff(
    { actor, channel: 'flow', access: FLOW_ACCESS },
    {
      known,
      selection: { kind: 'order' },
      keepFreeItems: false,
      issueRefund: wishes.refund,
      amount: null,
      locale: 'en',
      method: 'original',
      restock: wishes.restock,
      reason: wishes.reason.trim().toUpperCase() || 'OTHER',
      notify: wishes.notify,
      noteToCustomer: '',
      internalNote: wishes.note,
    },
  );
  return { ...asStaff, by: { actor, channel: 'flow', authority: FLOW } };
}
