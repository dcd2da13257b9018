import type { Rule } from '../policy/document/policy.ts';
import type { RefundMethod } from './plan/refund-plan.ts';

/** What a policy's rule says about money and goods: all that a refund plan needs of it. */
export interface RefundTerms {
  readonly method: RefundMethod;
  /** Added where the method is store credit; null for none. */
  readonly bonusPercent: number | null;
  readonly fee: Rule['fee'];
  readonly restock: Rule['restock'];
  readonly partial: Rule['partial'];
  readonly thresholds: Rule['thresholds'];
}

/** A rule's terms for a method that it offers. */
export function termsOf(rule: Rule, method: RefundMethod): RefundTerms {
  const { fee, restock, partial, thresholds } = rule;
  const bonusPercent = rule.refund.storeCreditBonusPercent;
  return { method, bonusPercent, fee, restock, partial, thresholds };
}

/** The methods a rule offers, the first one chosen unless the customer says otherwise. */
export function methodsOf(rule: Rule): readonly [RefundMethod, ...RefundMethod[]] {
  const { method } = rule.refund;
  return method === 'customers_choice' ? ['original', 'store_credit'] : [method];
}

/** Staff choose an amount instead: no fee, and nothing is taken back of any deal. */
export function staffTerms(method: RefundMethod, restock: boolean): RefundTerms {
  return {
    method,
    bonusPercent: null,
    fee: { kind: 'none' },
    restock: { byDefault: restock, neverTags: [] },
    partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
    thresholds: { behaviour: 'keep_the_deal' },
  };
}
