/** Bytes of a body with a policy: 20 rules with every exclusion in the shop's own words and languages. */
export const POLICY_BODY_BYTES = 1024 * 1024;
