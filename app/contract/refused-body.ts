import * as z from 'zod/mini';

import type { Json } from './json.ts';

/** One thing that stands against a request. */
export const refusal = z.object({
  /** A code for the page's own words. New ones may come at any time: `message` stands in for them. */
  code: z.string(),
  /** What happened and what to do next. */
  message: z.string(),
});

/** One thing that stands against a request of staff. */
export const staffRefusal = z.extend(refusal, {
  /** Numbers of the line items it is about; missing when it is about none. */
  lineIds: z.exactOptional(z.array(z.string())),
});

/** Body of every refused request (status 4xx or 5xx). */
export const refusedBody = z.object({ refusals: z.array(refusal).check(z.minLength(1)) });
export type RefusedBody = Json<typeof refusedBody>;

/** The same for staff. */
export const staffRefusedBody = z.object({ refusals: z.array(staffRefusal).check(z.minLength(1)) });
