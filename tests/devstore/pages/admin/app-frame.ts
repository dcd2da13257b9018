import { createHmac, randomBytes } from 'node:crypto';
import { html } from '../../http/pages/html.ts';
import type { AdminShellData } from '../browser/admin-shell/main.ts';
import type { PagesDeps } from '../deps.ts';
import { pageDataScript, storefrontPlace } from '../page-data.ts';
import { extensionInfos } from './app-extensions.ts';
import { adminPage, appTitle } from './layout.ts';
import type { AdminVisit } from './visit.ts';

/** A session token for whoever is signed in. */
export function adminIdToken(deps: PagesDeps, { shop, member }: AdminVisit): string {
  const staffUserId = String(member?.id ?? 1);
  return deps.mintIdToken({ surface: 'admin', shop: shop.domain, staffUserId });
}

/**
 * The address in the app's frame: the app's path plus what the admin tells every embedded app,
 * signed. Sources: https://shopify.dev/docs/apps/build/authentication-authorization/get-access-tokens
 * (`shop`, `host`, `embedded`, `id_token`) and `hmacValidator` of `@shopify/shopify-api` (`hmac` over
 * the sorted query).
 */
function embeddedAddress(deps: PagesDeps, visit: AdminVisit, path: string): string {
  const { shop } = visit;
  const address = new URL(path, deps.origins.tunnel);
  const parameters: Readonly<Record<string, string>> = {
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString('base64url'),
    id_token: adminIdToken(deps, visit),
    locale: visit.member?.locale ?? 'en',
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
export async function appFramePage(
  deps: PagesDeps,
  visit: AdminVisit,
  path: string,
): Promise<string> {
  const { shop } = visit;
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
    storefront: storefrontPlace(deps, shop),
    scopes: { granted: [...(installation?.scopes ?? [])], required: [...required], optional: [] },
    extensions: await extensionInfos(deps, shop),
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
      data-address="${embeddedAddress(deps, visit, path)}"
      allow="clipboard-write"
    ></iframe>`;
  return adminPage(deps, visit, {
    place: 'app',
    title: appTitle(deps),
    body,
    bare: true,
    scripts: html`${pageDataScript(data)}
      <script src="/devstore-assets/admin-shell.js" defer></script>`,
  });
}
