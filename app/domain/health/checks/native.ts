import { check } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * Whether customers can also ask by Shopify's own button. The rules of its profiles can be read with one more scope;
 * whether the whole is turned on cannot.
 * Sources: https://shopify.dev/changelog/return-policy-profiles-are-now-available-in-the-graphql-admin-api,
 * https://help.shopify.com/manual/orders/self-serve-returns/return-rules
 */
export const native = check('native', ({ rules, isUsed }): readonly Finding[] => {
  if (isUsed === true) return [finding('attention', 'native_used')];
  if (rules === 'forbid') return [finding('ok', 'native_off')];
  return rules === 'allow'
    ? [finding('attention', 'native_on')]
    : [finding('unknown', 'native_unseen')];
});
