import { z } from 'zod';

/*
 * What a shop has set about its mails: who is told of what waits, who writes to customers, how the mails look and
 * which words stand in place of the app's own.
 */

/** Customers' mails whose words a merchant can replace. */
export const EDITABLE_MAILS = ['received', 'cancelled', 'declined', 'refund_failed'] as const;
export type EditableMail = (typeof EDITABLE_MAILS)[number];

/** When staff are told of what waits: of each at once, or together. */
export const STAFF_RHYTHMS = ['each', 'hourly', 'daily', 'never'] as const;

const MOST_STAFF_ADDRESSES = 10;
const address = z.email().max(254);
/** One line without control characters: it stands in a mail's head. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(80)
  // eslint-disable-next-line no-control-regex -- these are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/);

export const mailTemplate = z.strictObject({
  mail: z.enum(EDITABLE_MAILS),
  /** A language of the app's mails, as "de". */
  language: z.string().regex(/^[a-z]{2}$/),
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(10_000),
});
/** Words in Liquid that stand in place of the app's own. */
export type MailTemplateText = Readonly<z.infer<typeof mailTemplate>>;

export const notificationSettings = z.strictObject({
  staff: z.strictObject({
    /** Whom to write to; empty for the address that the app writes to anyway. */
    to: z.array(address).max(MOST_STAFF_ADDRESSES),
    when: z.enum(STAFF_RHYTHMS),
    /** Of the day, by the shop's own time; says when the daily mail comes. */
    hour: z.int().min(0).max(23),
    /** In the shop's currency, as decimal text: smaller requests wait without a mail of their own. */
    fromAmount: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,4})?$/)
      .nullable(),
  }),
  customers: z.strictObject({
    /** Who writes to them: the app, or Shopify by its own notifications. Never both. */
    by: z.enum(['unorder', 'shopify']),
  }),
  brand: z.strictObject({
    /** Stands for the shop's name as the sender. */
    senderName: line.nullable(),
    /** Where answers go; null for the shop's contact address. */
    replyTo: address.nullable(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable(),
    logoUrl: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
  }),
  templates: z.array(mailTemplate).max(64),
});
export type NotificationSettings = Readonly<z.infer<typeof notificationSettings>>;

/** Of a shop that has set nothing. */
export const DEFAULT_NOTIFICATIONS: NotificationSettings = {
  staff: { to: [], when: 'each', hour: 8, fromAmount: null },
  customers: { by: 'unorder' },
  brand: { senderName: null, replyTo: null, color: null, logoUrl: null },
  templates: [],
};

/** The merchant's words for a mail in a language; null where the app's own stand. */
export const templateFor = (
  { templates }: Pick<NotificationSettings, 'templates'>,
  mail: string,
  language: string,
): MailTemplateText | null =>
  templates.find((one) => one.mail === mail && one.language === language) ?? null;

/** The settings with other words for a mail in a language, or with the app's own again. */
export const withTemplate = (
  settings: NotificationSettings,
  mail: EditableMail,
  language: string,
  text: Pick<MailTemplateText, 'subject' | 'body'> | null,
): NotificationSettings => ({
  ...settings,
  templates: [
    ...settings.templates.filter((one) => one.mail !== mail || one.language !== language),
    ...(text ? [{ mail, language, ...text }] : []),
  ],
});
