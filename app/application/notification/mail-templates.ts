import type { Actor } from '../../domain/actor.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import {
  type EditableMail,
  type MailTemplateText,
  withTemplate,
} from '../../domain/notification/notification-settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { readLatest } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { ComposeMail, Mail, MailContent, Mailer, Recipient } from '../mail/ports.ts';
import { sampleContents, sampleRecipient } from '../mail/samples.ts';
import { writeMail } from '../mail/write-mail.ts';
import { whyUnread } from '../order/why-unread.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock, Ids } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import type { ShopProfile } from '../shop/ports.ts';
import { saveNotifications } from './save-notifications.ts';
import type { NotificationStore, SavedNotifications } from './ports.ts';

export interface TemplateDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: CancellationStore;
  readonly policies: Pick<PolicyStore, 'current'>;
  readonly notifications: NotificationStore;
  readonly platform: Pick<Platform, 'readShop' | 'readRecipient'>;
  readonly composeMail: ComposeMail;
  readonly mailer: Mailer;
  readonly ownMail: boolean;
}

interface Words {
  readonly mail: EditableMail;
  readonly language: string;
  readonly words: Pick<MailTemplateText, 'subject' | 'body'>;
}

/**
 * A mail in words that are not saved yet: of a real order's customer and cancellation, or made up.
 *
 * @param orderId null for a made-up one
 */
export async function previewTemplate(
  deps: Pick<TemplateDeps, 'store' | 'notifications' | 'platform' | 'ids'>,
  shop: ShopDomain,
  { mail, language, words }: Words,
  orderId: OrderId | null,
): Promise<Result<Mail, Refusal>> {
  const profile = await deps.platform.readShop(shop);
  if (!profile.ok) return err(whyUnread(profile.error));
  const { settings } = await deps.notifications.current(shop);
  const [sample] = sampleContents(mail);
  let recipient: Recipient = sampleRecipient(profile.value);
  let content: MailContent = sample;
  const key = `preview-${deps.ids.uuid()}`;
  if (orderId) {
    const read = await deps.platform.readRecipient(shop, orderId);
    if (!read.ok) return err(whyUnread(read.error));
    if (!read.value) return err({ code: 'order_not_found' });
    recipient = read.value;
    const record = await readLatest(deps.store, shop, orderId);
    const written = record && writeMail(record.state, mail, key, recipient, record.texts);
    if (written) content = written.content;
  }
  const { shopName, shopEmail, storefrontUrl, orderName, orderStatusUrl, firstName } = recipient;
  return ok({
    ...{ shopName, shopEmail, storefrontUrl, orderName, orderStatusUrl },
    key,
    // Whoever the order is for: a test goes to the shop alone.
    to: { email: profile.value.contactEmail, firstName },
    locale: language,
    content,
    brand: settings.brand,
    words,
  });
}

/** Sends a mail as it is previewed to the shop's own address; answers with that. */
export async function sendTestMail(
  deps: TemplateDeps,
  shop: ShopDomain,
  wanted: Words,
  orderId: OrderId | null,
): Promise<Result<string, Refusal>> {
  if (!deps.ownMail) return err({ code: 'no_mail_server' });
  const written = await previewTemplate(deps, shop, wanted, orderId);
  if (!written.ok) return written;
  const sent = await deps.mailer.send({ ...written.value, shop });
  return sent.ok ? ok(written.value.to.email) : err({ code: 'test_mail_failed' });
}

/**
 * Saves a mail's words in one language, or the app's own again. Words that cannot be read, name what there is not, or
 * say nothing are refused, wherever in the mail that would be met.
 */
export async function saveTemplate(
  deps: TemplateDeps,
  shop: ShopDomain,
  by: { readonly actor: Actor; readonly access: StaffAccess },
  basedOn: number,
  wanted: Omit<Words, 'words'> & { readonly words: Words['words'] | null },
): Promise<Result<SavedNotifications, Refusal>> {
  const { mail, language, words } = wanted;
  if (words) {
    const fault = faultIn(deps.composeMail, { mail, language, words });
    if (fault) return err(fault);
  }
  return saveNotifications(deps, shop, by, basedOn, (settings) =>
    withTemplate(settings, mail, language, words),
  );
}

/** What is wrong with words, in any of the mails that they can come to stand in; null when nothing is. */
function faultIn(compose: ComposeMail, { mail, language, words }: Words): Refusal | null {
  const recipient = sampleRecipient(NOWHERE);
  for (const content of sampleContents(mail)) {
    for (const firstName of ['Alex', null]) {
      const { shopName, shopEmail, storefrontUrl, orderName, orderStatusUrl } = recipient;
      const { fault } = compose({
        ...{ shopName, shopEmail, storefrontUrl, orderName, orderStatusUrl },
        ...{ key: 'sample', to: { email: '', firstName }, locale: language, content, words },
      });
      if (fault) return { code: 'template_faulty', ...fault };
    }
  }
  return null;
}

const NOWHERE: Pick<ShopProfile, 'name' | 'contactEmail' | 'storefrontUrl'> = {
  name: 'Shop',
  contactEmail: 'shop@example.com',
  storefrontUrl: 'https://shop.example.com',
};
