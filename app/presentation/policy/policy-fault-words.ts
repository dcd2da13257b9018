import type { PolicyFault } from '../../domain/policy/document/parse-policy.ts';
import type { PolicyFaultOf } from '../../domain/policy/document/policy-faults.ts';
import { amountExample } from '../../domain/text/written-amount.ts';
import { exponentOf } from '../../domain/money.ts';
import type { Messages } from '../../messages/message-types.ts';
import { amountFaultText } from '../refusal/staff-refusal.ts';

/** What is wrong, by the path of the field in the document: "rules.0.instant.minutes". */
export type PolicyFaults = Readonly<Record<string, string>>;

/** The first fault of each field, in words. */
export function policyFaultsByPath(
  faults: readonly PolicyFault[],
  messages: Messages<'staff'>,
): PolicyFaults {
  const byPath: Record<string, string> = {};
  for (const { path, fault } of faults)
    byPath[path.join('.')] ??= policyFaultWords(fault, messages);
  return byPath;
}

/** What is wrong with a field of a policy, and what would be right. */
export function policyFaultWords(fault: PolicyFaultOf, messages: Messages<'staff'>): string {
  const { t, locale } = messages;
  switch (fault.code) {
    case 'amount': {
      const { currencyCode } = fault;
      const example = amountExample(currencyCode, locale);
      const decimals = exponentOf(currencyCode);
      return amountFaultText({ fault: fault.fault, currencyCode, decimals, example }, messages);
    }
    case 'percent_malformed':
      return t('policyFaults.percent_malformed', { example: 12.5 });
    case 'percent_too_low':
      return t('policyFaults.percent_too_low', { lowest: 0.01 });
    default:
      return t(`policyFaults.${fault.code}`, { count: fault.count });
  }
}
