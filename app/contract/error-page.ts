import * as z from 'zod/mini';

import type { Json } from './json.ts';

/** What the error page of the app's routes says. */
export const errorPage = z.object({
  message: z.string(),
  nextStep: z.string(),
  /** By which support finds the failure in the log; null when there is nothing to find. */
  correlationId: z.nullable(z.string()),
});
export type ErrorPageView = Json<typeof errorPage>;
