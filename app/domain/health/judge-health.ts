import type { EpochMs } from '../time.ts';
import type { Check } from './check.ts';
import { configuration } from './checks/configuration.ts';
import { costs } from './checks/costs.ts';
import { extensions } from './checks/extensions.ts';
import { fields } from './checks/fields.ts';
import { native } from './checks/native.ts';
import { proxy } from './checks/proxy.ts';
import { scopes } from './checks/scopes.ts';
import { subscriptions } from './checks/subscriptions.ts';
import { theme } from './checks/theme.ts';
import { tokens } from './checks/tokens.ts';
import { webhooks } from './checks/webhooks.ts';
import { worker } from './checks/worker.ts';
import type { AllFacts, CheckName, Facts } from './facts.ts';
import { type Finding, finding } from './finding.ts';

/** Every check, in the order in which they are read: what the later ones need stands first. */
const CHECKS: { readonly [Name in CheckName]: Check<Name> } = {
  configuration,
  worker,
  tokens,
  scopes,
  fields,
  costs,
  webhooks,
  subscriptions,
  proxy,
  extensions,
  theme,
  native,
};

export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** What a check found. */
export interface Checked {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
}

/** What all that was read means, check by check; the one place that judges, for the page and the command alike. */
export const judgeHealth = (facts: AllFacts, now: EpochMs): readonly Checked[] =>
  CHECK_NAMES.map((name) => ({ check: name, findings: judged(name, facts, now) }));

/** What was read for one check, or why it was not. */
export const judged = <Name extends CheckName>(
  name: Name,
  facts: { readonly [Each in Name]: Facts<Each> },
  now: EpochMs,
): readonly Finding[] => {
  const read: Facts<Name> = facts[name];
  const check: Check<Name> = CHECKS[name];
  if (read.ok) return check.judge(read.value, now);
  return read.error.code === 'not_looked_at'
    ? [finding('unknown', check.elsewhere)]
    : [
        finding('unknown', 'not_readable', {
          reason: read.error.reason,
          detail: read.error.detail,
        }),
      ];
};
