import { parsePolicy } from '../../../domain/policy/document/parse-policy.ts';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { type Result, err } from '../../../domain/result.ts';
import type { Messages } from '../../../messages/message-types.ts';
import {
  type PolicyFaults,
  policyFaultsByPath,
} from '../../../presentation/policy/policy-fault-words.ts';
import { type PolicyDraft, documentOf } from './policy-draft.ts';

/** Reads the form as the server will, with the same schema. */
export function readDraft(
  draft: PolicyDraft,
  messages: Messages<'staff'>,
): Result<PolicyDocument, PolicyFaults> {
  const parsed = parsePolicy(documentOf(draft));
  return parsed.ok ? parsed : err(policyFaultsByPath(parsed.error, messages));
}
