/** What apps charge merchants, as far as an app can read it. */
import type { EpochMs, ShopDomain } from '../model.ts';

export type SubscriptionStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'FROZEN'
  | 'PENDING';

export type BillingInterval = 'EVERY_30_DAYS' | 'ANNUAL';

/** What is charged: so much each interval, or what was used up to a cap. */
export type SubscriptionPrice =
  | {
      readonly kind: 'recurring';
      readonly amount: string;
      readonly currency: string;
      readonly interval: BillingInterval;
      /** The plan of the app's listing; null for one that the app made up itself. */
      readonly planHandle: string | null;
    }
  | {
      readonly kind: 'usage';
      readonly cappedAmount: string;
      readonly currency: string;
      readonly terms: string;
    };

export interface AppSubscription {
  readonly kind: 'AppSubscription';
  readonly id: number;
  readonly shop: ShopDomain;
  readonly clientId: string;
  readonly name: string;
  readonly status: SubscriptionStatus;
  readonly test: boolean;
  readonly trialDays: number;
  readonly returnUrl: string;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  /** Null until it is active. */
  readonly currentPeriodEnd: EpochMs | null;
  readonly lineItems: readonly { readonly id: number; readonly price: SubscriptionPrice }[];
}

/** What merchants do about what apps charge. */
export interface Billing {
  /** A plan of the app's listing, chosen at Shopify: it takes the place of the one before. */
  choosePlan(
    shop: ShopDomain,
    clientId: string,
    plan: {
      readonly name: string;
      readonly handle: string;
      readonly amount: string;
      readonly currency: string;
      readonly interval?: BillingInterval;
      readonly trialDays?: number;
      readonly test?: boolean;
    },
  ): AppSubscription;
  /** The merchant's answer to a charge that the app asked for. */
  answer(shop: ShopDomain, subscriptionId: number, answer: 'approve' | 'decline'): AppSubscription;
  /** A bill of the shop's is not paid, or is at last. */
  freeze(shop: ShopDomain, subscriptionId: number, isFrozen: boolean): AppSubscription;
  list(shop: ShopDomain, clientId: string): readonly AppSubscription[];
}
