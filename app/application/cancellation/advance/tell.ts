import type { WhyUntold } from '../../../domain/cancellation/effects/tell.ts';
import type { EffectOf, EffectOutcome } from '../../../domain/cancellation/events.ts';
import type { Cancellation } from '../../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import { ok } from '../../../domain/result.ts';
import type { NotificationStore } from '../../notification/ports.ts';
import { asTheShopWants, readSettings, whyNoStaffMail } from '../../notification/shop-mailing.ts';
import type { Mail, Mailer, StaffMail } from '../../mail/ports.ts';
import { isToStaff, writeMail, writeStaffMail } from '../../mail/write-mail.ts';
import type { Platform, PlatformResult } from '../../shared/platform.ts';
import type { CancellationTexts } from '../ports.ts';

type Tell = EffectOf<'tell'>;

export interface TellDeps {
  readonly platform: Pick<Platform, 'readRecipient' | 'readShop'>;
  readonly mailer: Mailer;
  /** How the shop is written to; null or missing when it is not. */
  readonly staffMail?: StaffMail | null;
  /** What shops have set; without it, everything as it comes. */
  readonly notifications?: Pick<NotificationStore, 'current'>;
}

/** Sends a mail about a cancellation, once under its key; `untold` where there is nobody to write to. */
export async function tell(
  deps: TellDeps,
  shop: ShopDomain,
  state: Cancellation,
  effect: Tell,
  key: string,
  texts: CancellationTexts,
): Promise<PlatformResult<EffectOutcome>> {
  const mail = await write(deps, shop, state, effect, key, texts);
  if (!mail.ok) return mail;
  if (typeof mail.value === 'string') return ok({ kind: 'tell', untold: mail.value });
  const settings = await readSettings(deps, shop);
  const sent = await deps.mailer.send(asTheShopWants(mail.value, shop, settings));
  return sent.ok ? ok({ kind: 'tell' }) : sent;
}

async function write(
  { platform, staffMail = null, notifications }: TellDeps,
  shop: ShopDomain,
  state: Cancellation,
  { template }: Tell,
  key: string,
  texts: CancellationTexts,
): Promise<PlatformResult<Mail | WhyUntold>> {
  const recipient = await platform.readRecipient(shop, state.orderId);
  if (!recipient.ok) return recipient;
  if (!recipient.value) return ok('ORDER_GONE');
  if (!isToStaff(template)) {
    return ok(writeMail(state, template, key, recipient.value, texts) ?? 'NO_ADDRESS');
  }
  if (!staffMail) return ok('SWITCHED_OFF');
  const settings = await readSettings(notifications ? { notifications } : {}, shop);
  const why = whyNoStaffMail(settings, template, state.plan.refund.amountInBoth);
  if (why) return ok(why);
  const profile = await platform.readShop(shop);
  if (!profile.ok) return profile;
  const about = { shop, recipient: recipient.value, profile: profile.value, staffMail };
  return ok(writeStaffMail(state, template, key, about));
}
