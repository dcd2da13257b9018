import * as z from 'zod/mini';

import type { Json } from '../json.ts';

const nullableText = z.nullable(z.string().check(z.maxLength(500)));

/** What a shop sets about who is told and who writes; what is wrong in it is named by the answer. */
export const notificationBody = z.strictObject({
  basedOn: z.number(),
  staff: z.strictObject({
    to: z.array(z.string().check(z.maxLength(254))).check(z.maxLength(10)),
    when: z.enum(['each', 'hourly', 'daily', 'never']),
    hour: z.number(),
    fromAmount: nullableText,
  }),
  customers: z.strictObject({ by: z.enum(['unorder', 'shopify']) }),
  brand: z.strictObject({
    senderName: nullableText,
    replyTo: nullableText,
    color: nullableText,
    logoUrl: nullableText,
  }),
});
export type NotificationBody = Json<typeof notificationBody>;

/** A mail's own words in one language; null for the app's again. */
export const templateBody = z.strictObject({
  basedOn: z.number(),
  mail: z.enum(['received', 'cancelled', 'declined', 'refund_failed']),
  language: z.string().check(z.maxLength(2)),
  words: z.nullable(
    z.strictObject({
      subject: z.string().check(z.maxLength(200)),
      body: z.string().check(z.maxLength(10_000)),
    }),
  ),
});
export type TemplateBody = Json<typeof templateBody>;

/** What was saved, by its number. */
export const savedNotifications = z.object({ version: z.number() });

/** Asks how a mail would look; `send` also mails it to the shop's own address. */
export const previewBody = z.strictObject({
  mail: z.enum(['received', 'cancelled', 'declined', 'refund_failed']),
  language: z.string().check(z.maxLength(2)),
  subject: z.string().check(z.maxLength(200)),
  body: z.string().check(z.maxLength(10_000)),
  /** The number at the end of a real order's id, or null for a made-up one. */
  orderNumber: z.nullable(z.string().check(z.maxLength(20))),
  send: z.boolean(),
});
export type PreviewBody = Json<typeof previewBody>;

export const mailPreview = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** What is wrong with the words, a sentence each; what is shown is the app's own mail then. */
  faults: z.array(z.string()),
  /** Where a test was sent; null when none was. */
  sentTo: z.nullable(z.string()),
});
export type MailPreview = Json<typeof mailPreview>;
