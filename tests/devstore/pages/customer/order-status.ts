import { type Html, html } from '../../http/pages/html.ts';
import { dateText } from '../dates.ts';
import { customerShop, type PagesDeps } from '../deps.ts';
import { readExtensions } from '../extensions/catalogue.ts';
import { unbuiltFor, type Viewer } from '../extensions/start.ts';
import { icon } from '../icon.ts';
import { storefrontPlace, unbuiltNotice } from '../page-data.ts';
import type { Address, Customer, LineItem, Minor, Order, Shop } from '../../world/model.ts';
import { formatForPeople } from '../../world/money/money.ts';
import {
  currentDiscounts,
  currentDuties,
  currentQuantity,
  currentShipping,
  currentSubtotal,
  currentTax,
  currentTotal,
  lineGross,
  lineNet,
  totalCapturable,
  totalReceived,
  totalRefunded,
} from '../../world/orders/order-totals.ts';
import { customerPage } from './layout.ts';
import {
  ACTION_TARGET,
  BLOCK_TARGET,
  MENU_ITEM_TARGET,
  actionMenu,
  customerScripts,
  orderExtensions,
  orderPath,
} from './order-extensions.ts';
import { orderProgress } from './order-progress.ts';
import { balanceDue, nativeRequests } from './order-requests.ts';

/**
 * An order's status page. Without sign-in or the mail's key it shows public data only and runs no
 * extension; by the mail's key it runs them, and their actions ask for sign-in first. Source:
 * https://shopify.dev/docs/apps/build/customer-accounts/order-status-page
 */
export async function orderStatusPage(
  deps: PagesDeps,
  order: Order,
  viewer: Viewer | 'unauthenticated',
  customer: Customer | null,
  language: string,
): Promise<string> {
  const shop = customerShop(deps.world);
  const extensions = await readExtensions(deps.extensionsDir);
  const known = viewer !== 'unauthenticated';
  const running = known
    ? orderExtensions(deps, extensions, shop, order, viewer, true)
    : { orderId: '', orderPath: '', menuItems: [], actions: [], blocks: [] };
  const signedIn = known && viewer.authenticationState === 'fully_authenticated';
  const unbuilt = known
    ? unbuiltFor(extensions, [MENU_ITEM_TARGET, ACTION_TARGET, BLOCK_TARGET])
    : [];
  const nameOf = (handle: string): string =>
    extensions.find((extension) => extension.handle === handle)?.name ?? handle;
  const now = deps.world.now();
  const body = html`<div class="wide">
    <header class="order-header">
      <div class="order-heading">
        ${
          signedIn
            ? html`<a class="back" href="/account/orders" aria-label="Orders"
                >${await icon('arrow-left')}</a
              >`
            : null
        }
        <div>
          <h1>Order ${order.name}</h1>
          <p class="muted">Confirmed ${dateText(order.processedAt, now, shop.timezone)}</p>
        </div>
      </div>
      ${known ? actionMenu(order, 'Manage order') : null}
    </header>
    ${unbuiltNotice(unbuilt)}
    ${
      known
        ? null
        : html`<section class="card sign-in-card">
            <p>Sign in to see every detail of this order.</p>
            <a
              class="button button-primary"
              href="/account/login?return_to=${encodeURIComponent(orderPath(order))}"
              >Sign in</a
            >
          </section>`
    }
    <div class="order-columns">
      <div class="order-main">
        <section class="card" aria-label="Status" data-live="status">
          ${statusCard(shop, order, now)}
        </section>
        ${running.blocks.map(
          (start) =>
            html`<section
              class="card extension-card"
              aria-label="${nameOf(start.handle)}"
              data-extension-block="${start.handle}"
            ></section>`,
        )}
        ${known ? balanceDue(order) : null} ${signedIn ? nativeRequests(shop, order, now) : null}
        ${known ? html`<section class="card" aria-label="Details" data-live="details">${detailsCard(shop, order)}</section>` : null}
      </div>
      <section class="card order-summary" aria-label="Order summary" data-live="summary">
        ${summaryCard(order)}
      </section>
    </div>
  </div>`;
  return customerPage({
    shop,
    customer: signedIn ? customer : null,
    language,
    title: `Order ${order.name}`,
    path: orderPath(order),
    body,
    scripts: customerScripts({
      idTokenAddress: known ? `/account/id-token?order=${String(order.id)}` : '',
      loginAddress: signedIn
        ? null
        : `/account/login?return_to=${encodeURIComponent(orderPath(order))}`,
      storefront: storefrontPlace(deps, shop),
      orders: known ? [running] : [],
    }),
  });
}

function statusCard(shop: Shop, order: Order, now: number): Html {
  const progress = orderProgress(order);
  const refunded = totalRefunded(order);
  const shipments = order.fulfillments.filter(({ status }) => status === 'SUCCESS');
  return html`<div class="status-head">
      <h2>${progress.label}</h2>
      <span class="muted">${dateText(progress.at, now, shop.timezone)}</span>
    </div>
    ${
      progress.steps.length === 0
        ? html`<p class="muted">
            ${
              refunded > 0
                ? html`${formatForPeople(refunded, order.presentmentCurrency)} has been refunded.`
                : 'This order has been cancelled.'
            }
          </p>`
        : html`<ol class="steps">
            ${progress.steps.map(
              (step) =>
                html`<li class="${step.reached ? 'reached' : ''}">
                  <span class="step-bar" aria-hidden="true"></span>${step.label}
                  ${step.reached ? html`<span class="visually-hidden">(done)</span>` : null}
                </li>`,
            )}
          </ol>`
    }
    ${shipments.map((shipment) =>
      shipment.tracking?.number
        ? html`<p class="tracking">
            ${shipment.tracking.company ?? 'Tracking'}: <strong>${shipment.tracking.number}</strong>
          </p>`
        : null,
    )}`;
}

function addressText(address: Address | null): Html {
  if (address === null) return html`<p class="muted">None</p>`;
  return html`<address>
    ${address.firstName} ${address.lastName}<br />${address.address1}<br />${address.zip}
    ${address.city}<br />${address.country}
  </address>`;
}

function detailsCard(shop: Shop, order: Order): Html {
  const payments = order.transactions.filter(
    ({ kind, status }) =>
      kind !== 'REFUND' && kind !== 'VOID' && kind !== 'CAPTURE' && status !== 'ERROR',
  );
  const money = (minor: Minor): string => formatForPeople(minor, order.presentmentCurrency);
  return html`<div class="details">
    <div>
      <h3>Contact information</h3>
      <p>${order.email ?? 'None'}</p>
      <h3>Shipping address</h3>
      ${addressText(order.shippingAddress)}
      <h3>Shipping method</h3>
      <p>${order.shippingLines.map(({ title }) => title).join(', ') || 'None'}</p>
    </div>
    <div>
      <h3>Payment</h3>
      ${payments.map(
        (payment) =>
          html`<p>
            ${
              payment.card === null
                ? (shop.gateways.get(payment.gateway)?.formattedName ?? payment.gateway)
                : html`${payment.card.brand} ending in ${payment.card.lastDigits}`
            }
            · ${money(payment.amount)}
          </p>`,
      )}
      ${totalReceived(order) > 0 ? html`<p class="muted">Paid ${money(totalReceived(order))}</p>` : null}
      ${
        totalCapturable(order) > 0
          ? html`<p class="muted">Reserved, not charged: ${money(totalCapturable(order))}</p>`
          : null
      }
      <h3>Billing address</h3>
      ${addressText(order.billingAddress)}
    </div>
  </div>`;
}

function summaryLine(order: Order, line: LineItem): Html {
  const quantity = currentQuantity(line);
  const removed = quantity === 0;
  const shown = removed ? line.quantity : quantity;
  const money = (minor: Minor): string => formatForPeople(minor, order.presentmentCurrency);
  const worth = Math.round((lineNet(line) * shown) / line.quantity);
  const before = Math.round((lineGross(line) * shown) / line.quantity);
  return html`<li class="summary-line ${removed ? 'summary-line-removed' : ''}">
    <span class="summary-picture">
      ${
        line.imageUrl === null
          ? html`<span class="thumb thumb-empty"></span>`
          : html`<img class="thumb" src="${line.imageUrl}" alt="" />`
      }
      <span class="count-bubble" aria-hidden="true">${shown}</span>
    </span>
    <span class="summary-text">
      <span>${line.title}</span>
      ${line.variantTitle === null ? null : html`<span class="muted">${line.variantTitle}</span>`}
      <span class="visually-hidden">Quantity ${shown}</span>
      ${removed ? html`<span class="muted">Cancelled</span>` : null}
    </span>
    <span class="summary-price">
      ${worth < before ? html`<s class="muted">${money(before)}</s> ` : null}${money(worth)}
    </span>
  </li>`;
}

function summaryCard(order: Order): Html {
  const money = (minor: Minor): string => formatForPeople(minor, order.presentmentCurrency);
  const row = (label: string, amount: Minor, className = ''): Html =>
    html`<div class="sum ${className}">
      <dt>${label}</dt>
      <dd>${money(amount)}</dd>
    </div>`;
  const discounts = currentDiscounts(order);
  const duties = currentDuties(order);
  const refunded = totalRefunded(order);
  return html`<h2 class="visually-hidden">Order summary</h2>
    <ul class="summary-lines">
      ${order.lines.map((line) => summaryLine(order, line))}
    </ul>
    <dl class="sums">
      ${row('Subtotal', currentSubtotal(order) + discounts)}
      ${discounts === 0 ? null : row('Discount', -discounts)}
      ${row('Shipping', currentShipping(order))} ${duties === 0 ? null : row('Duties', duties)}
      ${order.tip === 0 ? null : row('Tip', order.tip)}
      ${order.taxesIncluded ? null : row('Taxes', currentTax(order))}
      ${row('Total', currentTotal(order), 'sum-total')}
      ${
        order.taxesIncluded && currentTax(order) > 0
          ? row('Including taxes', currentTax(order), 'muted tax-note')
          : null
      }
      ${refunded === 0 ? null : row('Refunded', -refunded, 'sum-refund')}
    </dl>`;
}
