import * as z from 'zod/mini';

import type { Json } from '../json.ts';

/** A mail as its reader would get it; null when none would go. */
export const customerMail = z.object({
  mail: z.nullable(
    z.object({
      subject: z.string(),
      languageCode: z.string(),
      /** A whole document that loads nothing. */
      html: z.string(),
    }),
  ),
});
export type CustomerMail = Json<typeof customerMail>;
