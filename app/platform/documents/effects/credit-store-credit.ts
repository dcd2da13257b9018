import type {
  CreditStoreCreditMutation,
  CreditStoreCreditMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const CREDIT_STORE_CREDIT = document<
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
