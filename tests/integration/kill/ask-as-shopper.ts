import { readShopperOrder } from '../../../app/application/order/read-shopper-order.ts';
import { askedByShopper } from '../../../app/application/cancellation/open/asked-by-shopper.ts';
import { openCancellation } from '../../../app/application/cancellation/open/open-cancellation.ts';
import type { Opening } from './kill-stage.ts';

/** The customer confirms what the page shows; the policy carries it out without asking anybody. */
export const askAsShopper: Opening = async (container, shop, customerId, orderId) => {
  const shopper = { kind: 'customer', customerId } as const;
  const read = await readShopperOrder(container, shop, shopper, orderId);
  if (!read.ok || !read.value.offer.available || !read.value.offer.quote) {
    throw new Error('The order cannot be cancelled.');
  }
  const asker = askedByShopper(shopper, 'order_page', {
    selection: { kind: 'order' },
    method: 'original',
    known: null,
    reasonId: 'changed_mind',
    comment: '',
    shown: read.value.offer.quote.plan.amount,
  });
  const asked = await openCancellation(container, shop, orderId, asker);
  if (!asked.ok) throw new Error(`The request was refused: ${JSON.stringify(asked.error)}`);
  return asked.value;
};
