import type { Money } from '../../domain/money.ts';
import { isDocument, type StoredDocument } from '../upcast.ts';

/**
 * Until parts of orders could be cancelled, a refund plan was an amount and its payments: no lines, no fee, no
 * terms, and a decline named no next step. Both shapes were stored without a number, so they are told apart by
 * what is missing.
 *
 * What such a plan did not say is said as it then was: the whole order, planned anew as staff would, and all
 * that was not to be given back was withheld by choice. The shop's own currency was not noted; the amount
 * stands for both, and it is information there.
 */
export function fromAmountsAlone(event: StoredDocument): StoredDocument {
  switch (event.type) {
    case 'requested':
      return { workUnderWay: false, ...event, plan: wholePlan(event.plan) };
    case 'approved':
      return { ...event, plan: wholePlan(event.plan) };
    case 'readiness_confirmed':
      return { ...event, refund: wholeRefund(event.refund) };
    case 'effect_intended':
      return isDocument(event.effect) && event.effect.kind === 'cancel'
        ? { ...event, effect: { ...event.effect, plan: wholePlan(event.effect.plan) } }
        : event;
    case 'turned_back':
      return isDocument(event.why) && event.why.code === 'staff_declined'
        ? { ...event, why: { nextStep: 'contact_shop', ...event.why } }
        : event;
    default:
      return event;
  }
}

/** What a plan said then. */
interface AmountAlone extends StoredDocument {
  readonly choice: 'everything' | 'amount' | 'nothing';
  readonly method: 'original' | 'store_credit';
  readonly amount: Money;
  readonly maximum: Money;
  readonly execution: 'with_cancel' | 'after_cancel' | 'none';
}

function wholePlan(plan: unknown): unknown {
  if (!isDocument(plan) || 'terms' in plan) return plan;
  const { restock, refund, ...rest } = plan;
  const { method } = refund as AmountAlone;
  return {
    ...rest,
    refund: wholeRefund(refund),
    terms: {
      method,
      bonusPercent: null,
      fee: { kind: 'none' },
      restock: { byDefault: restock, neverTags: [] },
      partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
      thresholds: { behaviour: 'keep_the_deal' },
    },
    giftCards: [],
  };
}

function wholeRefund(refund: unknown): unknown {
  if (!isDocument(refund) || 'selection' in refund) return refund;
  const { amount, maximum, execution } = refund as AmountAlone;
  const none = { ...amount, minor: 0 };
  return {
    ...refund,
    selection: { kind: 'order' },
    lines: [],
    shipping: { amount: none, tax: none },
    tip: none,
    additionalFees: none,
    worth: maximum,
    notPaid: none,
    fee: none,
    lostDeals: [],
    withheld: { ...maximum, minor: maximum.minor - amount.minor },
    pendingPayment: none,
    bonus: none,
    amountInBoth: { presentment: amount, shop: amount },
    execution: execution === 'none' ? 'cancel_only' : execution,
  };
}
