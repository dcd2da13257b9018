import { z } from 'zod';

/** The largest number of a version: PostgreSQL counts them in 32 bits. */
export const MOST_VERSIONS = 2 ** 31 - 1;

/** A version as an address names it. */
export const policyVersion = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(z.int().max(MOST_VERSIONS));

/** Bytes of a body with a policy: 20 rules with every exclusion in the shop's own words and languages. */
export const POLICY_BODY_BYTES = 1024 * 1024;
