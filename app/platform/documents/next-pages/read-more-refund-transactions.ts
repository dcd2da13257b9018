import type {
  ReadMoreRefundTransactionsQuery,
  ReadMoreRefundTransactionsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { REFUND_TRANSACTION_IDS } from '../fields/refund-fields.ts';

export const READ_MORE_REFUND_TRANSACTIONS = document<
  ReadMoreRefundTransactionsQuery,
  ReadMoreRefundTransactionsQueryVariables
>(`#graphql
  query ReadMoreRefundTransactions($refundId: ID!, $after: String!) {
    refund(id: $refundId) {
      transactions(first: 100, after: $after) {
        ...RefundTransactionIds
      }
    }
  }
  ${REFUND_TRANSACTION_IDS}
`);
