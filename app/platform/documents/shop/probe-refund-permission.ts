import type {
  ProbeRefundPermissionMutation,
  ProbeRefundPermissionMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * Refunds nothing of a return that is no shop’s, so it moves nothing whoever sends it. It is the one field of which the
 * platform documents that "the user must have `refund_orders` permission" to use it at all; a staff member's
 * other permissions can be read, that one cannot.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/returnRefund
 */
export const PROBE_REFUND_PERMISSION = document<
  ProbeRefundPermissionMutation,
  ProbeRefundPermissionMutationVariables
>(`#graphql
  mutation ProbeRefundPermission {
    returnRefund(
      returnRefundInput: { returnId: "gid://shopify/Return/1", returnRefundLineItems: [] }
    ) {
      userErrors {
        code
      }
    }
  }
`);
