import type {
  CreateRefundMutation,
  CreateRefundMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * The key is required from 2026-04 on; the same key gives the first answer again.
 * Source: https://shopify.dev/docs/api/usage/idempotent-requests
 */
export const CREATE_REFUND = document<CreateRefundMutation, CreateRefundMutationVariables>(`#graphql
  mutation CreateRefund($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund {
        id
      }
      userErrors {
        message
      }
    }
  }
`);
