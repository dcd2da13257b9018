import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
  templateFor,
} from '../../domain/notification/notification-settings.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { type Money, type MoneyBag, compare, parseMoney } from '../../domain/money.ts';
import type { WhyUntold } from '../../domain/cancellation/effects/tell.ts';
import type { Mail, StaffMail } from '../mail/ports.ts';
import type { NotificationStore } from './ports.ts';

/** How the app is set up to write, and what each shop has set of it; without the second, everything as it comes. */
export interface ShopMailing {
  readonly ownMail: boolean;
  readonly staffMail?: StaffMail | null;
  readonly notifications?: Pick<NotificationStore, 'current'>;
}

/** What a shop has set about its mails. */
export const readSettings = async (
  { notifications }: Pick<ShopMailing, 'notifications'>,
  shop: ShopDomain,
): Promise<NotificationSettings> =>
  notifications ? (await notifications.current(shop)).settings : DEFAULT_NOTIFICATIONS;

/** Who writes to a shop's customers and staff. */
export async function mailingOf(
  deps: ShopMailing,
  shop: ShopDomain,
): Promise<Pick<ShopMailing, 'ownMail' | 'staffMail'>> {
  const { staff, customers } = await readSettings(deps, shop);
  return {
    ownMail: deps.ownMail && customers.by === 'unorder',
    staffMail: staff.when === 'never' ? null : (deps.staffMail ?? null),
  };
}

/** Why staff get no mail of their own about a request; null when they do. A reminder is never put off. */
export function whyNoStaffMail(
  { staff }: Pick<NotificationSettings, 'staff'>,
  template: 'request_waiting' | 'deadline_near',
  amount: MoneyBag,
): WhyUntold | null {
  if (staff.when === 'never') return 'SWITCHED_OFF';
  if (isBelow(amount.shop, staff.fromAmount)) return 'SWITCHED_OFF';
  return template === 'request_waiting' && staff.when !== 'each' ? 'IN_DIGEST' : null;
}

/** Whether an amount of the shop's currency is too small for staff to be told of. */
export function isBelow(amount: Money, fromAmount: string | null): boolean {
  const least = fromAmount === null ? null : parseMoney(fromAmount, amount.currencyCode);
  return least !== null && compare(amount, least) < 0;
}

/** A mail as the shop wants it: its brand, its words, and for staff the addresses that it names. */
export function asTheShopWants(mail: Mail, shop: ShopDomain, settings: NotificationSettings): Mail {
  const { template } = mail.content;
  const isToStaff = template === 'request_waiting' || template === 'deadline_near';
  const [first, ...also] = isToStaff ? settings.staff.to : [];
  return {
    ...mail,
    shop,
    brand: settings.brand,
    // The app's mails know languages, not regions.
    words: templateFor(settings, template, mail.locale.slice(0, 2).toLowerCase()),
    ...(first === undefined ? {} : { to: { email: first, firstName: null }, also }),
  };
}
