import type { Health } from '../../application/health/read-health.ts';
import type { CheckView, FindingView, HealthView } from '../../contract/shop/health-view.ts';
import { type Finding, type FindingValue, worstOf } from '../../domain/health/finding.ts';
import type { Checked } from '../../domain/health/judge-health.ts';
import type { Messages } from '../../messages/message-types.ts';
import { dateAndTime } from '../text/dates.ts';
import { listed } from '../text/listed.ts';

type StaffMessages = Messages<'staff'>;

/** Everything that was found, in words; `timeZone` is the shop's, and the process's own where it is left out. */
export function presentHealth(
  { lookedAt, facts, checked }: Health,
  messages: StaffMessages,
  timeZone?: string,
): HealthView {
  const { webhooks, costs } = facts;
  return {
    lookedAt: iso(lookedAt),
    state: worstOf(checked.flatMap(({ findings }) => findings)),
    checks: checked.map((each) => ({
      ...presentCheck(each, messages, timeZone),
      topics:
        each.check === 'webhooks' && webhooks.ok
          ? webhooks.value.topics.map(({ topic, lastAt }) => ({
              topic,
              lastAt: lastAt === null ? null : iso(lastAt),
            }))
          : null,
      costs:
        each.check === 'costs' && costs.ok
          ? costs.value
              .filter(({ isAsked }) => isAsked)
              .map(({ document, expected, reported }) => ({ document, expected, reported }))
          : null,
    })),
  };
}

/** One check without its details. */
export function presentCheck(
  { check, findings }: Checked,
  messages: StaffMessages,
  timeZone?: string,
): Omit<CheckView, 'topics' | 'costs'> {
  return {
    name: check,
    title: messages.t(`health.check.${check}`),
    state: worstOf(findings),
    findings: findings.map((found) => presentFinding(found, messages, timeZone)),
  };
}

/** What was found, what it means and what to do. */
export function presentFinding(
  { state, code, values }: Finding,
  messages: StaffMessages,
  timeZone?: string,
): FindingView {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, wordsOf(name, value, messages, timeZone)]),
  );
  // Every code has its own values; the test beside this asks for each of them.
  const t = messages.t as (
    key: string,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  return {
    state,
    means: t(`health.finding.${code}.means`, said),
    todo: messages.find(`health.finding.${code}.todo`),
  };
}

function wordsOf(
  name: string,
  value: FindingValue,
  messages: StaffMessages,
  timeZone?: string,
): string | number {
  const { locale, find } = messages;
  const word = (text: string): string => find(`health.${name.replace(/s$/, '')}.${text}`) ?? text;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return word(value);
  return 'time' in value
    ? dateAndTime(value.time, locale, timeZone)
    : listed(value.map(word), locale);
}

const iso = (at: number): string => new Date(at).toISOString();
