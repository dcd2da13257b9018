import type { World } from '../../world/contracts/contract.ts';
import { html } from './html.ts';
import { formatTime } from './page-format.ts';
import { pageFrame } from './page-frame.ts';

/** The devstore's front page: the five places, and what is running. */
export function homePage(
  world: World,
  running: {
    customerOrigin: string;
    storefrontOrigin: string;
    appHandle: string;
    appUrl: string | null;
  },
): string {
  const shops = [...world.shops.values()];
  const shop = shops[0] ?? null;
  const places = [
    {
      title: 'Shopper',
      text: 'The customer’s account: orders, the order page, and what the app adds to it.',
      href: `${running.customerOrigin}/account/orders`,
    },
    {
      title: 'Merchant',
      text: `The admin of ${shop?.name ?? 'the shop'}, with the app inside it.`,
      href: shop ? `/store/${shop.handle}/apps/${running.appHandle}` : '/',
    },
    {
      title: 'Storefront',
      text: 'The shop’s own site: its products, its pages, and what the app shows there.',
      href: running.storefrontOrigin,
    },
    { title: 'Mailbox', text: 'Every mail that was sent, to whomever.', href: '/mailbox' },
    {
      title: 'Ledger',
      text: 'What happened to money, stock and mail, by the platform’s own account.',
      href: '/ledger',
    },
    {
      title: 'Flow',
      text: 'Triggers that the app sent, and actions to run as a workflow would.',
      href: '/flow',
    },
  ];
  return pageFrame({
    title: 'Home',
    place: 'home',
    refreshSeconds: 5,
    body: html`
      <h1>A local Shopify</h1>
      <p class="lead">
        A shop, its payment gateways, its warehouses and its customers, all on this machine. The app
        believes it is the real one.
      </p>
      <div class="grid">
        ${places.map(
          ({ title, text, href }) =>
            html`<a class="card place" href="${href}">
              <h2>${title}</h2>
              <p class="muted">${text}</p>
              <span class="go">Open</span>
            </a>`,
        )}
      </div>
      <section class="card" aria-label="What is running">
        <div class="tally">
          <div><span class="muted">Shops</span><b>${shops.length}</b></div>
          <div>
            <span class="muted">Orders</span
            ><b>${shops.reduce((sum, { orders }) => sum + orders.size, 0)}</b>
          </div>
          <div>
            <span class="muted">App</span
            ><b>${running.appUrl === null ? 'Not running' : 'Attached'}</b>
          </div>
          <div><span class="muted">Clock</span><b>${formatTime(world.now(), shop)}</b></div>
        </div>
      </section>
    `,
  });
}
