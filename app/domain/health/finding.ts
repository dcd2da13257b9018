import type { EpochMs } from '../time.ts';

/** Fine; worth a look; does not work; nobody can say from here. */
export type FindingState = 'ok' | 'attention' | 'broken' | 'unknown';

/** Put into the words of a finding: an instant is written as the reader's language writes it, names as a list. */
export type FindingValue = string | number | readonly string[] | { readonly time: EpochMs };

/** Every code that a check can find; `health.findings` has the words: what it means, and what to do. */
export type FindingCode =
  | 'not_readable'
  | 'not_looked_at'
  | 'configuration_good'
  | 'configuration_faulty'
  | 'database_faulty'
  | 'address_not_public'
  | 'worker_working'
  | 'worker_behind'
  | 'token_good'
  | 'token_renewed'
  | 'token_lasting'
  | 'token_ending'
  | 'token_ended'
  | 'token_missing'
  | 'scopes_granted'
  | 'scopes_missing'
  | 'fields_approved'
  | 'fields_withheld'
  | 'fields_unseen'
  | 'orders_withheld'
  | 'costs_fit'
  | 'costs_differ'
  | 'costs_too_high'
  | 'costs_unreported'
  | 'webhooks_arrive'
  | 'webhooks_late'
  | 'webhooks_none'
  | 'webhooks_no_orders'
  | 'topics_unseen'
  | 'subscriptions_none'
  | 'subscriptions_own'
  | 'proxy_answers'
  | 'proxy_password'
  | 'proxy_elsewhere'
  | 'proxy_missing'
  | 'proxy_failing'
  | 'proxy_unreachable'
  | 'bundles_right'
  | 'bundles_wrong'
  | 'bundles_missing'
  | 'theme_placed'
  | 'theme_not_placed'
  | 'theme_unseen'
  | 'theme_unsaid'
  | 'native_off'
  | 'native_on'
  | 'native_used'
  | 'native_unseen';

/** One thing that was found, without its words. */
export interface Finding {
  readonly code: FindingCode;
  readonly state: FindingState;
  readonly values: Readonly<Record<string, FindingValue>>;
}

export const finding = (
  state: FindingState,
  code: FindingCode,
  values: Finding['values'] = {},
): Finding => ({ code, state, values });

/** From the best to the one that has to be seen first. */
const BY_WEIGHT: readonly FindingState[] = ['ok', 'unknown', 'attention', 'broken'];

/** Those that have to be seen first before the others, which keep their order. */
export const worstFirst = <T extends Pick<Finding, 'state'>>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => BY_WEIGHT.indexOf(b.state) - BY_WEIGHT.indexOf(a.state));

/** The one state of several findings that has to be seen first; fine for none. */
export const worstOf = (findings: readonly Pick<Finding, 'state'>[]): FindingState =>
  BY_WEIGHT[Math.max(0, ...findings.map(({ state }) => BY_WEIGHT.indexOf(state)))] ?? 'ok';
