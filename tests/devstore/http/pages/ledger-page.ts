import { z } from 'zod';
import type { LedgerEntry, World } from '../../world/contracts/contract.ts';
import type { Order, Shop } from '../../world/model.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { LEDGER_TOPICS, ledgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import { formatActor, formatAmount, formatTime } from './page-format.ts';
import { pageFrame } from './page-frame.ts';

const PAGE_ROWS = 200;

const querySchema = z.object({
  shop: z.string().optional().catch(undefined),
  /** An order's name, with or without its `#`. */
  order: z.string().optional().catch(undefined),
  topic: z.enum(['money', 'stock', 'order', 'mail']).optional().catch(undefined),
  rows: z.literal('all').optional().catch(undefined),
});
type LedgerQuery = z.infer<typeof querySchema>;

interface Line {
  entry: LedgerEntry;
  shop: Shop | null;
  order: Order | null;
  row: LedgerRow;
}

/** The ledger as a page, newest first; `query` are the address's parameters. */
export function ledgerPage(world: World, query: unknown): string {
  const filter = querySchema.parse(query);
  const matching = matchingLines(world, filter);
  const shown = filter.rows === 'all' ? matching : matching.slice(0, PAGE_ROWS);
  const only = filter.order ? onlyOrder(matching) : null;
  return pageFrame({
    title: 'Ledger',
    place: 'ledger',
    refreshSeconds: 2,
    body: html`
      <h1>Ledger</h1>
      <p class="lead">
        Every movement of money, stock and mail this shop’s platform has seen. Nothing here comes
        from the app’s own word.
      </p>
      ${only === null ? null : orderTally(world, only.shop, only.order)}
      <section class="card" aria-label="Movements">
        ${filterForm(world, filter)}
        ${
          shown.length === 0
            ? html`<p class="empty">No movement fits this filter yet.</p>`
            : table(shown)
        }
      </section>
      ${
        matching.length > shown.length &&
        html`<p class="card-pad muted">
          The newest ${shown.length} of ${matching.length}.
          <a href="${addressOf({ ...filter, rows: 'all' })}">Show all</a>
        </p>`
      }
    `,
  });
}

/** The order all these lines are about, when they are about one alone. */
function onlyOrder(lines: readonly Line[]): { shop: Shop; order: Order } | null {
  const [first] = lines;
  if (!first?.shop || !first.order) return null;
  return lines.every(({ order }) => order === first.order)
    ? { shop: first.shop, order: first.order }
    : null;
}

function orderTally(world: World, shop: Shop, order: Order): Html {
  const summary = summarizeOrder(world, shop.domain, order.id);
  const money = (byGateway: Readonly<Record<string, number>>): string =>
    formatAmount({
      minor: Object.values(byGateway).reduce((sum, minor) => sum + minor, 0),
      currency: order.presentmentCurrency,
    });
  const restocked = Object.values(summary.restocked).reduce((sum, units) => sum + units, 0);
  const figures = [
    ['Captured', money(summary.captured)],
    ['Refunded', money(summary.refunded)],
    ['Refunds under way', money(summary.refundsPending)],
    ['Voided', money(summary.voided)],
    ['Times cancelled', String(summary.cancels)],
    ['Units restocked', String(restocked)],
    ['Open holds', String(summary.openHolds)],
    ['Mails from the app', String(summary.mails.delivered)],
  ];
  return html`<section class="card" aria-label="Order ${order.name} added up">
    <div class="tally">
      ${figures.map(
        ([label, figure]) => html`<div><span class="muted">${label}</span><b>${figure}</b></div>`,
      )}
    </div>
  </section>`;
}

function matchingLines(world: World, filter: LedgerQuery): Line[] {
  const wanted = filter.order?.trim().replace(/^#/, '');
  return world.ledger
    .entries()
    .toReversed()
    .flatMap((entry) => {
      if (filter.shop && entry.shop !== filter.shop) return [];
      const shop = entry.shop === null ? null : (world.shops.get(entry.shop) ?? null);
      const order = entry.orderId === null ? null : (shop?.orders.get(entry.orderId) ?? null);
      if (wanted && order?.name.replace(/^#/, '') !== wanted) return [];
      const row = ledgerRow(entry, shop);
      return filter.topic && row.topic !== filter.topic ? [] : [{ entry, shop, order, row }];
    });
}

function filterForm(world: World, filter: LedgerQuery): Html {
  const shops = [...world.shops.values()];
  return html`<form class="filters" method="get" action="/ledger">
    <label
      >Order
      <input type="search" name="order" value="${filter.order ?? ''}" placeholder="#1042" size="9"
    /></label>
    <label
      >About
      <select name="topic">
        <option value="">Everything</option>
        ${LEDGER_TOPICS.map(
          ({ topic, label }) =>
            html`<option value="${topic}" ${topic === filter.topic ? SELECTED : null}>
              ${label}
            </option>`,
        )}
      </select></label
    >
    ${
      shops.length > 1 &&
      html`<label
        >Shop
        <select name="shop">
          <option value="">All</option>
          ${shops.map(
            ({ domain, name }) =>
              html`<option value="${domain}" ${domain === filter.shop ? SELECTED : null}>
                ${name}
              </option>`,
          )}
        </select></label
      >`
    }
    <button type="submit">Filter</button>
    ${(filter.order || filter.topic || filter.shop) && html`<a href="/ledger">Clear</a>`}
  </form>`;
}

const SELECTED = html`selected`;

function table(lines: readonly Line[]): Html {
  return html`<div class="scroll">
    <table class="table-cards">
      <thead>
        <tr>
          <th>Time</th>
          <th>Order</th>
          <th>What happened</th>
          <th>Who</th>
          <th class="number">Change</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(tableRow)}
      </tbody>
    </table>
  </div>`;
}

function tableRow({ entry, shop, order, row }: Line): Html {
  const sign = row.direction === 'in' ? 'plus' : row.direction === 'out' ? 'minus' : '';
  return html`<tr>
    <td class="when">${formatTime(entry.at, shop)}</td>
    <td>
      ${
        order
          ? html`<a href="${addressOf({ order: order.name, shop: shop?.domain })}"
              >${order.name}</a
            >`
          : html`<span class="muted">none</span>`
      }
    </td>
    <td class="wide">
      <span class="badge ${row.trouble ? 'trouble' : row.topic}">${row.what}</span>
      ${row.detail && html`<span class="muted small"> ${row.detail}</span>`}
    </td>
    <td class="muted">${formatActor(entry.actor)}</td>
    <td class="number ${sign}">${row.change}</td>
  </tr>`;
}

function addressOf(filter: { [Key in keyof LedgerQuery]?: string | undefined }): string {
  const given = Object.entries(filter).filter(([, value]) => value);
  return `/ledger?${new URLSearchParams(given.map(([key, value]) => [key, value ?? ''])).toString()}`;
}
