import { html } from './html.ts';
import type { Html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The devstore's own places, as its navigation names them. */
export type Place = 'home' | 'mailbox' | 'ledger' | 'flow';

const PLACES: readonly { place: Place; href: string; label: string }[] = [
  { place: 'home', href: '/', label: 'Home' },
  { place: 'mailbox', href: '/mailbox', label: 'Mailbox' },
  { place: 'ledger', href: '/ledger', label: 'Ledger' },
  { place: 'flow', href: '/flow', label: 'Flow' },
];

/**
 * A whole page of the devstore.
 * `refreshSeconds` reloads the main part alone, keeping scroll position and focus, while the page
 * is visible.
 */
export function pageFrame(page: {
  title: string;
  place: Place;
  body: Html;
  refreshSeconds?: number;
}): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · Devstore</title>
        <link rel="icon" href="data:," />
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Devstore</a>
          <nav aria-label="Devstore">
            ${PLACES.map(
              ({ place, href, label }) =>
                html`<a href="${href}" ${place === page.place ? CURRENT : null}>${label}</a>`,
            )}
          </nav>
        </header>
        <main id="main">${page.body}</main>
        ${page.refreshSeconds === undefined ? null : refreshScript(page.refreshSeconds)}
      </body>
    </html>`.toString();
}

const CURRENT = html`aria-current="page"`;

function refreshScript(seconds: number): Html {
  return html`<script type="module">
    const main = document.getElementById('main');
    let shown = main.innerHTML;
    const refresh = async () => {
      if (document.hidden || main.contains(document.activeElement)) return;
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.getElementById('main')?.innerHTML ?? '';
      if (next !== shown) {
        main.innerHTML = next;
        shown = next;
      }
    };
    setInterval(() => refresh().catch(() => undefined), ${seconds * 1000});
  </script>`;
}
