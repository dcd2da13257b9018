import type { Delivery } from '../../application/notification/ports.ts';
import type {
  DeliveriesView,
  NotificationsView,
  TemplateView,
} from '../../contract/notification/notification-view.ts';
import type { SavedNotifications } from '../../application/notification/ports.ts';
import {
  EDITABLE_MAILS,
  type EditableMail,
  templateFor,
} from '../../domain/notification/notification-settings.ts';
import type { Messages } from '../../messages/message-types.ts';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import { problemWords } from '../cancellation/problem-words.ts';

/** The words that a template begins with: the app's own, part by part. */
const OWN_WORDS = {
  subject: '{{ subject }}',
  body: '{{ greeting }}\n\n{{ intro }}\n\n{{ details }}\n\n{{ note }}\n\n{{ links }}',
} as const;

/**
 * What is set about a shop's mails.
 *
 * @param installed what the app's own environment allows: from where it writes, and to whom by default
 */
export function presentNotificationSettings(
  { version, settings }: SavedNotifications,
  installed: Pick<NotificationsView, 'mailsFrom' | 'isAnybodyTold' | 'requestsTo'>,
  currencyCode: string | null,
): NotificationsView {
  const { staff, customers, brand } = settings;
  return {
    version,
    ...installed,
    currencyCode,
    staff: { ...staff, to: [...staff.to] },
    customers,
    brand,
    changed: settings.templates.map(({ mail, language }) => ({ mail, language })),
  };
}

/** One mail's words in one language. */
export function presentTemplate(
  { version, settings }: SavedNotifications,
  mail: EditableMail,
  language: string,
): TemplateView {
  const own = templateFor(settings, mail, language);
  return {
    version,
    mail,
    language,
    languages: [...LANGUAGES],
    isChanged: own !== null,
    subject: own?.subject ?? OWN_WORDS.subject,
    body: own?.body ?? OWN_WORDS.body,
  };
}

export const isEditable = (mail: string): mail is EditableMail =>
  (EDITABLE_MAILS as readonly string[]).includes(mail);

/** What became of the shop's mails. */
export const presentDeliveries = (
  deliveries: readonly (Delivery & { readonly attempts: number })[],
  messages: Messages<'staff'>,
): DeliveriesView => ({
  deliveries: deliveries.map((delivery) => ({
    key: delivery.key,
    mail: messages.find(`notifications.mail.${delivery.template}`) ?? delivery.template,
    audience: delivery.audience,
    order: delivery.orderName,
    status: delivery.status,
    problem:
      delivery.code === null
        ? null
        : problemWords({ kind: 'mail_failed', code: delivery.code, message: '' }, messages),
    attempts: delivery.attempts,
    at: new Date(delivery.at).toISOString(),
  })),
});
