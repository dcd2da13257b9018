import { type Html, html } from '../../http/pages/html.ts';
import { dateText } from '../dates.ts';
import type { PagesDeps } from '../deps.ts';
import type { LineItem, Order, Shop } from '../../world/model.ts';
import { unfulfilledUnits } from '../../world/fulfillment/fulfillment-orders.ts';
import { formatForPeople } from '../../world/money/money.ts';
import { totalCapturable, totalOutstanding } from '../../world/orders/order-totals.ts';
import { isPendingPayment } from '../../world/orders/order-status.ts';
import { orderPath } from './order-extensions.ts';

const STATES = {
  REQUESTED: 'Cancellation requested',
  RESOLVED: 'Cancellation request processed',
  DECLINED: 'Cancellation request declined',
} as const;

/**
 * Shopify's own cancellation requests, where the shop lets customers make them: choosing items that were not sent,
 * and what became of the asking. Source: https://help.shopify.com/manual/orders/self-serve-returns
 */
export function nativeRequests(shop: Shop, order: Order, now: number): Html | null {
  const open = shop.selfServeCancellations ? removable(order) : [];
  if (open.length === 0 && order.requestedEdits.length === 0) return null;
  return html`<section class="card" aria-label="Cancellation requests" data-live="requests">
    ${order.requestedEdits.map(
      (edit) =>
        html`<p>
          <strong>${STATES[edit.status]}</strong>
          <span class="muted">${dateText(edit.updatedAt, now, shop.timezone)}</span>
        </p>`,
    )}
    ${
      open.length === 0
        ? null
        : html`<details>
            <summary class="button button-disclosure">Request cancellation</summary>
            <form method="post" action="${orderPath(order)}/requests">
              ${open.map(
                ({ line, units }) =>
                  html`<p>
                    <label
                      >${line.title}
                      <input
                        type="number"
                        name="line-${line.id}"
                        value="${units}"
                        min="0"
                        max="${units}"
                    /></label>
                  </p>`,
              )}
              <button class="button button-primary">Send request</button>
            </form>
          </details>`
    }
  </section>`;
}

function removable(order: Order): { line: LineItem; units: number }[] {
  if (order.cancelledAt !== null) return [];
  return order.lines
    .map((line) => ({ line, units: unfulfilledUnits(order, line.id) }))
    .filter(({ units }) => units > 0);
}

/** Takes the form of `nativeRequests`: units by line, nothing for a line left at none. */
export function requestCancellation(
  { world }: PagesDeps,
  shop: Shop,
  order: Order,
  fields: Readonly<Record<string, unknown>>,
): void {
  const lines = removable(order)
    .map(({ line }) => ({ lineItemId: line.id, quantity: Number(fields[`line-${line.id}`] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  world.commerce.requestOrderEdit(shop.domain, order.id, lines);
}

/** What an invoice's link leads to: the balance, and a button that pays it by card. */
export function balanceDue(order: Order): Html | null {
  if (!canPay(order)) return null;
  const owed = formatForPeople(totalOutstanding(order), order.presentmentCurrency);
  return html`<section class="card" aria-label="Balance due" data-live="balance">
    <form method="post" action="${orderPath(order)}/payment">
      <p>Balance due: <strong>${owed}</strong></p>
      <button class="button button-primary">Pay now</button>
    </form>
  </section>`;
}

function canPay(order: Order): boolean {
  return (
    order.cancelledAt === null &&
    totalOutstanding(order) > 0 &&
    totalCapturable(order) === 0 &&
    !order.transactions.some(isPendingPayment)
  );
}

/** False when there is nothing to pay, or no card to pay by. */
export function payBalance({ world }: PagesDeps, shop: Shop, order: Order): boolean {
  const gateway = [...shop.gateways.values()].find(({ behaviour }) => behaviour === 'card');
  if (!canPay(order) || gateway === undefined) return false;
  const amount = totalOutstanding(order);
  world.commerce.receivePayment(shop.domain, order.id, { gateway: gateway.name, amount });
  return true;
}
