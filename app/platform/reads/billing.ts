import type { PlatformResult } from '../../application/shared/platform.ts';
import type { Billing } from '../../application/shop/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { instant, instantOrNull } from '../client/answer.ts';
import { READ_BILLING } from '../documents/shop/read-billing.ts';
import { reading } from '../client/platform-error.ts';

/**
 * Plans are chosen and charged at Shopify: their state is read, and never believed from webhooks.
 *
 * @see https://shopify.dev/docs/apps/launch/billing/shopify-app-pricing
 */
export const createBillingReader =
  (client: AdminClient) =>
  async (shop: ShopDomain): Promise<PlatformResult<Billing>> => {
    const answer = await client.send(shop, READ_BILLING, {});
    if (!answer.ok) return answer;
    return reading(false, () => {
      const { plan } = answer.value.shop;
      const { app, activeSubscriptions } = answer.value.currentAppInstallation;
      return {
        shopPlan: plan.publicDisplayName,
        isDevelopmentStore: plan.partnerDevelopment,
        appHandle: app.handle,
        subscriptions: activeSubscriptions.map((subscription) => ({
          name: subscription.name,
          status: subscription.status,
          isTest: subscription.test,
          createdAt: instant(subscription.createdAt),
          trialDays: subscription.trialDays,
          periodEndsAt: instantOrNull(subscription.currentPeriodEnd),
        })),
      };
    });
  };
