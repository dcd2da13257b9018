import { formatFixed, formatForPeople } from 'devstore/world';
import type { Page } from 'playwright-core';

import { framedApp } from './framed-app.ts';
import type { FreshOrder } from './fresh-order.ts';

interface StaffCancels {
  readonly page: Page;
  /** The admin's page that frames the app. */
  readonly address: string;
  readonly order: FreshOrder;
  /** What is given back, in minor units; less than was paid. */
  readonly refund: number;
  /** Whether the app may see who ordered; it may when left out. */
  readonly knowsNames?: boolean;
  /** Hears each step before it is taken, and is waited for. */
  readonly tell: (step: string) => void | Promise<void>;
}

/**
 * A member of staff finds an order in the app, cancels it with a smaller refund, and follows it to
 * the end. Rejects when a page does not show what the step expects, within its time.
 */
export async function staffCancels({
  page,
  address,
  order,
  refund,
  knowsNames = true,
  tell,
}: StaffCancels): Promise<void> {
  const app = framedApp(page, address);
  const kept = formatForPeople(order.paid - refund, 'EUR');

  await tell('Staff open Unorder in the admin, and its Orders');
  await app.open();
  await app.goTo('Orders');

  if (knowsNames) {
    await tell(`look for “${order.customer}”`);
    await app.findOrder(order.customer, order);
  }
  await tell(`look for “${order.name.slice(1)}”`);
  await app.findOrder(order.name.slice(1), order);

  await tell(`open order ${order.name} and press Cancel order`);
  await app.openOrder(order);
  await app.frame.getByRole('button', { name: 'Cancel order', exact: true }).click();
  const popup = app.dialog(`Cancel order ${order.name}`);

  await tell(
    `choose to give back ${formatForPeople(refund, 'EUR')}, to restock and to tell the customer`,
  );
  await popup.getByRole('textbox', { name: 'Refund amount' }).fill(formatFixed(refund, 'EUR'));
  await popup.getByRole('checkbox', { name: 'Restock items' }).check();
  await popup.getByRole('combobox', { name: 'Reason for cancelling' }).selectOption('INVENTORY');
  await popup.getByRole('checkbox', { name: 'Notify customer' }).check();
  await popup
    .getByRole('textbox', { name: 'Note to the customer' })
    .fill('One mug broke while we packed it. We are sorry.');
  await popup.getByRole('textbox', { name: 'Internal note' }).fill('Shelf 4 needs a new bracket.');

  await tell(`review it: the store keeps ${kept}`);
  await popup.getByRole('button', { name: 'Review' }).click();
  await popup.getByText(`You keep ${kept}.`).waitFor();

  await tell('confirm');
  await popup.getByRole('button', { name: `Cancel order ${order.name}` }).click();

  await tell('follow it to the end');
  const progress = app.dialog(`${order.name}: Cancelled`);
  await progress.getByRole('button', { name: 'Done' }).click();

  await tell('read on the order’s page that it is cancelled');
  await app.frame.getByText('Cancelled', { exact: true }).first().waitFor();
  await app.frame.getByText('Shelf 4 needs a new bracket.').waitFor();
}
