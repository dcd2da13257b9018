import { type Html, html } from '../../http/pages/html.ts';
import type { PagesDeps } from '../deps.ts';
import { pathOf } from '../storefront/theme/theme-editor.ts';
import type { Shop } from '../../world/model.ts';
import { readThemeExtensions } from '../storefront/theme/theme-extensions.ts';
import { adminPage } from './layout.ts';
import type { AdminVisit } from './visit.ts';

interface BlockPage {
  readonly path: string;
  readonly label: string;
}

/** The storefront's pages that can hold app blocks. */
function pagesOf(shop: Shop): readonly BlockPage[] {
  const own = [...shop.pages.values()].map((page) => ({ path: pathOf(page), label: page.title }));
  return [{ path: '/', label: 'Home page' }, ...own];
}

/** What stands for the theme editor: which of the app's blocks are on which page. */
export async function themePage(deps: PagesDeps, visit: AdminVisit): Promise<string> {
  const { shop } = visit;
  const extensions = await readThemeExtensions(deps.extensionsDir);
  const blocks = extensions.flatMap(({ handle, blocks: own }) =>
    own
      .filter(({ target }) => target === 'section')
      .map(({ name, title }) => ({ id: `${handle}/${name}`, title })),
  );
  const row = (page: BlockPage, block: (typeof blocks)[number]): Html => {
    const { placed } = deps.themeEditor.placement(shop, block.id, page.path);
    return html`<tr>
      <td class="cell-name">
        <a href="${deps.origins.storefront}${page.path}" target="_blank">${page.label}</a>
      </td>
      <td>${block.title}</td>
      <td>${placed ? 'Shown' : html`<span class="muted">Not shown</span>`}</td>
      <td class="number">
        <form method="post" action="/store/${shop.handle}/themes">
          <input type="hidden" name="page" value="${page.path}" />
          <input type="hidden" name="block" value="${block.id}" />
          <button
            class="button"
            name="placed"
            value="${placed ? 'no' : 'yes'}"
            aria-label="${placed ? 'Remove' : 'Add'} ${block.title}: ${page.label}"
          >
            ${placed ? 'Remove' : 'Add'}
          </button>
        </form>
      </td>
    </tr>`;
  };
  return adminPage(deps, visit, {
    place: 'themes',
    title: 'Online store',
    body: html`<div class="page">
      <header class="page-header"><h1>Online store</h1></header>
      <section class="card card-flush" aria-label="App blocks">
        ${
          blocks.length === 0
            ? html`<p class="empty">The app has no blocks for the theme.</p>`
            : html`<div
                class="table-scroll"
                tabindex="0"
                role="region"
                aria-label="App blocks by page"
              >
                <table class="index-table">
                  <thead>
                    <tr>
                      <th scope="col">Page</th>
                      <th scope="col">App block</th>
                      <th scope="col">Status</th>
                      <th scope="col"><span class="visually-hidden">Change</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${pagesOf(shop).map((page) => blocks.map((block) => row(page, block)))}
                  </tbody>
                </table>
              </div>`
        }
      </section>
    </div>`,
  });
}

/** Whether a form's page is one of the storefront's that can hold app blocks. */
export function holdsBlocks(shop: Shop, page: unknown): page is string {
  return pagesOf(shop).some(({ path }) => path === page);
}
