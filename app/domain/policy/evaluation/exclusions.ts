import type { LineItemId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import type { RefusalOf } from '../../refusal.ts';
import { folded } from '../../text/text.ts';
import type { ReviewReason } from './evaluation.ts';
import type { Exclusion, Rule } from '../document/policy.ts';

/** An exclusion that applies, and which of its values did; null for one without values. */
export interface Match {
  readonly exclusion: Exclusion;
  readonly matched: string | null;
}

/** What a rule leaves out of a line. */
export const exclusionsOfLine = (rule: Rule, line: LineItemFacts): readonly Match[] =>
  rule.exclusions.flatMap((exclusion) => lineMatch(exclusion, line));

/** What a rule leaves out because of the order as a whole. */
export const exclusionsOfOrder = (rule: Rule, order: OrderFacts): readonly Match[] =>
  rule.exclusions.flatMap((exclusion) => orderMatch(exclusion, order));

/** A match as a reason against; `lineItemId` null for the whole order. */
export const asRefusal = (
  { exclusion, matched }: Match,
  lineItemId: LineItemId | null,
): RefusalOf<'excluded'> => ({
  code: 'excluded',
  exclusion: exclusion.kind,
  matched,
  wording: exclusion.wording,
  lineItemId,
});

/** A match as a reason for a person to decide. */
export const asReviewReason = (
  { exclusion }: Match,
  lineItemId: LineItemId | null,
): ReviewReason => ({ code: 'excluded', exclusion: exclusion.kind, lineItemId });

function lineMatch(exclusion: Exclusion, line: LineItemFacts): readonly Match[] {
  switch (exclusion.kind) {
    case 'product_tag':
    case 'final_sale':
      return oneOf(exclusion, exclusion.values, line.productTags);
    case 'product_type':
      return oneOf(
        exclusion,
        exclusion.values,
        line.productType === null ? [] : [line.productType],
      );
    case 'collection':
      return oneOf(exclusion, exclusion.values, line.collectionIds);
    case 'gift_card':
      return when(line.isGiftCard, exclusion);
    case 'subscription':
      return when(line.sellingPlan === 'SUBSCRIPTION', exclusion);
    case 'pre_order':
      return when(line.sellingPlan === 'PRE_ORDER', exclusion);
    case 'personalised':
      return when(line.propertyNames.some(isShownToCustomers), exclusion);
    case 'digital':
      return when(!line.requiresShipping && !line.isGiftCard, exclusion);
    default:
      return [];
  }
}

function orderMatch(exclusion: Exclusion, order: OrderFacts): readonly Match[] {
  switch (exclusion.kind) {
    case 'customer_tag':
      return oneOf(exclusion, exclusion.values, order.customerTags);
    case 'order_tag':
      return oneOf(exclusion, exclusion.values, order.tags);
    case 'sales_channel':
      return oneOf(
        exclusion,
        exclusion.values,
        order.salesChannel === null ? [] : [order.salesChannel],
      );
    case 'payment_method':
      return oneOf(exclusion, exclusion.values, paymentMethodsOf(order));
    case 'risk_level':
      return oneOf(exclusion, exclusion.values, [order.risk.level]);
    default:
      return [];
  }
}

/** Apps keep data of their own in properties that begin with an underscore; shops do not show those. */
const isShownToCustomers = (propertyName: string): boolean => !propertyName.startsWith('_');

/** The gateways that took, reserved or await money; attempts that failed say nothing. */
const paymentMethodsOf = (order: OrderFacts): readonly string[] =>
  order.transactions
    .filter(
      (t) =>
        (t.kind === 'SALE' ||
          t.kind === 'CAPTURE' ||
          t.kind === 'AUTHORIZATION' ||
          t.kind === 'EMV_AUTHORIZATION') &&
        t.status !== 'ERROR' &&
        t.status !== 'FAILURE',
    )
    .map((t) => t.gatewayName);

const when = (applies: boolean, exclusion: Exclusion): readonly Match[] =>
  applies ? [{ exclusion, matched: null }] : [];

function oneOf(
  exclusion: Exclusion,
  values: readonly string[],
  found: readonly string[],
): readonly Match[] {
  if (found.length === 0) return [];
  const known = new Set(found.map(folded));
  const matched = values.find((value) => known.has(folded(value)));
  return matched === undefined ? [] : [{ exclusion, matched }];
}
