import { html } from '../../http/pages/html.ts';
import type { PagesDeps } from '../deps.ts';
import { LIST_SCRIPT, adminPage } from './layout.ts';
import type { AdminVisit } from './visit.ts';

/** The customer list, with how much each has ordered. */
export function customerListPage(deps: PagesDeps, visit: AdminVisit): Promise<string> {
  const { shop } = visit;
  const orders = [...shop.orders.values()];
  const body = html`<div class="page">
    <header class="page-header"><h1>Customers</h1></header>
    <section class="card card-flush" aria-label="Customers">
      <div class="table-scroll" tabindex="0" role="region" aria-label="Customer table">
        <table class="index-table">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Email</th>
              <th scope="col">Language</th>
              <th scope="col" class="number">Orders</th>
            </tr>
          </thead>
          <tbody data-live="customers">
            ${[...shop.customers.values()].map(
              (customer) =>
                html`<tr>
                  <td class="cell-name">
                    <a
                      href="/store/${shop.handle}/orders?query=${encodeURIComponent(customer.email)}"
                      >${customer.firstName} ${customer.lastName}</a
                    >
                  </td>
                  <td>${customer.email}</td>
                  <td>${customer.locale}</td>
                  <td class="number">
                    ${orders.filter((order) => order.customerId === customer.id).length}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
  </div>`;
  return adminPage(deps, visit, {
    place: 'customers',
    title: 'Customers',
    body,
    scripts: LIST_SCRIPT,
  });
}
