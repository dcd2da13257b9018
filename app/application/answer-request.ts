import type { Actor } from '../domain/actor.ts';
import type { AttentionChoice } from '../domain/cancellation/events.ts';
import type { Cancellation } from '../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../domain/ids.ts';
import { isPositive, toDecimal } from '../domain/money.ts';
import type { SuggestedRefundFacts } from '../domain/order/facts.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err } from '../domain/result.ts';
import { type ChangeDeps, changeCancellation } from './change-cancellation.ts';
import type { Platform } from './ports.ts';
import { readRecord } from './read-shopper-order.ts';
import { type StaffChoice, planStaffChoice } from './staff-choice.ts';
import { TEXT_LIMITS, tooLong } from './text-limits.ts';

export interface ApproveDeps extends ChangeDeps {
  readonly platform: Platform;
  readonly ownMail: boolean;
}

type Answer = Promise<Result<Cancellation, readonly Refusal[]>>;

/** Yes to what the customer asked for, or to what staff made of it. */
export type Approval =
  | { readonly kind: 'as_asked'; readonly noteToCustomer: string }
  | { readonly kind: 'changed'; readonly choice: StaffChoice };

/** Staff say yes to a customer's request; what comes back is planned with facts read now. */
export async function approveRequest(
  deps: ApproveDeps,
  shop: ShopDomain,
  id: CancellationId,
  actor: Actor,
  approval: Approval,
): Answer {
  const record = await readRecord(deps.store, shop, id);
  if (!record) return err([{ code: 'not_found' }]);
  const read = await deps.platform.readOrderForRefund(shop, record.state.orderId);
  if (!read.ok) return err([{ code: 'platform_unavailable' }]);
  if (!read.value) return err([{ code: 'order_not_found' }]);
  const choice =
    approval.kind === 'changed' ? approval.choice : asAsked(record.state, read.value, approval);
  const planned = planStaffChoice(choice, read.value.order, read.value.suggested, deps.ownMail);
  if (!planned.ok) return planned;
  const { plan, texts } = planned.value;
  return listed(changeCancellation(deps, shop, id, { type: 'approve', actor, plan }, texts));
}

/** Staff say no; the customer reads the note in their mail and on their order page. */
export async function declineRequest(
  deps: ChangeDeps,
  shop: ShopDomain,
  id: CancellationId,
  actor: Actor,
  noteToCustomer: string,
): Answer {
  const long = tooLong('note to the customer', noteToCustomer, TEXT_LIMITS.noteToCustomer);
  if (long) return err([long]);
  const texts = { noteToCustomer: noteToCustomer.trim() || null };
  return listed(changeCancellation(deps, shop, id, { type: 'decline', actor }, texts));
}

/** A person decides how a cancellation that needs attention goes on. */
export async function resumeCancellation(
  deps: ChangeDeps,
  shop: ShopDomain,
  id: CancellationId,
  actor: Actor,
  choice: AttentionChoice,
): Answer {
  return listed(changeCancellation(deps, shop, id, { type: 'resume', actor, choice }));
}

/** The request as a choice: everything refundable, the way the customer was shown it. */
function asAsked(
  { plan }: Cancellation,
  { suggested }: { readonly suggested: SuggestedRefundFacts },
  { noteToCustomer }: Extract<Approval, { kind: 'as_asked' }>,
): StaffChoice {
  const maximum = suggested.maximumRefundable.presentment;
  return {
    issueRefund: isPositive(maximum),
    amount: toDecimal(maximum),
    method: plan.refund.method,
    restock: plan.restock,
    reason: plan.reason,
    notify: true,
    noteToCustomer,
    internalNote: '',
  };
}

async function listed(changed: Promise<Result<Cancellation, Refusal>>): Answer {
  const result = await changed;
  return result.ok ? result : err([result.error]);
}
