import type { Messages } from '../../../messages/message-types.ts';
import { type PolicyField, fieldsOf } from './policy-fields.ts';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';

/** One difference between two policies, in the words of the policy page. */
export interface PolicyChange {
  /** Where it is: "Rule “Everybody”", "Reasons", "Staff". */
  readonly section: string;
  readonly label: string;
  /** Null for what is new. */
  readonly before: string | null;
  /** Null for what is gone. */
  readonly after: string | null;
}

/**
 * Everything in which a draft differs from the policy in force, in the order of the policy page. Nothing of
 * a document can change without appearing here.
 */
export function diffPolicies(
  live: PolicyDocument,
  draft: PolicyDocument,
  messages: Messages<'staff'>,
): readonly PolicyChange[] {
  const before = fieldsOf(live, messages);
  const after = fieldsOf(draft, messages);
  const was = new Map(before.map((field) => [field.key, field]));
  const is = new Map(after.map((field) => [field.key, field]));
  const order = [...after, ...before.filter(({ key }) => !is.has(key))];
  return order.flatMap((field: PolicyField) => {
    const { section, label } = field;
    const [old, now] = [was.get(field.key)?.value ?? null, is.get(field.key)?.value ?? null];
    return old === now ? [] : [{ section, label, before: old, after: now }];
  });
}
