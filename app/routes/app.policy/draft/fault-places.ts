import { EXCLUSION_LABELS } from '../../../presentation/policy/rule-words.ts';
import type { PolicyDraft } from './policy-draft.ts';

/** The parts of a rule, in the order of its page. */
export const RULE_SECTIONS = [
  'who',
  'what',
  'when',
  'refund',
  'fee',
  'restock',
  'partial',
  'deals',
] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<RuleSection, string>> = {
  who: 'Who',
  what: 'What',
  when: 'When and how',
  refund: 'Refund',
  fee: 'Fee',
  restock: 'Restock',
  partial: 'Partial cancellations',
  deals: 'Deals',
};

const SECTION_OF: Readonly<Record<string, RuleSection>> = {
  name: 'who',
  who: 'who',
  countries: 'who',
  what: 'what',
  exclusions: 'what',
  instant: 'when',
  request: 'when',
  reviewAbove: 'when',
  refund: 'refund',
  fee: 'fee',
  restock: 'restock',
  partial: 'partial',
  thresholds: 'deals',
};

/** Where on the page a fault is, and how that place is called. */
export interface FaultPlace {
  /** The rule whose page it is on; null for the page of all rules. */
  readonly ruleId: string | null;
  readonly section: RuleSection | null;
  /** "Everybody, Fee". */
  readonly label: string;
}

const PARTS: Readonly<Record<string, string>> = {
  enabled: 'Customers can cancel',
  calendar: 'Opening days',
  reviewDays: 'Days to answer',
  requestsAfterDecline: 'Requests after a decline',
  reasons: 'Reasons',
  limit: 'Limit for a customer',
  staff: 'Staff',
  rules: 'Rules',
};

/** Finds the place of a fault by its path in the document. */
export function placeOf(path: string, draft: PolicyDraft): FaultPlace {
  const [part = '', index = '', field = '', position = ''] = path.split('.');
  const rule = part === 'rules' ? draft.rules[Number(index)] : undefined;
  if (rule && index !== '') {
    const section = SECTION_OF[field] ?? 'who';
    const exclusion = field === 'exclusions' ? rule.exclusions[Number(position)] : undefined;
    const details = exclusion && position !== '' ? `, ${EXCLUSION_LABELS[exclusion.kind]}` : '';
    const name = rule.name.trim() === '' ? `Rule ${Number(index) + 1}` : rule.name;
    return { ruleId: rule.id, section, label: `${name}, ${SECTION_TITLES[section]}${details}` };
  }
  const reason = part === 'reasons' && index !== '' ? draft.reasons[Number(index)] : undefined;
  const details = reason && reason.label.trim() !== '' ? `, “${reason.label}”` : '';
  return { ruleId: null, section: null, label: `${PARTS[part] ?? 'Policy'}${details}` };
}

/** The DOM id of a document's field: by it a fault's link finds the field. */
export const fieldId = (path: string): string => `policy.${path}`;
