import { type Html, html } from '../../http/pages/html.ts';
import { dateTimeText } from '../dates.ts';
import type { PagesDeps } from '../deps.ts';
import type { Order, RequestedOrderEdit, Shop } from '../../world/model.ts';
import { DECLINE_NOTE_MAX } from '../../world/orders/annotations/requested-edits.ts';
import { statusWords } from './badges.ts';
import { badge } from './layout.ts';

/** What buyers asked to have taken off the order, and staff's answer. Neither changes the order. */
export function requestsCard(shop: Shop, order: Order, now: number): Html | null {
  if (order.requestedEdits.length === 0) return null;
  return html`<section class="card" aria-label="Cancellation requests">
    <header class="card-header"><h2>Cancellation requests</h2></header>
    ${[...order.requestedEdits].reverse().map((edit) => requestRow(shop, order, edit, now))}
  </section>`;
}

/** Whether this shop's customers may ask at all: of the shop, and shown with each order for want of a settings page. */
export function selfServeCard(shop: Shop, order: Order): Html {
  const on = shop.selfServeCancellations;
  return html`<section class="card" aria-label="Self-serve cancellations">
    <h2>Self-serve cancellations</h2>
    <p class="muted">
      ${on ? 'Customers can request cancellations on their order page.' : 'Customers cannot request cancellations by Shopify’s own button.'}
    </p>
    <form
      class="card-actions"
      method="post"
      action="/store/${shop.handle}/orders/${order.id}/self-serve"
    >
      <button class="button button-small" name="on" value="${on ? 'no' : 'yes'}">
        ${on ? 'Turn off' : 'Turn on'}
      </button>
    </form>
  </section>`;
}

function requestRow(shop: Shop, order: Order, edit: RequestedOrderEdit, now: number): Html {
  const open = edit.status === 'REQUESTED';
  const items = edit.lines.map(({ lineItemId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineItemId);
    return html`<li>${quantity} × ${line?.title ?? 'an item'}</li>`;
  });
  return html`<div class="request">
    <p>
      ${badge({ label: statusWords(edit.status), tone: open ? 'attention' : 'neutral', progress: null })}
      <span class="muted">${dateTimeText(edit.requestedAt, now, shop.timezone)}</span>
    </p>
    <ul>
      ${items}
    </ul>
    ${
      open
        ? html`<form
            class="card-actions"
            method="post"
            action="/store/${shop.handle}/orders/${order.id}/requests/${edit.id}"
          >
            <input
              class="field"
              name="note"
              maxlength="${DECLINE_NOTE_MAX}"
              placeholder="Note to the customer"
              aria-label="Note to the customer"
            />
            <button class="button" name="action" value="decline">Decline request</button>
            <button class="button" name="action" value="resolve">Mark as resolved</button>
          </form>`
        : null
    }
  </div>`;
}

export function answerRequest(
  { world }: PagesDeps,
  shop: Shop,
  order: Order,
  requestId: number,
  { action, note }: { readonly action?: unknown; readonly note?: unknown },
): void {
  if (action !== 'resolve' && action !== 'decline') {
    throw new Error(`A request has no action "${String(action)}".`);
  }
  const text = typeof note === 'string' && note.trim() !== '' ? note.trim() : undefined;
  const { commerce } = world;
  commerce.answerOrderEdit(shop.domain, order.id, requestId, action, text);
}
