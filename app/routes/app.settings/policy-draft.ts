import {
  type Policy,
  type PolicyDocument,
  type PolicyReason,
  policyDocument,
} from '../../domain/policy/policy.ts';
import { type Result, err, ok } from '../../domain/result.ts';

/** The policy as it stands in the form: numbers are still texts, and may be anything. */
export interface PolicyDraft {
  readonly enabled: boolean;
  readonly until: PolicyDocument['window']['until'];
  readonly minutes: string;
  readonly handling: PolicyDocument['handling'];
  readonly reviewDays: string;
  readonly restock: boolean;
  readonly refundMethod: PolicyDocument['refundMethod'];
  readonly reasons: readonly PolicyReason[];
}

/** What is wrong, by the path of the field in the document: "window.minutes", "reasons.0.label". */
export type PolicyFaults = Readonly<Record<string, string>>;

const MINUTES_TO_BEGIN_WITH = '60';

export function draftOf(policy: PolicyDocument): PolicyDraft {
  return {
    enabled: policy.enabled,
    until: policy.window.until,
    minutes:
      policy.window.until === 'minutes' ? String(policy.window.minutes) : MINUTES_TO_BEGIN_WITH,
    handling: policy.handling,
    reviewDays: String(policy.reviewDays),
    restock: policy.restock,
    refundMethod: policy.refundMethod,
    reasons: policy.reasons,
  };
}

/** Reads the form as the server will, with the same schema. A field that is not shown keeps its saved value. */
export function readDraft(draft: PolicyDraft, saved: Policy): Result<PolicyDocument, PolicyFaults> {
  const { until, minutes, handling, reviewDays, ...rest } = draft;
  const parsed = policyDocument.safeParse({
    ...rest,
    handling,
    window: until === 'minutes' ? { until, minutes: wholeNumber(minutes) } : { until },
    reviewDays: handling === 'review' ? wholeNumber(reviewDays) : saved.reviewDays,
  });
  if (parsed.success) return ok(parsed.data);
  const faults: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) faults[path.join('.')] ??= message;
  return err(faults);
}

export const isChanged = (draft: PolicyDraft, saved: Policy): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(saved));

const wholeNumber = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN);

/** Moves one entry of a list by one place; the list itself where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const entry = list[from];
  const other = list[to];
  if (entry === undefined || other === undefined) return list;
  return list.with(from, other).with(to, entry);
}
