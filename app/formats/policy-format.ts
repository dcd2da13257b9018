import { type PolicyDocument, policyDocument } from '../domain/policy/document/policy.ts';
import { fromUnnumbered } from './policies/0-unnumbered.ts';
import { fromBritishSpelling } from './policies/2-british-spelling.ts';
import { gains, isDocument, type Steps, upcast } from './upcast.ts';

const STEPS: Steps = [
  fromUnnumbered,
  // What was declined could not be requested again.
  gains('requestsAfterDecline', 0),
  fromBritishSpelling,
  // What bulks may give back a day was not limited.
  gains('staff.member.bulkRefundPerDay', null),
  gains('staff.collaborator.bulkRefundPerDay', null),
];

/** The format in which policies are stored. */
export const POLICY_FORMAT = STEPS.length;

/**
 * A policy as it was stored, in today's shape. Throws on one that is none: that is not a merchant's mistake but
 * damage.
 *
 * @throws NewerFormat
 */
export function readPolicy(format: number, stored: unknown): PolicyDocument {
  if (!isDocument(stored)) throw new Error('A stored policy is no document.');
  return policyDocument.parse(upcast('A policy', STEPS, format, stored));
}
