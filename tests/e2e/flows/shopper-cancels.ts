import { formatForPeople } from 'devstore/world';
import type { FrameLocator, Page } from 'playwright-core';

import { customerAccount } from './customer-account.ts';
import type { FreshOrder } from './fresh-order.ts';

interface ShopperCancels {
  readonly page: Page;
  /** Where the customer pages are. */
  readonly origin: string;
  readonly order: FreshOrder;
  /** Hears each step before it is taken, and is waited for. */
  readonly tell: (step: string) => void | Promise<void>;
}

const REASON = 'I ordered by mistake';
const COMMENT = 'Two of these are on my shelf already.';

/**
 * A shopper cancels a whole order by the app's window and watches it to the end; the order's page
 * then tells the same. Rejects when a page does not show what the step expects, within its time.
 */
export async function shopperCancels({ page, origin, order, tell }: ShopperCancels): Promise<void> {
  const account = customerAccount(page, origin);

  await tell(`The shopper signs in as ${order.customer}`);
  await account.signIn(order.customer);

  await tell(`opens order ${order.name}`);
  await account.openOrder(order);

  await tell('chooses Cancel order under Manage order');
  const window = await account.openCancelWindow();

  const comesBack = formatForPeople(order.paid, 'EUR');
  await tell(`reads that ${comesBack} comes back`);
  await window.getByText(comesBack, { exact: true }).first().waitFor();

  await tell(`gives a reason and a comment: “${REASON}”, “${COMMENT}”`);
  await window.getByRole('combobox', { name: 'Why are you cancelling?' }).selectOption(REASON);
  await window.getByRole('textbox', { name: 'Anything to add?' }).fill(COMMENT);

  await tell('confirms');
  await window.getByRole('button', { name: 'Cancel order' }).click();

  await tell('watches the order being stopped, cancelled and refunded');
  await seesItSettled(window);
  await account.closeCancelWindow();

  await tell('loads the page again and finds it there, with reason and comment');
  await page.reload();
  const block = account.block();
  await seesItSettled(block);
  for (const text of [comesBack, REASON, COMMENT]) await block.getByText(text).waitFor();
}

/** Every step of the way has its time. */
async function seesItSettled(place: FrameLocator): Promise<void> {
  await place.getByText('Your order will not be sent. The cancellation is complete.').waitFor();
  const steps = place.getByRole('list', { name: 'Steps of the cancellation' });
  for (const step of ['Requested', 'Order cancelled', 'Refund sent', 'Refund confirmed']) {
    await steps.getByRole('listitem').filter({ hasText: step }).waitFor();
  }
  const toCome = await steps.getByText('to come').count();
  if (toCome > 0) throw new Error(`${toCome} steps of a settled cancellation are still to come.`);
}
