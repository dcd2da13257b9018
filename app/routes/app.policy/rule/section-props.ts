import type { RuleDraft } from '../draft/policy-draft.ts';

/** What the fields of one part of a rule get. */
export interface SectionProps {
  readonly rule: RuleDraft;
  /** Of the rule in the document: "rules.0". */
  readonly path: string;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}
