/**
 * An app that charges by itself: https://shopify.dev/docs/apps/launch/billing/subscription-billing. The refusals' words
 * are our own.
 */
import type { BillingInterval, SubscriptionPrice } from '../../../world/contracts/contract.ts';
import type { Context } from '../../context.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';

interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

interface CreateArgs {
  readonly name: string;
  readonly returnUrl: string;
  readonly test: boolean | null;
  readonly trialDays?: number | null;
  readonly replacementBehavior?: string | null;
  readonly lineItems: readonly {
    readonly plan: {
      readonly appRecurringPricingDetails?: {
        readonly price: Money;
        readonly interval?: BillingInterval | null;
        readonly discount?: unknown;
      } | null;
      readonly appUsagePricingDetails?: {
        readonly cappedAmount: Money;
        readonly terms: string;
      } | null;
    };
  }[];
}

const refused = (field: string, message: string): object => ({
  appSubscription: null,
  confirmationUrl: null,
  userErrors: [{ field: [field], message }],
});

function priceOf({ plan }: CreateArgs['lineItems'][number]): SubscriptionPrice | null {
  const { appRecurringPricingDetails: recurring, appUsagePricingDetails: usage } = plan;
  if (recurring?.discount != null) throw notSimulated('AppRecurringPricingInput.discount');
  if (recurring) {
    return {
      kind: 'recurring',
      amount: recurring.price.amount,
      currency: recurring.price.currencyCode,
      interval: recurring.interval ?? 'EVERY_30_DAYS',
      planHandle: null,
    };
  }
  return usage
    ? {
        kind: 'usage',
        cappedAmount: usage.cappedAmount.amount,
        currency: usage.cappedAmount.currencyCode,
        terms: usage.terms,
      }
    : null;
}

function appSubscriptionCreate(_root: null, args: CreateArgs, context: Context): object {
  const { kernel, shop, installation } = context;
  if ((args.replacementBehavior ?? 'STANDARD') === 'APPLY_ON_NEXT_BILLING_CYCLE') {
    throw notSimulated('appSubscriptionCreate(replacementBehavior: APPLY_ON_NEXT_BILLING_CYCLE)');
  }
  if (args.name.trim() === '') return refused('name', "Name can't be blank");
  const prices = args.lineItems.map(priceOf).filter((price) => price !== null);
  if (prices.length === 0) return refused('lineItems', 'A plan is needed');
  if (prices.some((price) => Number(price.kind === 'recurring' ? price.amount : 1) <= 0)) {
    return refused('lineItems', 'Price must be greater than 0');
  }
  const asked = kernel.billing.request(installation, {
    name: args.name,
    test: args.test ?? false,
    trialDays: args.trialDays ?? 0,
    returnUrl: args.returnUrl,
    prices,
  });
  const place = `${installation.app.id}/${asked.id}/RecurringApplicationCharge`;
  return {
    appSubscription: asked,
    confirmationUrl: `https://${shop.domain}/admin/charges/${place}/confirm_recurring_application_charge?signature=${kernel.random.hex(40)}`,
    userErrors: [],
  };
}

function appSubscriptionCancel(
  _root: null,
  { id }: { readonly id: string },
  { kernel, installation }: Context,
): object {
  const number = readId('AppSubscription', id);
  const found = kernel.billing.find(installation, number);
  if (found === null) {
    return {
      appSubscription: null,
      userErrors: [{ field: ['id'], message: 'Subscription does not exist' }],
    };
  }
  if (found.status !== 'ACTIVE' && found.status !== 'PENDING' && found.status !== 'FROZEN') {
    return {
      appSubscription: found,
      userErrors: [{ field: ['id'], message: `Subscription is ${found.status.toLowerCase()}` }],
    };
  }
  return { appSubscription: kernel.billing.cancel(installation, number), userErrors: [] };
}

export const appSubscriptionMutations = { appSubscriptionCreate, appSubscriptionCancel };
