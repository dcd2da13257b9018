import type { CancellationPlan } from '../domain/cancellation/plan.ts';
import { isPositive, parseMoney } from '../domain/money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../domain/order/facts.ts';
import { ORDER_CANCEL_REASONS, type OrderCancelReason } from '../domain/policy/policy.ts';
import { type RefundChoice, type RefundMethod, planRefund } from '../domain/refund/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { CancellationTexts } from './ports.ts';
import { TEXT_LIMITS, tooLong } from './text-limits.ts';

/** What a staff member filled in. Still texts: reading them is part of the decision. */
export interface StaffChoice {
  readonly issueRefund: boolean;
  /** Decimal text in the presentment currency, e.g. "12.50". */
  readonly amount: string;
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
  suggested: SuggestedRefundFacts,
  ownMail: boolean,
): Result<{ readonly plan: CancellationPlan; readonly texts: StaffTexts }, readonly Refusal[]> {
  const reason = ORDER_CANCEL_REASONS.find((known) => known === choice.reason);
  const refund = readRefund(choice, order, suggested);
  const faults: (Refusal | null)[] = [
    reason ? null : { code: 'unknown_reason' },
    refund.ok ? null : refund.error,
    tooLong('note to the customer', choice.noteToCustomer, TEXT_LIMITS.noteToCustomer),
    tooLong('internal note', choice.internalNote, TEXT_LIMITS.internalNote),
  ];
  if (!reason || !refund.ok || faults.some(Boolean)) {
    return err(faults.filter((fault) => fault !== null));
  }
  return ok({ plan: planOf(reason), texts: textsOf(choice) });

  function planOf(platformReason: OrderCancelReason): CancellationPlan {
    if (!refund.ok) throw new Error('A plan is made of a refund that was accepted');
    const teller = choice.notify ? (ownMail ? 'unorder' : 'shopify') : 'nobody';
    return { reason: platformReason, refund: refund.value, restock: choice.restock, teller };
  }
}

type StaffTexts = Pick<CancellationTexts, 'noteToCustomer' | 'internalNote'>;

const textsOf = (choice: StaffChoice): StaffTexts => ({
  noteToCustomer: choice.noteToCustomer.trim() || null,
  internalNote: choice.internalNote.trim() || null,
});

function readRefund(choice: StaffChoice, order: OrderFacts, suggested: SuggestedRefundFacts) {
  const wanted = readRefundChoice(choice, order, suggested);
  return wanted.ok ? planRefund(order, suggested, wanted.value) : wanted;
}

function readRefundChoice(
  { issueRefund, amount, method }: StaffChoice,
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
): Result<RefundChoice, Refusal> {
  if (!issueRefund) return ok({ kind: 'nothing' });
  const asked = parseMoney(amount.trim(), order.presentmentCurrencyCode);
  if (!asked) return err({ code: 'amount_malformed' });
  const maximum = suggested.maximumRefundable.presentment;
  if (asked.minor === maximum.minor && isPositive(maximum))
    return ok({ kind: 'everything', method });
  return ok({ kind: 'amount', method, amount: asked });
}
