import { createHmac, randomBytes } from 'node:crypto';
import { html } from '../../http/html.ts';
import type { AdminShellData } from '../browser/admin-shell/main.ts';
import type { PagesDeps } from '../deps.ts';
import { pageDataScript } from '../page-data.ts';
import type { Shop } from '../../world/model.ts';
import { adminPage, appTitle } from './layout.ts';

/** The member of staff whose session the admin is. */
function staffUserId(shop: Shop): string {
  const member = shop.staff.find(({ accountOwner }) => accountOwner) ?? shop.staff[0];
  return String(member?.id ?? 1);
}

export function adminIdToken(deps: PagesDeps, shop: Shop): string {
  return deps.mintIdToken({ surface: 'admin', shop: shop.domain, staffUserId: staffUserId(shop) });
}

/**
 * The address in the app's frame: the app's path plus what the admin tells every embedded app,
 * signed. Sources: https://shopify.dev/docs/apps/build/authentication-authorization/get-access-tokens
 * (`shop`, `host`, `embedded`, `id_token`) and `hmacValidator` of `@shopify/shopify-api` (`hmac` over
 * the sorted query).
 */
function embeddedAddress(deps: PagesDeps, shop: Shop, path: string): string {
  const address = new URL(path, deps.origins.tunnel);
  const parameters: Readonly<Record<string, string>> = {
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString('base64url'),
    id_token: adminIdToken(deps, shop),
    locale: 'en',
    session: randomBytes(32).toString('hex'),
    shop: shop.domain,
    timestamp: String(Math.floor(deps.world.now() / 1000)),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const sorted = new URLSearchParams(
    [...address.searchParams].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  address.searchParams.set(
    'hmac',
    createHmac('sha256', deps.app.clientSecret).update(sorted.toString()).digest('hex'),
  );
  return address.href;
}

/** The admin's page that frames the app at `path` (with its query). */
export function appFramePage(deps: PagesDeps, shop: Shop, path: string): Promise<string> {
  const store = `/store/${shop.handle}`;
  const app = `${store}/apps/${deps.app.handle}`;
  const installation = deps.world.apps.installation(deps.app.clientId, shop.domain);
  const required = deps.world.apps.get(deps.app.clientId)?.spec.scopes ?? [];
  const data: AdminShellData = {
    appTitle: appTitle(deps),
    appOrigin: deps.origins.tunnel,
    appAddress: app,
    storeAddress: store,
    idTokenAddress: `${app}/id-token`,
    scopes: { granted: [...(installation?.scopes ?? [])], required: [...required], optional: [] },
  };
  const body = html`<div id="title-bar" class="title-bar">
      <div class="title-lead">
        <span class="app-icon" aria-hidden="true"></span>
        <h1>${appTitle(deps)}</h1>
      </div>
    </div>
    <iframe
      id="app-frame"
      class="app-frame"
      title="${appTitle(deps)}"
      data-address="${embeddedAddress(deps, shop, path)}"
      allow="clipboard-write"
    ></iframe>`;
  return adminPage(deps, shop, {
    place: 'app',
    title: appTitle(deps),
    body,
    bare: true,
    scripts: html`${pageDataScript(data)}
      <script src="/devstore-assets/admin-shell.js" defer></script>`,
  });
}
