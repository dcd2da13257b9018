import { gid } from '../../world/gid.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import type { TypeResolvers } from '../context.ts';

const appSubscription: TypeResolvers<'AppSubscription'> = {
  id: ({ id }) => gid('AppSubscription', id),
  name: ({ name }) => name,
  status: ({ status }) => status,
  test: ({ test }) => test,
  trialDays: ({ trialDays }) => trialDays,
  returnUrl: ({ returnUrl }) => returnUrl,
  createdAt: ({ createdAt }) => iso(createdAt),
  /** "Returns `null` if the subscription isn't active", says the schema. */
  currentPeriodEnd: ({ status, currentPeriodEnd }) =>
    status === 'ACTIVE' ? iso(currentPeriodEnd) : null,
  lineItems: ({ lineItems }) =>
    lineItems.map(({ id, price }) => ({
      id: gid('AppSubscriptionLineItem', id),
      plan: {
        pricingDetails:
          price.kind === 'recurring'
            ? {
                __typename: 'AppRecurringPricing',
                price: { amount: price.amount, currencyCode: price.currency },
                interval: price.interval,
                planHandle: price.planHandle,
                discount: null,
              }
            : {
                __typename: 'AppUsagePricing',
                cappedAmount: { amount: price.cappedAmount, currencyCode: price.currency },
                terms: price.terms,
              },
      },
    })),
};

export const appSubscriptionResolvers = { AppSubscription: appSubscription };
