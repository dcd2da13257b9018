import type { Actor, Channel } from '../domain/actor.ts';
import { open } from '../domain/cancellation/decide.ts';
import { isFinal } from '../domain/cancellation/state.ts';
import type { CancellationId, OrderId, ShopDomain } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { jobAt } from './advance-cancellation.ts';
import type { Clock, Ids } from './ports.ts';
import { type StaffDeps, readStaffOrder } from './read-staff-order.ts';
import { type StaffChoice, planStaffChoice } from './staff-choice.ts';

export interface StartDeps extends StaffDeps {
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * A staff member cancels an order with the refund they chose. When a cancellation is under way already, by
 * whomever, they get that one: nothing is done twice.
 */
export async function startCancellation(
  deps: StartDeps,
  shop: ShopDomain,
  orderId: OrderId,
  by: { readonly actor: Actor; readonly channel: Channel },
  choice: StaffChoice,
): Promise<Result<CancellationId, readonly Refusal[]>> {
  const read = await readStaffOrder(deps, shop, orderId);
  if (!read.ok) return read;
  const { order, suggested, policy, cancellation, offer } = read.value;
  if (cancellation && !isFinal(cancellation.state.status)) return ok(cancellation.state.id);
  if (!offer.available) return err(offer.refusals);
  const planned = planStaffChoice(choice, order, suggested, deps.ownMail);
  if (!planned.ok) return planned;

  const now = deps.clock.now();
  const id = deps.ids.uuid() as CancellationId;
  const opened = await deps.store.open(shop, {
    id,
    orderName: order.name,
    event: open(
      order,
      {
        ...by,
        handling: 'automatic',
        reasonId: null,
        policyVersion: policy.version,
        reviewDays: policy.reviewDays,
        plan: planned.value.plan,
      },
      now,
    ),
    texts: { customerComment: null, ...planned.value.texts },
    at: now,
    next: jobAt(shop, id, now),
  });
  return ok(opened.ok ? id : opened.error.liveCancellationId);
}
