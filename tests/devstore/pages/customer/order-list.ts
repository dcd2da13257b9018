import { type Html, html } from '../../http/pages/html.ts';
import { dateText } from '../dates.ts';
import { customerShop, type PagesDeps } from '../deps.ts';
import { readExtensions } from '../extensions/catalogue.ts';
import { unbuiltFor } from '../extensions/start.ts';
import { storefrontPlace, unbuiltNotice } from '../page-data.ts';
import type { Customer, Order } from '../../world/model.ts';
import { formatForPeople } from '../../world/money/money.ts';
import { currentTotal, totalPrice } from '../../world/orders/order-totals.ts';
import { customerPage } from './layout.ts';
import {
  ACTION_TARGET,
  MENU_ITEM_TARGET,
  actionMenu,
  customerScripts,
  orderExtensions,
  orderPath,
} from './order-extensions.ts';
import { orderProgress } from './order-progress.ts';

const PICTURES = 4;

/** A signed-in customer's orders, newest first. */
export async function orderListPage(
  deps: PagesDeps,
  customer: Customer,
  language: string,
): Promise<string> {
  const shop = customerShop(deps.world);
  const extensions = await readExtensions(deps.extensionsDir);
  const now = deps.world.now();
  const orders = [...shop.orders.values()]
    .filter((order) => order.customerId === customer.id)
    .sort((a, b) => b.processedAt - a.processedAt || b.number - a.number);
  const viewer = {
    customerId: customer.id,
    authenticationState: 'fully_authenticated' as const,
    language,
  };

  const card = (order: Order): Html => {
    const progress = orderProgress(order);
    const total = order.cancelledAt === null ? currentTotal(order) : totalPrice(order);
    return html`<li class="card order-card">
      <a class="order-link" href="${orderPath(order)}">
        <div class="order-head" data-live="head-${order.id}">
          <span class="status status-${progress.state}">${progress.label}</span>
          <span class="muted">${dateText(progress.at, now, shop.timezone)}</span>
        </div>
        ${pictures(order)}
        <div class="order-foot">
          <strong>Order ${order.name}</strong>
          <span class="total" data-live="total-${order.id}"
            >${formatForPeople(total, order.presentmentCurrency)}</span
          >
        </div>
      </a>
      ${actionMenu(order, 'Manage order')}
    </li>`;
  };
  const body = html`<div class="wide">
    <h1>Orders</h1>
    ${unbuiltNotice(unbuiltFor(extensions, [MENU_ITEM_TARGET, ACTION_TARGET]))}
    ${
      orders.length === 0
        ? html`<section class="card empty">
            <h2>No orders yet</h2>
            <p class="muted">Your orders appear here.</p>
          </section>`
        : html`<ul class="order-cards">
            ${orders.map(card)}
          </ul>`
    }
  </div>`;
  return customerPage({
    shop,
    customer,
    language,
    title: 'Orders',
    path: '/account/orders',
    body,
    scripts: customerScripts({
      idTokenAddress: '/account/id-token',
      loginAddress: null,
      storefront: storefrontPlace(deps, shop),
      orders: orders.map((order) => orderExtensions(deps, extensions, shop, order, viewer, false)),
    }),
  });
}

function pictures(order: Order): Html {
  const shown = order.lines.slice(0, order.lines.length > PICTURES ? PICTURES - 1 : PICTURES);
  const rest = order.lines.length - shown.length;
  return html`<div class="pictures pictures-${Math.min(order.lines.length, PICTURES)}">
    ${shown.map((line) =>
      line.imageUrl === null
        ? html`<span class="picture picture-empty">${line.title}</span>`
        : html`<img class="picture" src="${line.imageUrl}" alt="${line.title}" loading="lazy" />`,
    )}
    ${rest > 0 ? html`<span class="picture picture-more">+${rest}</span>` : null}
  </div>`;
}
