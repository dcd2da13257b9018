import type { EffectOf } from '../../domain/cancellation/events.ts';
import { equals, toDecimal } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { SECOND } from '../../domain/time.ts';
import type {
  CreditStoreCreditMutation,
  CreditStoreCreditMutationVariables,
  CurrencyCode,
  ReadStoreCreditsQuery,
} from '../admin-api.generated.ts';
import { amountOf, instant, required } from '../client/answer.ts';
import { READ_STORE_CREDITS } from '../documents/shop/read-store-credits.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';
import { document } from '../client/document.ts';
import { reading, refused } from '../client/platform-error.ts';

type Bonus = EffectOf<'give_bonus'>;
type Customer = NonNullable<NonNullable<ReadStoreCreditsQuery['order']>['customer']>;

const CREDIT_STORE_CREDIT = document<
  CreditStoreCreditMutation,
  CreditStoreCreditMutationVariables
>(`#graphql
  mutation CreditStoreCredit($customerId: ID!, $amount: MoneyInput!) {
    storeCreditAccountCredit(id: $customerId, creditInput: { creditAmount: $amount }) {
      storeCreditAccountTransaction {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** How far this app's clock may be ahead of Shopify's. */
const CLOCKS_DIFFER = 5 * SECOND;

/**
 * Credits the account of an order's customer, unless it shows that it was done. `storeCreditAccountCredit`
 * takes no idempotency key and no note, so a credit of the same amount since the bonus fell due is taken for
 * this one: when in doubt it is not given twice.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/storeCreditAccountCredit
 */
export const giveBonus: Perform<'give_bonus'> = async (bonus, { client, shop, orderId }) => {
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
};

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
