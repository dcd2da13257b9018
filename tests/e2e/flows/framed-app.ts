import type { FrameLocator, Locator, Page } from 'playwright-core';

import type { FreshOrder } from './fresh-order.ts';

type Place = 'Orders' | 'Requests' | 'Policy';

/** The app inside the admin, as staff walk through it. */
export interface FramedApp {
  readonly frame: FrameLocator;
  open(): Promise<void>;
  goTo(place: Place): Promise<void>;
  /** On the Orders page; resolves when the search has found the order. */
  findOrder(text: string, order: FreshOrder): Promise<void>;
  openOrder(order: FreshOrder): Promise<void>;
  dialog(title: string): Locator;
}

const APP = 'Unorder';

/** @param address the admin's page that frames the app */
export function framedApp(page: Page, address: string): FramedApp {
  const frame = page.frameLocator(`iframe[title="${APP}"]`);
  const rowOf = ({ name }: FreshOrder): Locator => frame.getByRole('link', { name, exact: true });
  return {
    frame,
    async open() {
      await page.goto(address);
      await page.locator('#app-navigation').getByRole('link', { name: 'Orders' }).waitFor();
    },
    async goTo(place) {
      await page.locator('#app-navigation').getByRole('link', { name: place }).click();
      await page.getByRole('heading', { name: place, level: 1 }).waitFor();
    },
    async findOrder(text, order) {
      const field = frame.getByRole('textbox', { name: /Order number, customer name/ });
      await field.fill(text);
      await page.waitForURL((url) => [...url.searchParams.values()].includes(text));
      await rowOf(order).waitFor();
    },
    async openOrder(order) {
      await rowOf(order).click();
      await page.getByRole('heading', { name: `Order ${order.name}`, level: 1 }).waitFor();
    },
    dialog: (title) => frame.getByRole('dialog').filter({ hasText: title }),
  };
}
