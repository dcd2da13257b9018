import type { WrittenFault } from '../../text/written-number.ts';

/** What can be wrong with a field of a policy; its words are those of the page. */
export const POLICY_FAULTS = [
  'id_malformed',
  'text_missing',
  'text_too_long',
  'language_malformed',
  'currency_unknown',
  'amount_not_positive',
  'minutes_not_whole',
  'minutes_missing',
  'days_not_whole',
  'days_missing',
  'requests_not_whole',
  'requests_missing',
  'cancellations_not_whole',
  'cancellations_missing',
  'percent_malformed',
  'percent_too_low',
  'percent_too_high',
  'percent_too_fine',
  'tag_empty',
  'value_missing',
  'above_maximum',
  'no_minutes',
  'window_too_long',
  'time_malformed',
  'discount_unnamed',
  'too_many_discounts',
  'too_many_tags',
  'rule_unnamed',
  'who_missing',
  'country_malformed',
  'too_many_exclusions',
  'window_missing',
  'bonus_without_credit',
  'rule_missing',
  'too_many_rules',
  'opening_day_missing',
  'too_many_weekdays',
  'date_malformed',
  'too_many_days',
  'no_days',
  'negative',
  'reason_missing',
  'too_many_reasons',
  'below_minimum',
  'more_than_a_year',
  'id_taken',
  'malformed',
] as const;
export type PolicyFaultCode = (typeof POLICY_FAULTS)[number];

/** A fault of a field: `count` is the limit that it breaks, 0 where it breaks none. */
export type PolicyFaultOf =
  | { readonly code: PolicyFaultCode; readonly count: number }
  /** A text that is no amount. */
  | { readonly code: 'amount'; readonly fault: WrittenFault; readonly currencyCode: string };

/** A fault as the text of a schema's issue, which is all that an issue carries: "text_too_long 60". */
export const faultText = (code: PolicyFaultCode, count = 0): string =>
  count === 0 ? code : `${code} ${count}`;

/** The same of a text that is no amount: "amount ambiguous EUR". */
export const amountFaultText = (fault: WrittenFault, currencyCode: string): string =>
  `amount ${fault} ${currencyCode}`;

/** Reads what an issue says; what the schema's library says by itself is `malformed`. */
export function readFaultText(text: string): PolicyFaultOf {
  const [word = '', first = '0', second = ''] = text.split(' ');
  if (word === 'amount') {
    return { code: 'amount', fault: first as WrittenFault, currencyCode: second };
  }
  const code = POLICY_FAULTS.find((known) => known === word);
  const count = Number(first);
  return code === undefined || !Number.isFinite(count)
    ? { code: 'malformed', count: 0 }
    : { code, count };
}
