import { createRefund } from './refunds/create-refund.ts';
import type { Perform } from './performer.ts';
import { moneyInput } from './refunds/refund-input.ts';

export const refund: Perform<'refund'> = (effect, occasion) => {
  const { orderId, note } = occasion;
  const money = moneyInput(orderId, effect);
  return createRefund('refund', occasion, { orderId, note, notify: false, ...money });
};
