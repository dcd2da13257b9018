import { createRefund } from './refunds/create-refund.ts';
import type { Perform } from './performer.ts';
import { goodsInput, moneyInput } from './refunds/refund-input.ts';

export const refundLines: Perform<'refund_lines'> = ({ refund, notify }, occasion) => {
  const { orderId, note } = occasion;
  return createRefund('refund_lines', occasion, {
    orderId,
    note,
    notify,
    ...moneyInput(orderId, refund),
    ...goodsInput(refund),
  });
};
