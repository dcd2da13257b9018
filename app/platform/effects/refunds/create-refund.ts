import type { PlatformResult } from '../../../application/shared/platform.ts';
import type { RefundId } from '../../../domain/ids.ts';
import type {
  CreateRefundMutation,
  CreateRefundMutationVariables,
  RefundInput,
} from '../../admin-api.generated.ts';
import { required } from '../../client/answer.ts';
import { document } from '../../client/document.ts';
import { outcomeOf } from '../../answers/effect-outcome.ts';
import type { Occasion } from '../performer.ts';

/**
 * The key is required from 2026-04 on; the same key gives the first answer again.
 * Source: https://shopify.dev/docs/api/usage/idempotent-requests
 */
const CREATE_REFUND = document<CreateRefundMutation, CreateRefundMutationVariables>(`#graphql
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

/** Creates a refund, with its goods or without, and says which it became. */
export async function createRefund<Name extends 'refund' | 'refund_lines'>(
  kind: Name,
  { client, shop, key }: Occasion,
  input: RefundInput,
): Promise<PlatformResult<{ readonly kind: Name; readonly refundId: RefundId }>> {
  const answer = await client.mutate(shop, CREATE_REFUND, { key, input });
  return outcomeOf(answer, ({ refundCreate: payload }) => {
    const { userErrors, refund } = required(payload, 'refundCreate');
    return {
      userErrors,
      proof: refund,
      outcome: () => ({ kind, refundId: required(refund, 'The refund').id as RefundId }),
    };
  });
}
