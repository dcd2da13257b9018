import { proportion, totals, unfulfilledUnits } from 'devstore/rules';
import {
  BANK_DEPOSIT,
  CASH,
  createScenarioShop,
  PAYPAL,
  type ScenarioShop,
  SHOPIFY_PAYMENTS,
  SKU,
} from 'devstore/seed';
import type {
  DiscountSpec,
  Order,
  OrderLineSpec,
  OrderSpec,
  PaymentSpec,
  ShopDomain,
  TaxRate,
  World,
} from 'devstore/world';

import type { Currency, DiscountShape, HappeningShape, LineShape, Shape } from './shape.ts';

const PLENTY = 1_000_000_000;

/** A shop for many orders. */
export const openShop = (seed: number): ScenarioShop => createScenarioShop({ seed, stock: PLENTY });

const RATES: Readonly<Record<Currency, string>> = {
  EUR: '1',
  USD: '0.9217',
  JPY: '0.0061',
  KWD: '2.9815',
};

/** Places the order that a shape describes and lets happen to it what happened before anybody cancels. */
export function placeShape(scene: ScenarioShop, shape: Shape): Order {
  const { world, domain, customer } = scene;
  const spec: Omit<OrderSpec, 'payments'> = {
    customerId: customer.id,
    presentmentCurrency: shape.currency,
    shopPerPresentment: RATES[shape.currency],
    taxesIncluded: shape.taxesIncluded,
    dutiesIncluded: shape.dutiesIncluded,
    taxes: taxesOf(shape),
    lines: shape.lines.map((line) => lineOf(scene, shape, line)),
    discounts: shape.discounts.map((discount, index) => discountOf(shape, discount, index)),
    tip: shape.tip,
    ...(shape.tipLine !== 'none' && { tipLine: { unfulfilled: shape.tipLine === 'unfulfilled' } }),
    ...(shape.shipping && {
      shipping: {
        title: 'Standard',
        price: shape.shipping.price,
        ...(shape.shipping.taxed ? {} : { taxes: [] }),
      },
    }),
    ...(shape.additionalFee > 0 && {
      additionalFees: [{ name: 'Import fee', price: shape.additionalFee, taxes: taxesOf(shape) }],
    }),
  };
  // What a payment's part amounts to is known once the order is priced: by an unpaid twin.
  const total = (): number =>
    totals.totalPrice(world.commerce.placeOrder(domain, { ...spec, payments: [] }));
  const payments = paymentsOf(scene, shape, total);
  const order = world.commerce.placeOrder(domain, { ...spec, payments });
  bringPayment(world, domain, order, shape);
  for (const happening of shape.history) bring(world, domain, order, happening);
  return order;
}

const taxesOf = ({ taxRates }: Shape): TaxRate[] =>
  taxRates.map((ratePpm, index) => ({ title: `Tax ${index + 1}`, ratePpm }));

function lineOf({ main, second }: ScenarioShop, shape: Shape, line: LineShape): OrderLineSpec {
  const { units: quantity, unitPrice } = line;
  const isShipped = line.product === 'mug' || line.product === 'bowl';
  return {
    sku: SKU[line.product],
    quantity,
    unitPrice,
    lineDiscount: Math.min(line.discount, unitPrice * quantity),
    ...(line.taxed ? { taxes: taxesOf(shape) } : { taxes: [] }),
    ...(line.duty > 0 && {
      duty: line.duty,
      dutyTaxes: line.dutyTaxed ? taxesOf(shape) : [],
    }),
    restockable: line.restockable,
    ...(isShipped && { locationId: line.atSecondLocation ? second.id : main.id }),
  };
}

function discountOf(shape: Shape, discount: DiscountShape, index: number): DiscountSpec {
  const title = `DEAL-${index}`;
  const [first, second] = shape.lines;
  const skus = shape.lines.map((line) => SKU[line.product]);
  switch (discount.on) {
    case 'order':
    case 'shipping':
      return { title, on: discount.on, off: { percentPpm: discount.percentPpm } };
    case 'order_fixed':
      return { title, on: 'order', off: { fixed: discount.amount } };
    case 'lines':
      return {
        title,
        on: 'lines',
        skus: skus.slice(0, 1),
        off: { percentPpm: discount.percentPpm },
      };
    case 'buy_x_get_y':
      return {
        title,
        on: 'buy_x_get_y',
        buys: { sku: SKU[first?.product ?? 'mug'], quantity: 1 },
        gets: {
          sku: SKU[second?.product ?? 'bowl'],
          quantity: second?.units ?? 1,
          percentPpm: discount.percentPpm,
        },
      };
  }
}

function paymentsOf(
  scene: ScenarioShop,
  { payment, currency }: Shape,
  total: () => number,
): PaymentSpec[] {
  const card = SHOPIFY_PAYMENTS.name;
  const giftCard = (percent: number): PaymentSpec[] => {
    const amount = proportion(total(), percent, 100);
    if (amount === 0) return [];
    const { id: giftCardId } = scene.world.commerce.issueGiftCard(scene.domain, {
      currency,
      value: amount,
    });
    return [{ gateway: 'gift_card', state: 'sale', amount, giftCardId }];
  };
  switch (payment.by) {
    case 'sale':
      return [{ gateway: card, state: 'sale' }];
    case 'two_sales':
      return [
        { gateway: card, state: 'sale', amount: proportion(total(), 1, 3) },
        { gateway: card, state: 'sale' },
      ];
    case 'till': {
      const due = total();
      if (due === 0) return [];
      const roundedBy = Math.max(payment.roundedBy, 1 - due);
      const tendered = due + roundedBy + payment.change;
      return [{ gateway: CASH.name, state: 'sale', roundedBy, tendered }];
    }
    case 'wallet':
      return [{ gateway: PAYPAL.name, state: 'sale' }];
    case 'authorization':
    case 'expired':
    case 'captured':
      return [{ gateway: card, state: 'authorization' }];
    case 'cash':
    case 'promised':
      return [{ gateway: BANK_DEPOSIT.name, state: 'unpaid' }];
    case 'gift_card_and_sale':
      return [...giftCard(payment.percent), { gateway: card, state: 'sale' }];
    case 'gift_card_and_authorization':
      return [...giftCard(payment.percent), { gateway: card, state: 'authorization' }];
  }
}

function bringPayment(
  { commerce }: World,
  domain: ShopDomain,
  order: Order,
  { payment }: Shape,
): void {
  const total = totals.totalPrice(order);
  if (total === 0) return;
  if (payment.by === 'expired') commerce.expireAuthorization(domain, order.id);
  if (payment.by === 'cash') commerce.markAsPaid(domain, order.id);
  if (payment.by !== 'captured') return;
  for (const percent of payment.percents) {
    const amount = Math.min(proportion(total, percent, 100), totals.totalCapturable(order));
    if (amount > 0) commerce.capture(domain, order.id, amount);
  }
}

function bring(
  { commerce }: World,
  domain: ShopDomain,
  order: Order,
  happening: HappeningShape,
): void {
  if (happening.what === 'refund_amount') {
    const amount = proportion(totals.maximumRefundable(order), happening.percent, 100);
    if (amount > 0) commerce.refundInAdmin(domain, order.id, { amount });
    return;
  }
  const line = order.lines[happening.line];
  const units =
    line === undefined ? 0 : Math.min(happening.units, unfulfilledUnits(order, line.id));
  if (line === undefined || units === 0) return;
  const change = { lineItemId: line.id, quantity: units };
  switch (happening.what) {
    case 'refund_units':
      commerce.refundInAdmin(domain, order.id, { lines: [{ ...change, restockType: 'CANCEL' }] });
      return;
    case 'edit':
      commerce.editOrder(domain, order.id, [
        { lineItemId: line.id, quantity: totals.currentQuantity(line) - units, restock: true },
      ]);
      return;
    case 'ship':
      commerce.fulfill(domain, order.id, { lines: [change] });
      return;
    case 'exchange':
      commerce.fulfill(domain, order.id, { lines: [change] });
      commerce.exchange(domain, order.id, {
        returned: [change],
        added: { sku: SKU.bowl, quantity: units, unitPrice: happening.unitPrice },
      });
      return;
  }
}
