import { describe } from 'vitest';

import { askAsShopper } from './ask-as-shopper.ts';
import { killsAtEveryStep } from './kills-at-every-step.ts';

describe('a cancellation that a shopper asked for', () => {
  killsAtEveryStep(askAsShopper, {
    refunded: { shopify_payments: 2 * 1_250 + 3_999 },
    cancels: 1,
    restocked: [1, 2],
    requests: ['/admin/oauth/access_token', 'HoldFulfillmentOrder', 'CancelOrder', 'ReadRecipient'],
  });
});
