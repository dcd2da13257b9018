import type { Messages } from '../../../messages/message-types.ts';
import { beginningOf } from '../../../domain/text/text.ts';
import { type RuleDraft, ruleDraftOf } from './policy-draft.ts';

/** Long enough that no two of a shop ever get the same, also after one was removed. */
export const newId = (prefix: string): string =>
  `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;

/** A rule to begin with: careful, and complete but for its name. */
export function newRule(): RuleDraft {
  return ruleDraftOf({
    id: newId('rule'),
    name: '',
    who: ['customer', 'guest'],
    countries: [],
    what: 'whole_order',
    exclusions: [],
    instant: { minutes: 60, cutOff: null, untilFulfillment: true },
    request: null,
    reviewAbove: null,
    refund: { method: 'original', storeCreditBonusPercent: null },
    fee: { kind: 'none' },
    restock: { byDefault: true, neverTags: [] },
    partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
    thresholds: { behaviour: 'keep_the_deal' },
  });
}

const LONGEST_NAME = 60;

/** A rule like another, under a name of its own. */
export function copyOf(rule: RuleDraft, { t }: Messages<'staff'>): RuleDraft {
  const added = t('policy.rule.copy', { name: '' }).length;
  const name = t('policy.rule.copy', { name: beginningOf(rule.name, LONGEST_NAME - added) });
  return { ...rule, id: newId('rule'), name };
}
