import type { ControlClient } from 'devstore/control';
import type { OrderLineSpec } from 'devstore/world';

/** An order as a flow has to know it. Money in the minor units of its currency. */
export interface FreshOrder {
  readonly shop: string;
  readonly id: number;
  /** With its number sign: `#1076`. */
  readonly name: string;
  readonly customer: string;
  readonly paid: number;
  readonly units: number;
}

const LINES: readonly OrderLineSpec[] = [
  { sku: 'HP-MUG-TER', quantity: 2 },
  { sku: 'HP-CANDLE-PINE', quantity: 1 },
];

/**
 * Has a customer of the demo's shop buy two mugs and a candle this moment, paid by card.
 *
 * @param customer a first name
 */
export async function placeFreshOrder(
  control: ControlClient,
  customer = 'Maya',
): Promise<FreshOrder> {
  const [shop] = await control.shops();
  const buyer = Object.values(shop?.customers ?? {}).find((one) => one.firstName === customer);
  if (!shop || !buyer) throw new Error(`The demo's shop has no customer called ${customer}.`);
  const order = await control.commerce.placeOrder(shop.domain, {
    customerId: buyer.id,
    lines: LINES,
    shipping: { title: 'Standard', price: 490 },
    taxes: [{ title: 'MwSt.', ratePpm: 190_000 }],
    payments: [{ gateway: 'shopify_payments', state: 'sale' }],
  });
  const { captured } = await control.summary(shop.domain, order.id);
  return {
    shop: shop.domain,
    id: order.id,
    name: order.name,
    customer: `${buyer.firstName} ${buyer.lastName}`,
    paid: sum(Object.values(captured)),
    units: sum(LINES.map(({ quantity }) => quantity)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
