import type { FrameLocator, Page } from 'playwright-core';

import type { FreshOrder } from './fresh-order.ts';

/** The customer's pages of the shop, as a person walks through them. */
export interface CustomerAccount {
  signIn(customer: string): Promise<void>;
  openOrder(order: FreshOrder): Promise<void>;
  /** From the order's page; resolves to the app's window once its document is there. */
  openCancelWindow(): Promise<FrameLocator>;
  closeCancelWindow(): Promise<void>;
  /** What the app shows on the order's page. */
  block(): FrameLocator;
}

const ORDERS = '/account/orders';

/** @param origin where the customer pages are */
export function customerAccount(page: Page, origin: string): CustomerAccount {
  const dialog = page.getByRole('dialog', { name: 'Cancel order' });
  const window = dialog.frameLocator('iframe');
  return {
    async signIn(customer) {
      await page.goto(`${origin}${ORDERS}`);
      await page.getByRole('button', { name: customer }).click();
      await page.waitForURL((url) => url.pathname === ORDERS);
    },
    async openOrder({ name }) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { name: `Order ${name}` }).waitFor();
    },
    async openCancelWindow() {
      await page.getByText('Manage order').click();
      await page.locator('.menu-item').getByText('Cancel order').click();
      await window.getByRole('heading', { name: 'Cancel order' }).waitFor();
      return window;
    },
    async closeCancelWindow() {
      await window.getByRole('button', { name: 'Close' }).last().click();
      // One that is closed has no role any more while it still stands.
      await page.locator('dialog').waitFor({ state: 'detached' });
    },
    block: () => page.getByRole('region', { name: 'Cancel order' }).frameLocator('iframe'),
  };
}
