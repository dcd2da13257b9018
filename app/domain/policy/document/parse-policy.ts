import { type PolicyFaultOf, readFaultText } from './policy-faults.ts';
import { type Result, err, ok } from '../../result.ts';
import { type PolicyDocument, policyDocument } from './policy.ts';

/** One thing that is wrong with a document, and where. */
export interface PolicyFault {
  /** The way to the field: `['rules', 0, 'fee', 'percent']`; empty for the document as a whole. */
  readonly path: readonly (string | number)[];
  readonly fault: PolicyFaultOf;
}

/** A policy document from outside, or everything that is wrong with it: none of it is taken by halves. */
export function parsePolicy(value: unknown): Result<PolicyDocument, readonly PolicyFault[]> {
  const parsed = policyDocument.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map(({ path, message }) => ({
      path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      fault: readFaultText(message),
    })),
  );
}
