import type { Actor, Channel } from '../../../domain/actor.ts';
import { against, staffAuthority } from '../../../domain/authority/authority.ts';
import type { StaffAccess } from '../../../domain/authority/staff-access.ts';
import { open } from '../../../domain/cancellation/machine/decide.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import { platformRefusals } from '../../../domain/policy/evaluation/evaluate.ts';
import { checkAgainstPlatform } from '../../../domain/refund/check.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { jobAt } from '../advance/advance-cancellation.ts';
import { isNews } from '../cancellation-record.ts';
import type { Ids } from '../../shared/ports.ts';
import { type StaffDeps, cancelling, readStaffOrder } from '../../order/read-staff-order.ts';
import { type StaffChoice, planStaffChoice } from './staff-choice.ts';
import { whyUnread } from '../../order/why-unread.ts';

export interface StartDeps extends StaffDeps {
  readonly ids: Ids;
}

/** A staff member, from where they act and what they may. */
export interface StaffMember {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly access: StaffAccess;
}

/**
 * A staff member cancels an order, or a part of it, with the refund they chose. When a cancellation is under
 * way already, by whomever, or was begun since their page was read, they get that one: nothing is done twice.
 */
export async function startCancellation(
  deps: StartDeps,
  shop: ShopDomain,
  orderId: OrderId,
  by: StaffMember,
  choice: StaffChoice & {
    /** The newest cancellation that the staff member's page knew of. */
    readonly known: CancellationId | null;
  },
): Promise<Result<CancellationId, readonly Refusal[]>> {
  const read = await readStaffOrder(deps, shop, orderId, ok(by.access));
  if (!read.ok) return read;
  const { order, policy, forCustomer, cancellation, before, offer } = read.value;
  if (cancellation && isNews(cancellation.state, choice.known)) return ok(cancellation.state.id);
  if (!offer.available) return err(offer.refusals);
  const planned = planStaffChoice(choice, order, before, deps.ownMail);
  if (!planned.ok) return planned;
  const { refund } = planned.value.plan;
  const refusals = [
    ...platformRefusals(order, refund.selection),
    ...against(policy, staffAuthority(by.access), cancelling(order, refund, forCustomer)),
  ];
  if (refusals.length > 0) return err(refusals);
  const suggested = await deps.platform.readOrderForRefund(shop, orderId, refund);
  if (!suggested.ok) return err([whyUnread(suggested.error)]);
  if (!suggested.value) return err([{ code: 'platform_unavailable' }]);
  const checked = checkAgainstPlatform(refund, suggested.value.suggested);
  if (!checked.ok) return err([checked.error]);

  const now = deps.clock.now();
  const id = deps.ids.uuid() as CancellationId;
  const opened = await deps.store.open(shop, {
    id,
    orderName: order.name,
    event: open(
      order,
      {
        actor: by.actor,
        channel: by.channel,
        handling: 'automatic',
        reasonId: null,
        policyVersion: policy.version,
        reviewDays: policy.reviewDays,
        plan: planned.value.plan,
      },
      now,
    ),
    after: choice.known,
    customerId: order.customerId,
    limit: null,
    texts: { customerComment: null, proofOfPayment: null, ...planned.value.texts },
    at: now,
    next: jobAt(shop, id, now),
  });
  if (opened.ok) return ok(id);
  if ('cancellationId' in opened.error) return ok(opened.error.cancellationId);
  throw new Error('Staff met a limit that is the customer’s');
}
