import type { Messages } from '../../../messages/message-types.ts';
import { type PolicyDraft, type RuleSection, sectionOf } from './policy-draft.ts';

/** Where on the page a fault is, and how that place is called. */
export interface FaultPlace {
  /** The rule whose page it is on; null for the page of all rules. */
  readonly ruleId: string | null;
  readonly section: RuleSection | null;
  /** "Everybody, Fee". */
  readonly label: string;
}

/** Finds the place of a fault by its path in the document. */
export function placeOf(path: string, draft: PolicyDraft, { t }: Messages<'staff'>): FaultPlace {
  const [part = '', index = '', field = '', position = ''] = path.split('.');
  const rule = part === 'rules' ? draft.rules[Number(index)] : undefined;
  if (rule && index !== '') {
    const section = sectionOf(field);
    const exclusion = field === 'exclusions' ? rule.exclusions[Number(position)] : undefined;
    const of = {
      rule:
        rule.name.trim() === ''
          ? t('policy.place.ruleNumber', { number: Number(index) + 1 })
          : rule.name,
      section: t(`policy.section.${section}`),
    };
    const label =
      exclusion && position !== ''
        ? t('policy.place.ofExclusion', {
            ...of,
            exclusion: t(`policy.exclusion.label.${exclusion.kind}`),
          })
        : t('policy.place.ofRule', of);
    return { ruleId: rule.id, section, label };
  }
  const reason = part === 'reasons' && index !== '' ? draft.reasons[Number(index)] : undefined;
  const known = Object.hasOwn(draft, part) ? (part as keyof PolicyDraft) : 'policy';
  const named = t(`policy.place.${known}`);
  const label =
    reason && reason.label.trim() !== ''
      ? t('policy.place.ofReason', { part: named, reason: reason.label })
      : named;
  return { ruleId: null, section: null, label };
}

/** The DOM id of a document's field: by it a fault's link finds the field. */
export const fieldId = (path: string): string => `policy.${path}`;
