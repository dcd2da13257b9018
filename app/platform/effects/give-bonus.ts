import type { PlatformResult } from '../../application/shared/platform.ts';
import type { Effect, EffectOutcome } from '../../domain/cancellation/events.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { equals, toDecimal } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { SECOND } from '../../domain/time.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { CurrencyCode, ReadStoreCreditsQuery } from '../admin-api.generated.ts';
import { amountOf, instant, required } from '../client/answer.ts';
import { CREDIT_STORE_CREDIT } from '../documents/effects/credit-store-credit.ts';
import { READ_STORE_CREDITS } from '../documents/shop/read-store-credits.ts';
import { outcomeOf } from './effect-outcome.ts';
import { reading, refused } from '../client/platform-error.ts';

type Bonus = Extract<Effect, { kind: 'give_bonus' }>;
type Customer = NonNullable<NonNullable<ReadStoreCreditsQuery['order']>['customer']>;

/** How far this app's clock may be ahead of Shopify's. */
const CLOCKS_DIFFER = 5 * SECOND;

/**
 * Credits the account of an order's customer, unless it shows that it was done. `storeCreditAccountCredit`
 * takes no idempotency key and no note, so a credit of the same amount since the bonus fell due is taken for
 * this one: when in doubt it is not given twice.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/storeCreditAccountCredit
 */
export async function giveBonus(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  bonus: Bonus,
): Promise<PlatformResult<EffectOutcome>> {
  const seen = await client.send(shop, READ_STORE_CREDITS, { orderId });
  if (!seen.ok) return seen;
  const { customer } = seen.value.order ?? { customer: null };
  if (!customer) return refused('NO_CUSTOMER', 'The order has no customer to credit.');
  const given = reading(false, () => wasGiven(customer, bonus));
  if (!given.ok) return given;
  if (given.value) return ok({ kind: 'give_bonus' });

  const { amount } = bonus;
  const answer = await client.mutate(shop, CREDIT_STORE_CREDIT, {
    customerId: customer.id,
    amount: { amount: toDecimal(amount), currencyCode: amount.currencyCode as CurrencyCode },
  });
  return outcomeOf(answer, ({ storeCreditAccountCredit: payload }) => {
    const { userErrors, storeCreditAccountTransaction } = required(
      payload,
      'storeCreditAccountCredit',
    );
    return {
      userErrors,
      proof: storeCreditAccountTransaction,
      outcome: () => {
        required(storeCreditAccountTransaction, 'The credit');
        return { kind: 'give_bonus' };
      },
    };
  });
}

const wasGiven = (customer: Customer, { amount, since }: Bonus): boolean =>
  customer.storeCreditAccounts.nodes
    .filter(({ balance }) => balance.currencyCode === amount.currencyCode)
    .flatMap(({ transactions }) => transactions.nodes)
    .some(
      (credit) =>
        credit.__typename === 'StoreCreditAccountCreditTransaction' &&
        credit.event === 'ADJUSTMENT' &&
        equals(amountOf(credit.amount), amount) &&
        instant(credit.createdAt) >= since - CLOCKS_DIFFER,
    );
