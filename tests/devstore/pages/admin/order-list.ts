import { type Html, html } from '../../http/pages/html.ts';
import { dateTimeText } from '../dates.ts';
import type { PagesDeps } from '../deps.ts';
import type { Order, Shop } from '../../world/model.ts';
import { formatForPeople } from '../../world/money/money.ts';
import {
  displayFinancialStatus,
  displayFulfillmentStatus,
} from '../../world/orders/order-status.ts';
import { currentQuantity, currentTotal } from '../../world/orders/order-totals.ts';
import { CANCELLED_BADGE, financialBadge, fulfillmentBadge } from './badges.ts';
import { LIST_SCRIPT, adminPage, badge } from './layout.ts';
import type { AdminVisit } from './visit.ts';

export function customerName(shop: Shop, order: Order): string {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  if (customer) return `${customer.firstName} ${customer.lastName}`;
  const address = order.shippingAddress;
  return address ? `${address.firstName} ${address.lastName}` : 'No customer';
}

function matches(shop: Shop, order: Order, query: string): boolean {
  const wanted = query.trim().toLowerCase().replace(/^#/, '');
  if (wanted === '') return true;
  return [order.name.replace('#', ''), customerName(shop, order), order.email ?? '']
    .map((text) => text.toLowerCase())
    .some((text) => text.includes(wanted));
}

export function unitCount(order: Order): number {
  return order.lines.reduce((units, line) => units + currentQuantity(line), 0);
}

/** The admin's order list, newest first; `query` searches number, name and e-mail. */
export function orderListPage(deps: PagesDeps, visit: AdminVisit, query: string): Promise<string> {
  const { shop } = visit;
  const now = deps.world.now();
  const orders = [...shop.orders.values()]
    .filter((order) => matches(shop, order, query))
    .sort((a, b) => b.number - a.number);
  const row = (order: Order): Html => {
    const address = `/store/${shop.handle}/orders/${String(order.id)}`;
    const units = unitCount(order);
    return html`<tr class="${order.cancelledAt === null ? '' : 'row-cancelled'}">
      <td class="cell-name"><a href="${address}">${order.name}</a></td>
      <td class="cell-date">${dateTimeText(order.createdAt, now, shop.timezone)}</td>
      <td class="cell-customer">${customerName(shop, order)}</td>
      <td class="cell-total number">
        ${formatForPeople(currentTotal(order), order.presentmentCurrency)}
      </td>
      <td class="cell-badges">${badge(financialBadge(displayFinancialStatus(order)))}</td>
      <td class="cell-badges">
        ${
          order.cancelledAt === null
            ? badge(fulfillmentBadge(displayFulfillmentStatus(order)))
            : badge(CANCELLED_BADGE)
        }
      </td>
      <td class="cell-items">${units} ${units === 1 ? 'item' : 'items'}</td>
      <td class="cell-tags">${order.tags.join(', ')}</td>
    </tr>`;
  };
  const body = html`<div class="page">
    <header class="page-header"><h1>Orders</h1></header>
    <section class="card card-flush" aria-label="Orders">
      <div class="table-scroll" tabindex="0" role="region" aria-label="Order table">
        <table class="index-table">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Date</th>
              <th scope="col">Customer</th>
              <th scope="col" class="number">Total</th>
              <th scope="col">Payment status</th>
              <th scope="col">Fulfillment status</th>
              <th scope="col">Items</th>
              <th scope="col">Tags</th>
            </tr>
          </thead>
          <tbody data-live="orders">
            ${orders.map(row)}
          </tbody>
        </table>
      </div>
      ${
        orders.length === 0
          ? html`<p class="empty">No orders match “${query}”.</p>`
          : html`<p class="table-foot">
              ${orders.length} ${orders.length === 1 ? 'order' : 'orders'}
            </p>`
      }
    </section>
  </div>`;
  return adminPage(deps, visit, {
    place: 'orders',
    title: 'Orders',
    body,
    search: query,
    scripts: LIST_SCRIPT,
  });
}
