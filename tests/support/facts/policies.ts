import type { OrderFacts } from '../../../app/domain/order/facts.ts';
import { PLAIN_RULE } from '../../../app/domain/policy/document/default-policy.ts';
import { judge } from '../../../app/domain/policy/evaluation/evaluate.ts';
import type { Evaluation } from '../../../app/domain/policy/evaluation/evaluation.ts';
import { type Selection, checked } from '../../../app/domain/refund/goods/selection.ts';
import { DEFAULT_POLICY } from '../../../app/messages/default-policy.ts';
import type { Policy, PolicyDocument, Rule } from '../../../app/domain/policy/document/policy.ts';

/** A rule for everybody without exclusions, within 60 minutes whatever the warehouse does. */
export function rule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 'everybody',
    name: 'Everybody',
    ...PLAIN_RULE,
    who: ['customer', 'guest', 'company_buyer'],
    what: 'quantities',
    instant: { minutes: 60, cutOff: null, untilFulfillment: false },
    ...changes,
  };
}

/** A policy of one rule, or of those given; version 1. */
export function policy(changes: Partial<Policy> = {}): Policy {
  return { ...DEFAULT_POLICY, version: 1, rules: [rule()], ...changes };
}

/** What of a policy is stored: all but its version. */
export function documentOf({
  enabled,
  rules,
  calendar,
  reviewDays,
  requestsAfterDecline,
  reasons,
  limit,
  staff,
}: Policy): PolicyDocument {
  return { enabled, rules, calendar, reviewDays, requestsAfterDecline, reasons, limit, staff };
}

/** What a request meets, as it was made: held against the order first, then against the policy. */
export function judged(
  evaluation: Evaluation,
  facts: OrderFacts,
  selection: Selection,
): ReturnType<typeof judge> {
  const known = checked(selection, facts);
  return known.ok
    ? judge(evaluation, facts, known.value)
    : { refusals: known.error, handling: 'automatic', reviewReasons: [] };
}
