import type { Context, Sources } from '../../context.ts';
import { cancelErrors, startCancel, type CancelRequest } from '../../../world/orders/cancel.ts';
import type { JobError } from '../../../world/jobs.ts';
import type { OrderCancelReason } from '../../../world/model.ts';
import { readId } from '../../inputs/ids.ts';
import { refundRefusal } from '../../staff-permissions.ts';
import { visibleOrder } from '../sources.ts';

interface OrderCancelArgs {
  readonly orderId: string;
  readonly reason: OrderCancelReason;
  readonly restock: boolean;
  readonly refund?: boolean | null;
  readonly refundMethod?: {
    readonly originalPaymentMethodsRefund?: boolean | null;
    readonly storeCreditRefund?: { readonly expiresAt?: string | null } | null;
  } | null;
  readonly notifyCustomer?: boolean | null;
  readonly staffNote?: string | null;
}

export function orderCancel(_root: null, args: OrderCancelArgs, context: Context): object {
  const { kernel, shop } = context;
  const order = visibleOrder(context, readId('Order', args.orderId));
  if (order === null) {
    return refused([{ code: 'NOT_FOUND', field: ['orderId'], message: 'Order does not exist' }]);
  }
  if (args.refund != null && args.refundMethod != null) {
    return refused([
      {
        code: 'INVALID',
        field: ['refund'],
        message: 'Only one of the arguments `refund` or `refund_method` is allowed.',
      },
    ]);
  }
  const request: CancelRequest = {
    reason: args.reason,
    restock: args.restock,
    refund: refundOf(args),
    notifyCustomer: args.notifyCustomer ?? false,
    staffNote: args.staffNote ?? null,
    actor: context.actor,
  };
  const forbidden = refundRefusal(context.staff, {
    toOriginal: request.refund === 'original',
    toStoreCredit: typeof request.refund === 'object',
  });
  if (forbidden !== null) return refused([{ ...forbidden, field: ['refundMethod'] }]);
  const errors = cancelErrors(kernel, shop, order, request);
  if (errors.length > 0) return refused(errors);
  const job = startCancel(kernel, shop, order, request);
  const plain: Sources['Job'] = { kind: 'Job', job };
  const result: Sources['OrderCancelJobResult'] = { kind: 'OrderCancelJobResult', job };
  return { job: plain, jobResult: result, orderCancelUserErrors: [], userErrors: [] };
}

function refundOf(args: OrderCancelArgs): CancelRequest['refund'] {
  const { refundMethod } = args;
  if (refundMethod == null) return args.refund === true ? 'original' : 'none';
  if (refundMethod.storeCreditRefund != null) {
    const { expiresAt } = refundMethod.storeCreditRefund;
    return { storeCreditExpiresAt: expiresAt == null ? null : Date.parse(expiresAt) };
  }
  return refundMethod.originalPaymentMethodsRefund === true ? 'original' : 'none';
}

function refused(errors: readonly JobError[]): object {
  return {
    job: null,
    jobResult: null,
    orderCancelUserErrors: errors,
    userErrors: errors.map(({ field, message }) => ({ field, message })),
  };
}
