import type {
  CancelOrderMutation,
  CancelOrderMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const CANCEL_ORDER = document<CancelOrderMutation, CancelOrderMutationVariables>(`#graphql
  mutation CancelOrder(
    $orderId: ID!
    $reason: OrderCancelReason!
    $restock: Boolean!
    $refundMethod: OrderCancelRefundMethodInput
    $notifyCustomer: Boolean!
    $staffNote: String!
  ) {
    orderCancel(
      orderId: $orderId
      reason: $reason
      restock: $restock
      refundMethod: $refundMethod
      notifyCustomer: $notifyCustomer
      staffNote: $staffNote
    ) {
      jobResult {
        id
      }
      orderCancelUserErrors {
        code
        message
      }
    }
  }
`);
