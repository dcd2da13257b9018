import { type Html, html } from '../../http/pages/html.ts';
import type { AdminOrderData } from '../browser/admin-order.ts';
import { dateTimeText } from '../dates.ts';
import type { PagesDeps } from '../deps.ts';
import { readExtensions } from '../extensions/catalogue.ts';
import { adminStarts, unbuiltFor } from '../extensions/start.ts';
import { icon } from '../icon.ts';
import { pageDataScript, storefrontPlace, unbuiltNotice } from '../page-data.ts';
import type { Actor, FulfillmentOrder, Minor, Order, Shop } from '../../world/model.ts';
import { formatForPeople } from '../../world/money/money.ts';
import {
  displayFinancialStatus,
  displayFulfillmentStatus,
} from '../../world/orders/order-status.ts';
import {
  currentDiscounts,
  currentDuties,
  currentShipping,
  currentSubtotal,
  currentTax,
  currentTotal,
  lineGross,
  lineNet,
  netPayment,
  totalCapturable,
  totalReceived,
  totalRefunded,
} from '../../world/orders/order-totals.ts';
import {
  CANCELLED_BADGE,
  financialBadge,
  fulfillmentBadge,
  requestBadge,
  statusWords,
  workBadge,
} from './badges.ts';
import { adminPage, badge } from './layout.ts';
import { requestsCard, selfServeCard } from './order-requests.ts';
import { riskCard } from './order-risk.ts';
import { shipmentRows } from './order-shipments.ts';
import type { AdminVisit } from './visit.ts';
import { customerName, unitCount } from './order-list.ts';

const ACTION_TARGET = 'admin.order-details.action.render';
const BLOCK_TARGET = 'admin.order-details.block.render';

/** An order's page in the admin, with the app's action and block. */
export async function orderDetailsPage(
  deps: PagesDeps,
  visit: AdminVisit,
  order: Order,
): Promise<string> {
  const { shop } = visit;
  const extensions = await readExtensions(deps.extensionsDir);
  const actions = adminStarts(deps, extensions, ACTION_TARGET, shop, order);
  const blocks = adminStarts(deps, extensions, BLOCK_TARGET, shop, order);
  const unbuilt = unbuiltFor(extensions, [ACTION_TARGET, BLOCK_TARGET]);
  const nameOf = (handle: string): string =>
    extensions.find((extension) => extension.handle === handle)?.name ?? handle;
  const store = `/store/${shop.handle}`;
  const data: AdminOrderData = {
    storeAddress: store,
    appAddress: `${store}/apps/${deps.app.handle}`,
    idTokenAddress: `${store}/apps/${deps.app.handle}/id-token`,
    storefront: storefrontPlace(deps, shop),
    actions,
    blocks,
  };
  const now = deps.world.now();
  const body = html`<div class="page page-order">
    <header class="page-header">
      <div class="page-title">
        <a class="back" href="${store}/orders" aria-label="Orders">${await icon('arrow-left')}</a>
        <div>
          <div class="title-line">
            <h1>${order.name}</h1>
            <span data-live="badges" class="badges">${statusBadges(order)}</span>
          </div>
          <p class="page-subtitle">
            ${dateTimeText(order.createdAt, now, shop.timezone)} from ${order.channel.name}
          </p>
        </div>
      </div>
      <div class="title-actions">
        <details class="menu">
          <summary class="button button-disclosure">More actions</summary>
          <div class="menu-list">
            ${actions.map(
              (start) =>
                html`<button
                  type="button"
                  class="menu-item"
                  data-extension-action="${start.handle}"
                >
                  <span class="app-icon" aria-hidden="true"></span>${nameOf(start.handle)}
                </button>`,
            )}
            ${actions.length === 0 ? html`<p class="menu-note">No app actions here.</p>` : null}
          </div>
        </details>
      </div>
    </header>
    ${unbuiltNotice(unbuilt)}
    <div class="columns">
      <div class="column-main">
        <div data-live="requests">${requestsCard(shop, order, now)}</div>
        <div data-live="fulfillment">${await fulfillmentCards(shop, order)}</div>
        <div data-live="payment">${paymentCard(shop, order, now)}</div>
        ${blocks.map(
          (start) =>
            html`<section
              class="card card-flush"
              aria-label="${nameOf(start.handle)}"
              data-extension-block="${start.handle}"
            ></section>`,
        )}
        <div data-live="timeline">${timeline(shop, order, now)}</div>
      </div>
      <div class="column-side" data-live="side">${sideCards(shop, order)}</div>
    </div>
  </div>`;
  return adminPage(deps, visit, {
    place: 'orders',
    title: order.name,
    body,
    scripts: html`${pageDataScript(data)}
      <script src="/devstore-assets/admin-order.js" defer></script>`,
  });
}

function statusBadges(order: Order): Html {
  return html`${badge(financialBadge(displayFinancialStatus(order)))}
  ${badge(fulfillmentBadge(displayFulfillmentStatus(order)))}
  ${order.cancelledAt === null ? null : badge(CANCELLED_BADGE)}`;
}

async function fulfillmentCards(shop: Shop, order: Order): Promise<Html> {
  const cards = await Promise.all(
    order.fulfillmentOrders
      .filter((work) => work.lines.some((line) => line.totalQuantity > 0))
      .map((work) => fulfillmentCard(shop, order, work)),
  );
  const removed = order.lines.filter((line) => line.removedQuantity > 0);
  return html`${cards}
  ${
    removed.length === 0
      ? null
      : html`<section class="card" aria-label="Removed items">
          <header class="card-header">
            ${badge({ label: `Removed (${removed.reduce((n, line) => n + line.removedQuantity, 0)})`, tone: 'neutral', progress: 'full' })}
          </header>
          <ul class="lines">
            ${removed.map((line) => lineRow(order, line.id, line.removedQuantity))}
          </ul>
        </section>`
  }`;
}

async function fulfillmentCard(shop: Shop, order: Order, work: FulfillmentOrder): Promise<Html> {
  const location = shop.locations.get(work.locationId);
  const state = workBadge(work.status);
  const request = requestBadge(work.requestStatus);
  const units = work.lines.reduce((total, line) => total + line.totalQuantity, 0);
  const act = (action: string, label: string): Html =>
    html`<button class="button" name="action" value="${action}">${label}</button>`;
  const open = work.status === 'OPEN' || work.status === 'IN_PROGRESS';
  const buttons = [
    open && work.fulfillmentServiceHandle === null ? act('fulfill', 'Fulfill items') : null,
    open && work.fulfillmentServiceHandle === null ? act('buy-label', 'Buy shipping label') : null,
    ...(open
      ? movesOf(shop, work).map(({ id, name }) => act(`move-${id}`, `Move to ${name}`))
      : []),
    open && work.fulfillmentServiceHandle !== null && work.requestStatus === 'UNSUBMITTED'
      ? act('request', 'Request fulfillment')
      : null,
    work.requestStatus === 'SUBMITTED' ? act('accept', '3PL: accept') : null,
    work.requestStatus === 'SUBMITTED' ? act('reject', '3PL: reject') : null,
    work.requestStatus === 'CANCELLATION_REQUESTED'
      ? act('accept-cancellation', '3PL: accept cancellation')
      : null,
    work.requestStatus === 'CANCELLATION_REQUESTED'
      ? act('reject-cancellation', '3PL: reject cancellation')
      : null,
    open && work.fulfillmentServiceHandle !== null && work.requestStatus !== 'UNSUBMITTED'
      ? act('fulfill', '3PL: ship')
      : null,
  ].filter((button) => button !== null);
  return html`<section class="card" aria-label="${state.label}">
    <header class="card-header">
      <div class="badges">
        ${badge({ ...state, label: `${state.label} (${units})` })}
        ${request ? badge(request) : null}
      </div>
      <span class="card-aside">${await icon('location')}${location?.name ?? 'No location'}</span>
    </header>
    ${work.holds.map(
      (hold) =>
        html`<div class="hold">
          ${statusWords(hold.reason)}${hold.reasonNotes === null ? null : html`: ${hold.reasonNotes}`}
          <span class="muted">held by ${actorName(hold.heldBy, shop)}</span>
        </div>`,
    )}
    <ul class="lines">
      ${work.lines.map((line) => lineRow(order, line.lineItemId, line.totalQuantity))}
    </ul>
    ${shipmentRows(shop, order, work)}
    ${
      buttons.length === 0
        ? null
        : html`<form
            class="card-actions"
            method="post"
            action="/store/${shop.handle}/orders/${order.id}/fulfillment-orders/${work.id}"
          >
            ${buttons}
          </form>`
    }
  </section>`;
}

/** Where else the work could be sent from. */
function movesOf(shop: Shop, work: FulfillmentOrder): { id: number; name: string }[] {
  const atService = ['SUBMITTED', 'ACCEPTED'].includes(work.requestStatus);
  if (atService || work.progressReportedByHand) return [];
  return [...shop.locations.values()].filter(
    (location) =>
      location.active &&
      location.fulfillmentServiceHandle === null &&
      location.id !== work.locationId,
  );
}

function lineRow(order: Order, lineItemId: number, quantity: number): Html | null {
  const line = order.lines.find((candidate) => candidate.id === lineItemId);
  if (!line || quantity === 0) return null;
  const money = (minor: Minor): string => formatForPeople(minor, order.presentmentCurrency);
  const discounted = lineNet(line) < lineGross(line);
  return html`<li class="line">
    ${
      line.imageUrl === null
        ? html`<span class="thumb thumb-empty"></span>`
        : html`<img class="thumb" src="${line.imageUrl}" alt="" width="40" height="40" />`
    }
    <div class="line-text">
      <span class="line-title">${line.title}</span>
      ${line.variantTitle === null ? null : html`<span class="chip">${line.variantTitle}</span>`}
      ${line.sku === null ? null : html`<span class="muted">SKU: ${line.sku}</span>`}
    </div>
    <span class="line-price"
      >${money(line.unitPrice)}${discounted ? html` <span class="muted">less discount</span>` : null}
      <span class="times">× ${quantity}</span></span
    >
    <span class="line-total">${money(line.unitPrice * quantity)}</span>
  </li>`;
}

function paymentCard(shop: Shop, order: Order, now: number): Html {
  const money = (minor: Minor): string => formatForPeople(minor, order.presentmentCurrency);
  const row = (label: string, detail: string, amount: Minor, strong = false): Html =>
    html`<div class="sum ${strong ? 'sum-strong' : ''}">
      <dt>${label}</dt>
      <dd class="sum-detail">${detail}</dd>
      <dd class="sum-amount">${money(amount)}</dd>
    </div>`;
  const units = unitCount(order);
  const discounts = currentDiscounts(order);
  const duties = currentDuties(order);
  return html`<section class="card" aria-label="Payment">
    <header class="card-header">${badge(financialBadge(displayFinancialStatus(order)))}</header>
    <dl class="sums">
      ${row('Subtotal', `${units} ${units === 1 ? 'item' : 'items'}`, currentSubtotal(order))}
      ${discounts === 0 ? null : row('Discount', order.discountApplications.map(({ title }) => title).join(', '), -discounts)}
      ${row('Shipping', order.shippingLines.map(({ title }) => title).join(', '), currentShipping(order))}
      ${duties === 0 ? null : row('Duties', '', duties)}
      ${row('Taxes', order.taxesIncluded ? 'Included' : '', currentTax(order))}
      ${order.tip === 0 ? null : row('Tip', '', order.tip)}
      ${row('Total', '', currentTotal(order), true)}
    </dl>
    <dl class="sums sums-paid">
      ${row('Paid', '', totalReceived(order))}
      ${totalRefunded(order) === 0 ? null : row('Refunded', '', -totalRefunded(order))}
      ${totalCapturable(order) === 0 ? null : row('Authorized', 'not captured', totalCapturable(order))}
      ${row('Net payment', '', netPayment(order), true)}
    </dl>
    <details class="transactions">
      <summary>Transactions (${order.transactions.length})</summary>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Gateway</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">Amount</th>
          </tr>
        </thead>
        <tbody>
          ${order.transactions.map(
            (transaction) =>
              html`<tr>
                <td>${dateTimeText(transaction.createdAt, now, shop.timezone)}</td>
                <td>${statusWords(transaction.kind)}</td>
                <td>
                  ${shop.gateways.get(transaction.gateway)?.formattedName ?? transaction.gateway}
                </td>
                <td>
                  ${statusWords(transaction.status)}${transaction.message === null ? null : html` <span class="muted">${transaction.message}</span>`}
                </td>
                <td class="number">${money(transaction.amount)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
}

function actorName(actor: Actor, shop: Shop): string {
  switch (actor.kind) {
    case 'app':
      return actor.title;
    case 'staff':
      return actor.name;
    case 'customer':
      return 'Customer';
    case 'fulfillment_service':
      return shop.fulfillmentServices.get(actor.handle)?.name ?? actor.handle;
    case 'gateway':
      return actor.name;
    case 'platform':
      return 'Shopify';
  }
}

function timeline(shop: Shop, order: Order, now: number): Html {
  const entries = [...order.timeline].sort((a, b) => b.at - a.at || b.id - a.id);
  return html`<section class="timeline" aria-label="Timeline">
    <h2>Timeline</h2>
    <ol>
      ${entries.map(
        (entry) =>
          html`<li>
            <span class="timeline-dot" aria-hidden="true"></span>
            <span class="timeline-text">${entry.message}</span>
            <span class="timeline-who">${actorName(entry.actor, shop)}</span>
            <time>${dateTimeText(entry.at, now, shop.timezone)}</time>
          </li>`,
      )}
    </ol>
  </section>`;
}

function sideCards(shop: Shop, order: Order): Html {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const address = order.shippingAddress;
  return html`<section class="card" aria-label="Notes">
      <h2>Notes</h2>
      <p class="${order.note === null ? 'muted' : ''}">${order.note ?? 'No notes from customer'}</p>
    </section>
    <section class="card" aria-label="Customer">
      <h2>Customer</h2>
      <p>${customerName(shop, order)}</p>
      ${customer ? html`<p class="muted">${ordersOf(shop, customer.id)} orders</p>` : null}
      <h3>Contact information</h3>
      <p>${order.email ?? 'No email provided'}</p>
      <h3>Shipping address</h3>
      ${
        address
          ? html`<address>
              ${address.firstName} ${address.lastName}<br />${address.address1}<br />${address.zip}
              ${address.city}<br />${address.country}
            </address>`
          : html`<p class="muted">No shipping address provided</p>`
      }
    </section>
    ${riskCard(shop, order)} ${selfServeCard(shop, order)}
    <section class="card" aria-label="Tags">
      <h2>Tags</h2>
      <div class="chips">
        ${
          order.tags.length === 0
            ? html`<p class="muted">No tags</p>`
            : order.tags.map((tag) => html`<span class="chip">${tag}</span>`)
        }
      </div>
    </section>`;
}

function ordersOf(shop: Shop, customerId: number): number {
  return [...shop.orders.values()].filter((order) => order.customerId === customerId).length;
}
