import { restocksWithCancel } from '../../domain/refund/goods/restock.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type {
  CancelOrderMutation,
  CancelOrderMutationVariables,
  OrderCancelRefundMethodInput,
} from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

const CANCEL_ORDER = document<CancelOrderMutation, CancelOrderMutationVariables>(`#graphql
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

export const cancel: Perform<'cancel'> = async ({ plan }, { client, shop, orderId, note }) => {
  const answer = await client.mutate(shop, CANCEL_ORDER, {
    orderId,
    reason: plan.reason,
    restock: restocksWithCancel(plan.refund),
    refundMethod: refundMethod(plan.refund),
    notifyCustomer: plan.teller === 'shopify',
    staffNote: note,
  });
  return outcomeOf(answer, ({ orderCancel: payload }) => {
    const { orderCancelUserErrors, jobResult } = required(payload, 'orderCancel');
    return {
      userErrors: orderCancelUserErrors,
      proof: jobResult,
      outcome: () => ({ kind: 'cancel', jobResultId: jobResult?.id ?? null }),
    };
  });
};

/**
 * Left out, the cancel moves no captured money: any other amount is refunded after it, and so is store credit. Only
 * cancels that an earlier release had announced still give it themselves.
 */
function refundMethod(refund: RefundPlan): OrderCancelRefundMethodInput | null {
  if (refund.execution !== 'with_cancel') return null;
  return refund.method === 'store_credit'
    ? { storeCreditRefund: {} }
    : { originalPaymentMethodsRefund: true };
}
