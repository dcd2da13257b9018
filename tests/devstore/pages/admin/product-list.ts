import { html } from '../../http/pages/html.ts';
import type { PagesDeps } from '../deps.ts';
import { formatForPeople } from '../../world/money/money.ts';
import type { Product } from '../../world/model.ts';
import { LIST_SCRIPT, adminPage } from './layout.ts';
import type { AdminVisit } from './visit.ts';

/** The product list, with what each location has on the shelf and has promised. */
export function productListPage(deps: PagesDeps, visit: AdminVisit): Promise<string> {
  const { shop } = visit;
  const locations = [...shop.locations.values()];
  const row = (product: Product) =>
    product.variantIds.map((variantId) => {
      const variant = shop.variants.get(variantId);
      const item = variant ? shop.inventoryItems.get(variant.inventoryItemId) : undefined;
      if (!variant || !item) return null;
      return html`<tr>
        <td class="cell-name">
          <span class="product-cell">
            ${
              product.imageUrl === null
                ? html`<span class="thumb thumb-empty"></span>`
                : html`<img
                    class="thumb"
                    src="${product.imageUrl}"
                    alt=""
                    width="40"
                    height="40"
                  />`
            }
            <span
              >${product.title}<br /><span class="muted"
                >${variant.title} · ${variant.sku}</span
              ></span
            >
          </span>
        </td>
        <td class="number">${formatForPeople(variant.priceInShopCurrency, shop.currency)}</td>
        ${locations.map((location) => {
          const level = item.levels.get(location.id);
          return html`<td class="number">
            ${
              !item.tracked || !level
                ? html`<span class="muted">–</span>`
                : html`${level.available}<br /><span class="muted"
                      >${level.committed} committed</span
                    >`
            }
          </td>`;
        })}
      </tr>`;
    });
  const body = html`<div class="page">
    <header class="page-header"><h1>Products</h1></header>
    <section class="card card-flush" aria-label="Products">
      <div
        class="table-scroll"
        tabindex="0"
        role="region"
        aria-label="Product table"
        data-live="products"
      >
        <table class="index-table">
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col" class="number">Price</th>
              ${locations.map(
                (location) =>
                  html`<th scope="col" class="number">
                    ${location.name}${location.active ? null : ' (inactive)'}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${[...shop.products.values()].map(row)}
          </tbody>
        </table>
      </div>
    </section>
  </div>`;
  return adminPage(deps, visit, {
    place: 'products',
    title: 'Products',
    body,
    scripts: LIST_SCRIPT,
  });
}
