import type { Actor, Channel } from '../../../domain/actor.ts';
import { staffAuthority } from '../../../domain/authority/authority.ts';
import type { StaffAccess } from '../../../domain/authority/staff-access.ts';
import type { CancellationId } from '../../../domain/ids.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { err, ok } from '../../../domain/result.ts';
import { cancelling, judgeStaffOrder } from '../../order/read-staff-order.ts';
import type { Asker } from './open-cancellation.ts';
import { type StaffChoice, planStaffChoice } from './staff-choice.ts';

/** A staff member, from where they act and what they may. */
export interface StaffMember {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly access: StaffAccess;
}

export interface StaffRequest extends StaffChoice {
  /** The newest cancellation that the staff member's page knew of. */
  readonly known: CancellationId | null;
}

/** A staff member cancels an order, or a part of it, with the refund they chose: nobody has to agree any more. */
export const askedByStaff = (
  { actor, channel, access }: StaffMember,
  choice: StaffRequest,
): Asker<Policy> => ({
  by: { actor, channel, authority: staffAuthority(access) },
  viewer: { kind: 'staff' },
  known: choice.known,
  faults: [],
  againstSeeing: () => null,
  readGrounds: ({ policies }, shop) => policies.current(shop),
  propose({ order, records, grounds: policy, mailing: { ownMail }, now }) {
    const view = judgeStaffOrder(ok(access), { order, records, policy, ownMail, now });
    const { forCustomer, before, offer } = view;
    if (!offer.available) return err(offer.refusals);
    const planned = planStaffChoice(choice, order, before, ownMail);
    if (!planned.ok) return planned;
    const { plan, texts } = planned.value;
    return ok({
      policy,
      action: cancelling(order, plan.refund, forCustomer),
      opening: { handling: 'automatic', reasonId: null, plan },
      texts: { customerComment: null, proofOfPayment: null, ...texts },
      limit: null,
    });
  },
});
