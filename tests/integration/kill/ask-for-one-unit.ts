import { quoteCancellation } from '../../../app/application/cancellation/open/quote-cancellation.ts';
import { readShopperOrder } from '../../../app/application/order/read-shopper-order.ts';
import { askedByShopper } from '../../../app/application/cancellation/open/asked-by-shopper.ts';
import { openCancellation } from '../../../app/application/cancellation/open/open-cancellation.ts';
import type { Opening } from './kill-stage.ts';

/** The customer takes one unit of the first line back; the rest of the order goes on. */
export const askForOneUnit: Opening = async (container, shop, customerId, orderId) => {
  const shopper = { kind: 'customer', customerId } as const;
  const read = await readShopperOrder(container, shop, shopper, orderId);
  const [line] = read.ok ? read.value.order.lines : [];
  if (!line) throw new Error('The order has no line.');
  const wanted = {
    selection: { kind: 'lines', lines: [{ lineItemId: line.id, quantity: 1 }] },
    method: 'original',
  } as const;
  const quoted = await quoteCancellation(container, shop, shopper, orderId, wanted);
  if (!quoted.ok) throw new Error(`The unit was refused: ${JSON.stringify(quoted.error)}`);
  const asker = askedByShopper(shopper, 'order_page', {
    ...wanted,
    known: null,
    reasonId: 'changed_mind',
    comment: '',
    shown: quoted.value.quote.plan.amount,
  });
  const asked = await openCancellation(container, shop, orderId, asker);
  if (!asked.ok) throw new Error(`The request was refused: ${JSON.stringify(asked.error)}`);
  return asked.value;
};
