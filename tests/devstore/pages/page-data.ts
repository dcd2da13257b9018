import { Html, html } from '../http/pages/html.ts';
import type { Shop } from '../world/model.ts';
import type { StorefrontPlace } from './browser/storefront-address.ts';
import type { PagesDeps } from './deps.ts';
import type { Extension } from './extensions/catalogue.ts';

/** Where the shop's public address leads here. */
export function storefrontPlace({ origins }: PagesDeps, { domain }: Shop): StorefrontPlace {
  return { publicAddress: `https://${domain}`, origin: origins.storefront };
}

/** JSON for the page's script, safe inside a script element. */
export function pageDataScript(data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="page-data">
    ${new Html(json)}
  </script>`;
}

/** Says plainly that an extension cannot run because nobody has built it. */
export function unbuiltNotice(extensions: readonly Extension[]): Html {
  return html`${extensions.map(
    (extension) =>
      html`<div class="extension-failure" role="note">
        <strong>${extension.handle} is not built</strong>
        <p>Run <code>npm run build:extensions</code> and reload this page.</p>
      </div>`,
  )}`;
}
