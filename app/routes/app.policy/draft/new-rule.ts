import type { Messages } from '../../../messages/message-types.ts';
import { PLAIN_RULE } from '../../../domain/policy/document/default-policy.ts';
import { beginningOf } from '../../../domain/text/text.ts';
import { type RuleDraft, ruleDraftOf } from './policy-draft.ts';

/** Long enough that no two of a shop ever get the same, also after one was removed. */
export const newId = (prefix: string): string =>
  `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;

/** A rule to begin with, without a name. */
export const newRule = (): RuleDraft => ruleDraftOf({ ...PLAIN_RULE, id: newId('rule'), name: '' });

const LONGEST_NAME = 60;

/** A rule like another, under a name of its own. */
export function copyOf(rule: RuleDraft, { t }: Messages<'staff'>): RuleDraft {
  const added = t('policy.rule.copy', { name: '' }).length;
  const name = t('policy.rule.copy', { name: beginningOf(rule.name, LONGEST_NAME - added) });
  return { ...rule, id: newId('rule'), name };
}
