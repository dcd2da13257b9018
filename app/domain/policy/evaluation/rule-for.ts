import type { OrderFacts } from '../../order/facts.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, ok } from '../../result.ts';
import type { Buyer, PolicyDocument, Rule } from '../document/policy.ts';

/** The first rule that speaks to the buyer and covers the country, or why none does. */
export function ruleFor(
  policy: PolicyDocument,
  order: OrderFacts,
  buyer: Buyer,
): Result<Rule, Refusal> {
  if (order.company && buyer === 'customer') return err({ code: 'not_a_company_buyer' });
  const { countryCode } = order;
  const forBuyer = policy.rules.filter((rule) => rule.who.includes(buyer));
  const rule = forBuyer.find(
    ({ countries }) =>
      countries.length === 0 || (countryCode !== null && countries.includes(countryCode)),
  );
  // Only somebody with a role at the company may act for it: a rule for guests does not speak of companies.
  if (order.company && (buyer !== 'company_buyer' || forBuyer.length === 0)) {
    return err({ code: 'company_purchase' });
  }
  if (rule) return ok(rule);
  return err(
    forBuyer.length > 0
      ? { code: 'no_rule_for_country', countryCode }
      : { code: 'no_rule_for_buyer' },
  );
}
