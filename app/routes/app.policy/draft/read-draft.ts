import { type PolicyFault, parsePolicy } from '../../../domain/policy/document/parse-policy.ts';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { type Result, err } from '../../../domain/result.ts';
import { type PolicyDraft, documentOf } from './policy-draft.ts';

/** What is wrong, by the path of the field in the document: "rules.0.instant.minutes". */
export type PolicyFaults = Readonly<Record<string, string>>;

/** The first fault of each field. */
export function faultsByPath(faults: readonly PolicyFault[]): PolicyFaults {
  const byPath: Record<string, string> = {};
  for (const { path, message } of faults) byPath[path.join('.')] ??= message;
  return byPath;
}

/** Reads the form as the server will, with the same schema. */
export function readDraft(draft: PolicyDraft): Result<PolicyDocument, PolicyFaults> {
  const parsed = parsePolicy(documentOf(draft));
  return parsed.ok ? parsed : err(faultsByPath(parsed.error));
}
