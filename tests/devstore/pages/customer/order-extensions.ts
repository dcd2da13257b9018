import { type Html, html } from '../../http/pages/html.ts';
import type { CustomerPageData, OrderExtensions } from '../browser/customer-pages.ts';
import type { PagesDeps } from '../deps.ts';
import type { Extension } from '../extensions/catalogue.ts';
import { customerStarts, orderGid, type Viewer } from '../extensions/start.ts';
import { pageDataScript } from '../page-data.ts';
import type { Order, Shop } from '../../world/model.ts';

export const MENU_ITEM_TARGET = 'customer-account.order.action.menu-item.render';
export const ACTION_TARGET = 'customer-account.order.action.render';
export const BLOCK_TARGET = 'customer-account.order-status.block.render';

export function orderPath(order: Order): string {
  return `/account/orders/${String(order.id)}`;
}

/** What runs for one order: its menu entries and windows, and on its own page its blocks. */
export function orderExtensions(
  deps: PagesDeps,
  extensions: readonly Extension[],
  shop: Shop,
  order: Order,
  viewer: Viewer,
  withBlocks: boolean,
): OrderExtensions {
  const starts = (target: string) => customerStarts(deps, extensions, target, shop, order, viewer);
  return {
    orderId: orderGid(order),
    orderPath: orderPath(order),
    menuItems: starts(MENU_ITEM_TARGET),
    actions: starts(ACTION_TARGET),
    blocks: withBlocks ? starts(BLOCK_TARGET) : [],
  };
}

/** The menu of an order's actions; hidden until an extension shows an entry in it. */
export function actionMenu(order: Order, label: string): Html {
  return html`<div class="order-actions" data-order-actions hidden>
      <details class="menu">
        <summary class="button button-disclosure" aria-label="${label} for order ${order.name}">
          ${label}
        </summary>
        <div class="menu-list" data-order-menu data-order="${orderGid(order)}"></div>
      </details>
    </div>
    <div
      class="hidden-frames"
      data-order-frames
      data-order="${orderGid(order)}"
      aria-hidden="true"
    ></div>`;
}

export function customerScripts(data: CustomerPageData): Html {
  return html`${pageDataScript(data)}
    <script src="/devstore-assets/customer-pages.js" defer></script>`;
}
