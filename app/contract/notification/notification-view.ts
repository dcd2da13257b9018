import * as z from 'zod/mini';

import type { Json } from '../json.ts';

/** Who writes to customers and to the shop, from where, and how. */
export const notificationsView = z.object({
  /** Of the save that is shown; 0 before the first. */
  version: z.number(),
  /** The address that the app's own mails come from; null: Shopify's notifications are used. */
  mailsFrom: z.nullable(z.string()),
  isAnybodyTold: z.boolean(),
  /** Who is told where the shop names nobody; null where that is nobody, or cannot be read. */
  requestsTo: z.nullable(z.string()),
  /** The shop's own; null where it cannot be read. */
  currencyCode: z.nullable(z.string()),
  staff: z.object({
    to: z.array(z.string()),
    when: z.enum(['each', 'hourly', 'daily', 'never']),
    hour: z.number(),
    fromAmount: z.nullable(z.string()),
  }),
  customers: z.object({ by: z.enum(['unorder', 'shopify']) }),
  brand: z.object({
    senderName: z.nullable(z.string()),
    replyTo: z.nullable(z.string()),
    color: z.nullable(z.string()),
    logoUrl: z.nullable(z.string()),
  }),
  /** Mails that have words of the merchant's. */
  changed: z.array(z.object({ mail: z.string(), language: z.string() })),
});
export type NotificationsView = Json<typeof notificationsView>;

/** A mail's words in one language, to be changed. */
export const templateView = z.object({
  version: z.number(),
  mail: z.enum(['received', 'cancelled', 'declined', 'refund_failed']),
  language: z.string(),
  languages: z.array(z.string()),
  isChanged: z.boolean(),
  subject: z.string(),
  body: z.string(),
});
export type TemplateView = Json<typeof templateView>;

/** What became of mails, the latest first. */
export const deliveriesView = z.object({
  deliveries: z.array(
    z.object({
      key: z.string(),
      /** Which mail, in words. */
      mail: z.string(),
      audience: z.enum(['customer', 'staff']),
      order: z.nullable(z.string()),
      status: z.enum(['sent', 'refused', 'retrying']),
      problem: z.nullable(z.string()),
      attempts: z.number(),
      at: z.string(),
    }),
  ),
});
export type DeliveriesView = Json<typeof deliveriesView>;
