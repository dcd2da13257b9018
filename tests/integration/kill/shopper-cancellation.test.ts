import { describe } from 'vitest';

import { readShopperOrder } from '../../../app/application/read-shopper-order.ts';
import { requestCancellation } from '../../../app/application/request-cancellation.ts';
import type { Opening } from './kill-stage.ts';
import { killsAtEveryStep } from './kills-at-every-step.ts';

/** The customer confirms what the page shows; the policy carries it out without asking anybody. */
const ask: Opening = async (container, shop, customerId, orderId) => {
  const read = await readShopperOrder(container, shop, customerId, orderId);
  if (!read.ok || !read.value.offer.available) throw new Error('The order cannot be cancelled.');
  const asked = await requestCancellation(container, shop, customerId, orderId, {
    reasonId: 'changed_mind',
    comment: '',
    shown: read.value.offer.refund.amount,
  });
  if (!asked.ok) throw new Error(`The request was refused: ${JSON.stringify(asked.error)}`);
  return asked.value;
};

describe('a cancellation that a shopper asked for', () => {
  killsAtEveryStep(ask, {
    refunded: { shopify_payments: 2 * 1_250 + 3_999 },
    requests: ['/admin/oauth/access_token', 'HoldFulfillmentOrder', 'CancelOrder', 'ReadRecipient'],
  });
});
