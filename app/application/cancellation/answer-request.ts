import type { Actor } from '../../domain/actor.ts';
import {
  type Action,
  type Authority,
  against,
  againstActing,
  staffAuthority,
} from '../../domain/authority/authority.ts';
import { againstChoice } from '../../domain/authority/choices.ts';
import { movedByPlan } from '../../domain/authority/money-moved.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { AttentionChoice, NextStepForCustomer } from '../../domain/cancellation/events.ts';
import { answerTo } from '../../domain/cancellation/choices/answered.ts';
import { type Command, canBeAnswered } from '../../domain/cancellation/machine/decide.ts';
import type { CancellationPlan } from '../../domain/cancellation/plan.ts';
import { sendsNothing } from '../../domain/cancellation/choices/resumed.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { giftCardsIn } from '../../domain/order/payment/gift-cards.ts';
import { evaluate } from '../../domain/policy/evaluation/evaluate.ts';
import { againstSelection } from '../../domain/policy/evaluation/evaluation.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { checkAndPlan } from '../../domain/refund/plan/plan.ts';
import type { CancelledBefore, RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { againstPlan } from './against-plan.ts';
import { cancelledBeforeOf, readAll, readRecord } from './cancellation-record.ts';
import { type ChangeDeps, changeCancellation } from './advance/change-cancellation.ts';
import { type LookDeps, lookBeforeAnswer } from './look-before-answer.ts';
import type { CancellationTexts } from './ports.ts';
import type { NotificationStore } from '../notification/ports.ts';
import { mailingOf } from '../notification/shop-mailing.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { StaffNames } from '../shop/ports.ts';
import type { Platform } from '../shared/platform.ts';
import { type StaffChoice, planStaffChoice } from './open/staff-choice.ts';
import { TEXT_LIMITS, tooLong } from '../../domain/text/text-limits.ts';

export interface AnswerDeps extends ChangeDeps {
  readonly policies: PolicyStore;
  readonly staffNames: Pick<StaffNames, 'of'>;
}

export interface ApproveDeps extends AnswerDeps {
  readonly platform: Platform;
  readonly ownMail: boolean;
  readonly notifications?: Pick<NotificationStore, 'current'>;
}

/** The staff member who answers, and what they may. */
export interface Answering {
  readonly actor: Actor;
  readonly access: StaffAccess;
}

/** Who answers a request: a staff member, or somebody with an authority of their own. */
type Answerer = Answering | { readonly actor: Actor; readonly authority: Authority };

const authorityOf = (answerer: Answerer): Authority =>
  'authority' in answerer ? answerer.authority : staffAuthority(answerer.access);

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
  answerer: Answerer,
  approval: Approval,
): Answer {
  const { actor } = answerer;
  const authority = authorityOf(answerer);
  const policy = await deps.policies.current(shop);
  const forbidden = against(policy, authority, { do: 'decline' });
  if (forbidden.length > 0) return err(forbidden);
  const late = await whoWasFaster(deps, shop, id);
  if (late) return err([late]);
  const looked = await lookBeforeAnswer(deps, shop, id, 'approve');
  if (!looked.ok) return err([looked.error]);
  if (looked.value.is === 'changed') return err([{ code: 'overtaken' }]);
  const { record, order } = looked.value;
  if (!order) return err([{ code: 'order_not_found' }]);
  const before = await whatCameBefore(deps, shop, order);
  const planned =
    approval.kind === 'changed'
      ? planStaffChoice(approval.choice, order, before, (await mailingOf(deps, shop)).ownMail)
      : planAsAsked(record.state, order, before, approval.noteToCustomer);
  if (!planned.ok) return planned;
  const { plan, texts } = planned.value;
  const policySays =
    approval.kind === 'changed' ? saidToCustomer(policy, order, record.state, plan.refund) : [];
  const action = approving(order, plan.refund, policySays);
  const refusals = againstPlan(policy, authority, order, plan.refund, action);
  if (refusals.length > 0) return err(refusals);
  return answered(deps, shop, id, { type: 'approve', actor, plan }, texts);
}

/** Staff say no; the customer reads why and what they can do instead, in their mail and on their order page. */
export async function declineRequest(
  deps: AnswerDeps & LookDeps,
  shop: ShopDomain,
  id: CancellationId,
  answerer: Answerer,
  answer: { readonly noteToCustomer: string; readonly nextStep: NextStepForCustomer },
): Answer {
  const { actor } = answerer;
  const authority = authorityOf(answerer);
  const refusals = against(await deps.policies.current(shop), authority, { do: 'decline' });
  if (refusals.length > 0) return err(refusals);
  const noteToCustomer = answer.noteToCustomer.trim();
  if (noteToCustomer === '') return err([{ code: 'note_needed' }]);
  const long = tooLong('note_to_customer', noteToCustomer, TEXT_LIMITS.noteToCustomer);
  if (long) return err([long]);
  const late = await whoWasFaster(deps, shop, id);
  if (late) return err([late]);
  const looked = await lookBeforeAnswer(deps, shop, id, 'decline');
  if (!looked.ok) return err([looked.error]);
  if (looked.value.is === 'changed') return err([{ code: 'overtaken' }]);
  const { nextStep } = answer;
  const decline = { type: 'decline', actor, nextStep } as const;
  return answered(deps, shop, id, decline, { noteToCustomer });
}

/**
 * A person decides how a cancellation that needs attention goes on. The order is read once more first: what
 * others have settled meanwhile ends the matter, and what they changed is shown before anything is decided on
 * it. Who says that money was handed over by hand notes how: the history keeps it as proof.
 */
export async function resumeCancellation(
  deps: AnswerDeps & LookDeps,
  shop: ShopDomain,
  id: CancellationId,
  { actor, access }: Answering,
  resume: { readonly choice: AttentionChoice; readonly proof: string },
): Answer {
  const policy = await deps.policies.current(shop);
  const forbidden = againstActing(policy, ok(access));
  if (forbidden) return err([forbidden]);
  const proof = resume.proof.trim();
  const needsProof = resume.choice === 'settled_by_hand';
  if (needsProof && proof === '') return err([{ code: 'proof_needed' }]);
  const long = tooLong('proof', proof, TEXT_LIMITS.proofOfPayment);
  if (long) return err([long]);
  const texts: Partial<CancellationTexts> = needsProof ? { proofOfPayment: proof } : {};
  const { choice } = resume;
  const looked = await lookBeforeAnswer(deps, shop, id, 'resume');
  if (looked.ok && looked.value.is === 'changed') {
    const { state } = looked.value;
    return state.status === 'needs_attention' ? err([{ code: 'overtaken' }]) : ok(state);
  }
  const unreadable = !looked.ok && looked.error.code === 'platform_unavailable';
  // A platform that cannot be reached must not keep a person from closing a case.
  if (!looked.ok && !(unreadable && sendsNothing(choice))) return err([looked.error]);
  const command = { type: 'resume', actor, choice } as const;
  // Weighed on the very state that it is decided on: another attention may have come up meanwhile.
  const permit = (state: Cancellation) => againstChoice(policy, access, state, choice);
  return listed(changeCancellation(deps, shop, id, command, texts, permit));
}

/** Saying yes as an action to be allowed. */
export const approving = (
  order: OrderFacts,
  plan: RefundPlan,
  policySays: readonly Refusal[],
): Action => ({
  do: 'approve',
  money: movedByPlan(plan, order.total),
  policySays,
  editsOrder: plan.execution === 'edit_lines',
});

/** What the policy would have told the customer who asks for what staff make of the request. */
function saidToCustomer(
  policy: Policy,
  order: OrderFacts,
  { request }: Cancellation,
  { selection }: RefundPlan,
): readonly Refusal[] {
  const evaluation = evaluate(policy, order, {
    buyer: order.company ? 'company_buyer' : 'customer',
    now: request.at,
    recentCancellations: 0,
  });
  return againstSelection(evaluation, selection);
}

/** What the order's cancellations that are over gave and took. */
export const whatCameBefore = async (
  { store }: Pick<AnswerDeps, 'store'>,
  shop: ShopDomain,
  order: OrderFacts,
): Promise<CancelledBefore> =>
  cancelledBeforeOf(await readAll(store, shop, order.id), order.presentmentCurrencyCode);

/** The request as it was made, with what the order gives back now. */
export function planAsAsked(
  { plan: asked }: Cancellation,
  order: OrderFacts,
  before: CancelledBefore,
  noteToCustomer: string,
): Result<
  { readonly plan: CancellationPlan; readonly texts: Partial<CancellationTexts> },
  readonly Refusal[]
> {
  const long = tooLong('note_to_customer', noteToCustomer, TEXT_LIMITS.noteToCustomer);
  if (long) return err([long]);
  const { selection } = asked.refund;
  const { terms } = asked;
  const refund = checkAndPlan(order, { selection, terms, choice: { kind: 'everything' }, before });
  if (!refund.ok) return refund;
  const plan = { ...asked, refund: refund.value, giftCards: giftCardsIn(refund.value, order) };
  return ok({ plan, texts: { noteToCustomer: noteToCustomer.trim() || null } });
}

/** Why a request takes no answer any more, with the name of whoever gave it one; null while it takes one. */
async function whoWasFaster(
  { store, staffNames }: Pick<AnswerDeps, 'store' | 'staffNames'>,
  shop: ShopDomain,
  id: CancellationId,
): Promise<Refusal | null> {
  const record = await readRecord(store, shop, id);
  if (!record) return { code: 'not_found' };
  if (canBeAnswered(record.state)) return null;
  const last = record.state.request.handling === 'review' ? answerTo(record.events) : null;
  if (!last) return { code: 'not_waiting_for_review' };
  const { by } = last;
  const staffId = by.kind === 'staff' ? by.staffId : null;
  const names = await staffNames.of(shop, staffId === null ? [] : [staffId]);
  const name = staffId === null ? undefined : names.get(staffId);
  return { code: 'already_answered', answered: last.answered, by: name ?? null };
}

/** Stores an answer; of two given at the same moment the second hears of the first. */
async function answered(
  deps: AnswerDeps,
  shop: ShopDomain,
  id: CancellationId,
  answer: Extract<Command, { type: 'approve' | 'decline' }>,
  texts: Partial<CancellationTexts>,
): Answer {
  const changed = await changeCancellation(deps, shop, id, answer, texts);
  if (changed.ok || changed.error.code !== 'not_waiting_for_review') return asList(changed);
  return err([(await whoWasFaster(deps, shop, id)) ?? changed.error]);
}

async function listed(changed: Promise<Result<Cancellation, Refusal>>): Answer {
  return asList(await changed);
}

const asList = (result: Result<Cancellation, Refusal>): Result<Cancellation, readonly Refusal[]> =>
  result.ok ? result : err([result.error]);
