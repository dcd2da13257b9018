import { html } from '../../http/pages/html.ts';
import { customerShop, type PagesDeps } from '../deps.ts';
import { customerPage } from './layout.ts';

/**
 * The sign-in page: choosing who one is stands in for Shopify's one-time code by mail.
 *
 * @param returnTo a path of this listener, already checked
 */
export function loginPage(deps: PagesDeps, returnTo: string, language: string): Promise<string> {
  const shop = customerShop(deps.world);
  const counts = new Map<number, number>();
  for (const order of shop.orders.values()) {
    if (order.customerId !== null) {
      counts.set(order.customerId, (counts.get(order.customerId) ?? 0) + 1);
    }
  }
  const body = html`<div class="narrow">
    <section class="card login">
      <h1>Sign in</h1>
      <p class="muted">Choose a customer of ${shop.name}. No password is needed here.</p>
      <form method="post" action="/account/login">
        <input type="hidden" name="return_to" value="${returnTo}" />
        <ul class="people">
          ${[...shop.customers.values()].map((customer) => {
            const orders = counts.get(customer.id) ?? 0;
            return html`<li>
              <button name="customer" value="${customer.id}">
                <span class="avatar" aria-hidden="true"
                  >${customer.firstName.charAt(0)}${customer.lastName.charAt(0)}</span
                >
                <span class="person">
                  <strong>${customer.firstName} ${customer.lastName}</strong>
                  <span class="muted">${customer.email}</span>
                </span>
                <span class="muted count">${orders} ${orders === 1 ? 'order' : 'orders'}</span>
              </button>
            </li>`;
          })}
        </ul>
      </form>
    </section>
  </div>`;
  return customerPage({
    shop,
    customer: null,
    language,
    title: 'Sign in',
    path: '/account/login',
    body,
  });
}
