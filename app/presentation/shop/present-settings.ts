import type { PlatformResult } from '../../application/shared/platform.ts';
import type { StaffMail } from '../../application/mail/ports.ts';
import type { Billing, ShopProfile } from '../../application/shop/ports.ts';
import type { PlanView, SupportView } from '../../contract/shop/settings-view.ts';
import type { NotificationsView } from '../../contract/notification/notification-view.ts';
import { returnPolicyUrl } from '../../domain/cancellation/choices/way-on.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';

/** Who writes to whom, from which address. */
export function presentNotifications(
  mailsFrom: string | null,
  staffMail: StaffMail | null,
  profile: PlatformResult<ShopProfile>,
): Pick<NotificationsView, 'mailsFrom' | 'isAnybodyTold' | 'requestsTo'> {
  const isShopsAddress = staffMail !== null && staffMail.to === null;
  const shops = profile.ok ? profile.value.contactEmail : null;
  return {
    mailsFrom,
    isAnybodyTold: staffMail !== null,
    requestsTo: isShopsAddress ? shops : (staffMail?.to ?? null),
  };
}

/** Whom customers and staff turn to. */
export const presentSupport = (
  shop: ShopDomain,
  operator: string | null,
  profile: PlatformResult<ShopProfile>,
): SupportView => ({
  shop,
  operator,
  customersWriteTo: profile.ok ? profile.value.contactEmail : null,
  returnPolicyUrl: profile.ok ? returnPolicyUrl(profile.value.storefrontUrl) : null,
});

/** What the shop pays for. */
export function presentPlan(
  shop: ShopDomain,
  billing: PlatformResult<Billing>,
  now: EpochMs,
  messages: Messages<'staff'>,
): PlanView {
  if (!billing.ok) {
    return {
      unread: staffRefusalText({ code: 'platform_unavailable' }, messages),
      shopPlan: null,
      isDevelopmentStore: false,
      subscriptions: [],
      choosePlanUrl: null,
    };
  }
  const { shopPlan, isDevelopmentStore, subscriptions, appHandle } = billing.value;
  return {
    unread: null,
    shopPlan,
    isDevelopmentStore,
    subscriptions: subscriptions.map((each) => ({
      name: each.name,
      status: statusText(each.status, messages),
      isActive: each.status === 'ACTIVE',
      isTest: each.isTest,
      trialEndsAt: trialEnd(each, now),
      periodEndsAt: each.periodEndsAt === null ? null : iso(each.periodEndsAt),
    })),
    choosePlanUrl:
      subscriptions.length > 0 && appHandle !== null ? planPage(shop, appHandle) : null,
  };
}

/** Of a subscription whose trial lasts. */
function trialEnd(
  { createdAt, trialDays }: Billing['subscriptions'][number],
  now: EpochMs,
): string | null {
  const end = createdAt + trialDays * DAY;
  return end > now ? iso(end) : null;
}

/** Its word, or Shopify's own for a state that is newer than the texts. */
const statusText = (status: string, { find }: Messages<'staff'>): string =>
  find(`settings.plan.status.${status}`) ?? status;

/** As documented: https://shopify.dev/docs/apps/launch/billing/shopify-app-pricing */
const planPage = (shop: ShopDomain, appHandle: string): string =>
  `https://admin.shopify.com/store/${shop.replace('.myshopify.com', '')}/charges/${appHandle}/pricing_plans`;

const iso = (at: EpochMs): string => new Date(at).toISOString();
