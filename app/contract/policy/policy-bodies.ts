import { z } from 'zod';

import { policyDocument } from '../../domain/policy/document/policy.ts';
import { DAY, MINUTE } from '../../domain/time.ts';
import type { Json } from '../json.ts';

/** The largest number of a version: PostgreSQL counts them in 32 bits. */
const MOST_VERSIONS = 2 ** 31 - 1;
/** Days of past orders that a simulation goes through; nobody is taken to ask later after an order. */
export const SIMULATED_DAYS = 90;

const minutes = z
  .int()
  .min(0)
  .max((SIMULATED_DAYS * DAY) / MINUTE);

/** A version as an address names it. */
export const policyVersion = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(z.int().max(MOST_VERSIONS));

/** A saved policy. Version 0 is the default of a shop that never saved one. */
export const savedPolicy = policyDocument.safeExtend({ version: z.int().min(0) });
export type SavedPolicy = Json<typeof savedPolicy>;

/** Body of the POST that saves a policy. */
export const policyBody = z.strictObject({
  /** The version that the form was filled in on. */
  basedOn: z
    .int()
    .min(0)
    .max(MOST_VERSIONS - 1),
  document: policyDocument,
});
export type PolicyBody = Json<typeof policyBody>;

/** Body of a question how an order would be seen under a draft. */
export const policyPreviewBody = z.strictObject({
  /** The number at the end of the order's id. */
  orderNumber: z.string(),
  document: policyDocument,
  /** When the customer is taken to ask, in minutes after the order; null = now. */
  minutesAfterOrder: minutes.nullable(),
  /** The customer's language. */
  locale: z.string().regex(/^[a-z]{2}(-[A-Za-z]{2,8})?$/),
});
export type PolicyPreviewBody = Json<typeof policyPreviewBody>;

/** Body of a request to run a draft over past orders. */
export const policySimulationBody = z.strictObject({
  document: policyDocument,
  /** When each customer is taken to have asked, in minutes after their order. */
  minutesAfterOrder: minutes,
});
export type PolicySimulationBody = Json<typeof policySimulationBody>;
