import type { FindingState } from '../../app/domain/health/finding.ts';
import { messagesIn } from '../../app/messages/messages.ts';
import { presentCheck } from '../../app/presentation/shop/present-health.ts';
import type { Diagnosis } from './diagnose.ts';

const MARKS: Readonly<Record<FindingState, string>> = {
  ok: 'OK       ',
  attention: 'ATTENTION',
  broken: 'BROKEN   ',
  unknown: 'UNKNOWN  ',
};

/** What was found, for a person or for a program. */
export function printDiagnosis(diagnosis: Diagnosis, form: 'text' | 'json'): string {
  const messages = messagesIn('en', 'staff');
  const checks = diagnosis.checked.map((each) => ({
    ...presentCheck(each, messages),
    codes: each.findings.map(({ code }) => code),
    facts: diagnosis.facts[each.check],
  }));
  const { shop, state } = diagnosis;
  const lookedAt = new Date(diagnosis.lookedAt).toISOString();
  if (form === 'json') return `${JSON.stringify({ shop, lookedAt, state, checks }, null, 2)}\n`;
  const lines = checks.flatMap(({ name, title, findings }) =>
    findings.flatMap((found, index) => [
      `${MARKS[found.state]}  ${index === 0 ? title : '└'}`,
      `           ${found.means}`,
      ...(found.todo === null ? [] : [`           → ${found.todo}`]),
      ...(name === 'webhooks' && index === findings.length - 1 ? topicLines(diagnosis) : []),
    ]),
  );
  return [
    ...(shop === null ? [] : [`${shop}, ${lookedAt}`, '']),
    ...lines,
    '',
    `${messages.t(`health.summary.${state}`)}.`,
    '',
  ].join('\n');
}

/** When a webhook of each topic last came. */
function topicLines({ facts: { webhooks } }: Diagnosis): readonly string[] {
  if (!webhooks.ok) return [];
  return webhooks.value.topics.map(
    ({ topic, lastAt }) =>
      `           ${topic.padEnd(50)} ${lastAt === null ? 'never' : new Date(lastAt).toISOString()}`,
  );
}
