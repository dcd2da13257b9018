import type { CancellationPlan } from '../../../domain/cancellation/plan.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { giftCardsIn } from '../../../domain/order/payment/gift-cards.ts';
import { ORDER_CANCEL_REASONS } from '../../../domain/policy/document/policy.ts';
import { type RefundChoice, planRefund } from '../../../domain/refund/plan/plan.ts';
import type { CancelledBefore, RefundMethod } from '../../../domain/refund/plan/refund-plan.ts';
import { type Selection, normalised } from '../../../domain/refund/goods/selection.ts';
import { staffTerms } from '../../../domain/refund/terms.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { readAmount } from '../../../domain/text/written-amount.ts';
import type { CancellationTexts } from '../ports.ts';
import { TEXT_LIMITS, tooLong } from '../../../domain/text/text-limits.ts';

/** What a staff member filled in. Still texts: reading them is part of the decision. */
export interface StaffChoice {
  readonly selection: Selection;
  /** Leave free items on the order although what they came with goes. */
  readonly keepFreeItems: boolean;
  readonly issueRefund: boolean;
  /** As it was typed, in the presentment currency; null = everything the selection gives back. */
  readonly amount: string | null;
  /** The language whose notation the page uses in which it was typed: "en", "de-CH". */
  readonly locale: string;
  readonly method: RefundMethod;
  readonly restock: boolean;
  readonly reason: string;
  readonly notify: boolean;
  readonly noteToCustomer: string;
  readonly internalNote: string;
}

/** The plan and texts of a choice, or every fault in it. */
export function planStaffChoice(
  choice: StaffChoice,
  order: OrderFacts,
  before: CancelledBefore,
  ownMail: boolean,
): Result<{ readonly plan: CancellationPlan; readonly texts: StaffTexts }, readonly Refusal[]> {
  const reason = ORDER_CANCEL_REASONS.find((known) => known === choice.reason);
  const refund = planStaffRefund(choice, order, before);
  const faults: (Refusal | null)[] = [
    reason ? null : { code: 'unknown_reason' },
    ...(refund.ok ? [] : refund.error),
    tooLong('note_to_customer', choice.noteToCustomer, TEXT_LIMITS.noteToCustomer),
    tooLong('internal_note', choice.internalNote, TEXT_LIMITS.internalNote),
  ];
  if (!reason || !refund.ok || faults.some(Boolean)) {
    return err(faults.filter((fault) => fault !== null));
  }
  const plan: CancellationPlan = {
    reason,
    refund: refund.value,
    terms: staffTerms(choice.method, choice.restock),
    giftCards: giftCardsIn(refund.value, order),
    teller: choice.notify ? (ownMail ? 'unorder' : 'shopify') : 'nobody',
  };
  return ok({ plan, texts: textsOf(choice) });
}

type StaffTexts = Pick<CancellationTexts, 'noteToCustomer' | 'internalNote'>;

const textsOf = (choice: StaffChoice): StaffTexts => ({
  noteToCustomer: choice.noteToCustomer.trim() || null,
  internalNote: choice.internalNote.trim() || null,
});

/** What the money and the goods of a choice would do, or everything against it. */
export function planStaffRefund(
  choice: Pick<
    StaffChoice,
    'selection' | 'keepFreeItems' | 'issueRefund' | 'amount' | 'locale' | 'method' | 'restock'
  >,
  order: OrderFacts,
  before: CancelledBefore,
) {
  const selection = normalised(choice.selection, order);
  if (!selection.ok) return selection;
  const wanted = readRefundChoice(choice, order);
  if (!wanted.ok) return err([wanted.error]);
  return planRefund(order, {
    selection: selection.value,
    terms: staffTerms(choice.method, choice.restock),
    choice: wanted.value,
    keepFreeItems: choice.keepFreeItems,
    before,
  });
}

function readRefundChoice(
  { issueRefund, amount, locale }: Pick<StaffChoice, 'issueRefund' | 'amount' | 'locale'>,
  order: OrderFacts,
): Result<RefundChoice, Refusal> {
  if (!issueRefund) return ok({ kind: 'nothing' });
  if (amount === null) return ok({ kind: 'everything' });
  const asked = readAmount(amount, order.presentmentCurrencyCode, locale);
  return asked.ok
    ? ok({ kind: 'amount', amount: asked.value })
    : err({ code: 'amount_malformed', written: asked.error });
}
