import { seriousFindings, type WatchedPage } from 'devstore/browser';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { customerAccount, type CustomerAccount } from './flows/customer-account.ts';
import { framedApp, type FramedApp } from './flows/framed-app.ts';
import { placeFreshOrder, type FreshOrder } from './flows/fresh-order.ts';
import { contradictions } from './flows/outcome.ts';
import { startLocalDemo, type LocalDemo } from './local-demo.ts';

let demo: LocalDemo;
let shopper: WatchedPage;
let staff: WatchedPage;
let account: CustomerAccount;
let app: FramedApp;

beforeAll(async () => {
  demo = await startLocalDemo();
  [shopper, staff] = await Promise.all([demo.open(), demo.open()]);
  account = customerAccount(shopper.page, demo.system.origins.customer);
  app = framedApp(staff.page, demo.appAddress);
  await Promise.all([account.signIn('Maya Lindenbrook'), app.open()]);
});
afterAll(() => demo.close());
afterEach(async () => {
  for (const { page, errors } of [shopper, staff]) {
    expect(await seriousFindings(page)).toEqual([]);
    expect(errors.splice(0)).toEqual([]);
  }
});

/** Leaves the shopper on the order's page, with the window closed. */
async function askToCancel(): Promise<FreshOrder> {
  const order = await placeFreshOrder(demo.system.control);
  await shopper.page.goto(`${demo.system.origins.customer}/account/orders`);
  await account.openOrder(order);
  const window = await account.openCancelWindow();
  await window.getByLabel('Why are you cancelling?').selectOption('I changed my mind');
  await window.getByRole('button', { name: 'Request cancellation' }).click();
  await window.getByText('Your order is on hold while we review your request.').waitFor();
  expect(await seriousFindings(shopper.page)).toEqual([]);
  await account.closeCancelWindow();
  return order;
}

async function answer(order: FreshOrder, verdict: 'Approve' | 'Decline'): Promise<FrameLocator> {
  await app.goTo('Requests');
  await app.frame.getByRole('button', { name: `${verdict} the request for ${order.name}` }).click();
  await app.frame.getByRole('dialog').waitFor();
  expect(await seriousFindings(staff.page)).toEqual([]);
  return app.frame;
}

const summary = (order: FreshOrder) => demo.system.control.summary(order.shop, order.id);

describe('the policy', () => {
  it('has requests wait for staff', async () => {
    await app.goTo('Policy');
    await app.frame.getByRole('button', { name: 'Everybody', exact: true }).click();
    await app.frame.getByRole('button', { name: 'Edit When and how' }).click();
    await app.frame.getByText('Cancel by request').click();
    await app.frame.getByText('Cancel instantly').click();
    const bar = staff.page.getByRole('region', { name: 'Unsaved changes' });
    await bar.getByRole('button', { name: 'Save' }).click();
    await staff.page.getByText('Policy saved').waitFor();
  });
});

describe('a request under review', () => {
  it('is carried out when staff approve it', async () => {
    const order = await askToCancel();
    expect(await summary(order)).toMatchObject({ cancelRequests: 0, openHolds: 1, refunded: {} });
    const frame = await answer(order, 'Approve');
    await frame.getByRole('button', { name: `Cancel ${order.name}` }).click();
    await staff.page.getByText('Request approved').waitFor();
    await account.block().getByText('The cancellation is complete.').waitFor();
    await account.block().getByText('Request approved').waitFor();
    // It arrived, it waits, it is cancelled.
    const mails = 3;
    const expected = { refunded: order.paid, restocked: order.units, currency: 'EUR', mails };
    await expect
      .poll(async () => contradictions(await summary(order), expected), { timeout: 15_000 })
      .toEqual([]);
  });

  it('is let go when staff decline it, and the shopper reads why', async () => {
    const order = await askToCancel();
    const frame = await answer(order, 'Decline');
    const note = 'It is made to measure. Write to us, and we change the size.';
    await frame.getByRole('textbox', { name: 'Message to the customer' }).fill(note);
    await frame.getByText('Contact us', { exact: true }).click();
    await frame.getByRole('button', { name: 'Decline request' }).click();
    await staff.page.getByText('Request declined').waitFor();
    // The request has left the page, with the control that opened the dialog.
    await expect
      .poll(() => frame.locator(':focus').evaluateAll(([focused]) => focused?.tagName))
      .toBe('H1');
    await account.block().getByText('Your request was declined').waitFor();
    await account.block().getByText(note).waitFor();
    await expect
      .poll(() => summary(order), { timeout: 15_000 })
      .toMatchObject({
        cancelRequests: 0,
        openHolds: 0,
        refunded: {},
        restocked: {},
        mails: { delivered: 3 },
      });
    const mails = await demo.system.control.mail.all();
    expect(mails.findLast(({ orderId }) => orderId === order.id)?.text).toContain(note);
  });

  it('can be taken back by the shopper, and the order goes on', async () => {
    const order = await askToCancel();
    // The block and the menu ran on beneath the window, and hear of it by themselves.
    const menu = shopper.page.getByText('Manage order');
    await account.block().getByRole('button', { name: 'Withdraw request' }).waitFor();
    await menu.waitFor({ state: 'hidden' });
    await account.block().getByRole('button', { name: 'Withdraw request' }).click();
    await account.block().getByRole('button', { name: 'Yes, withdraw request' }).click();
    await account.block().getByText('You withdrew your request').waitFor();
    await menu.waitFor();
    await expect
      .poll(() => summary(order), { timeout: 15_000 })
      .toMatchObject({ cancelRequests: 0, openHolds: 0, refunded: {}, restocked: {} });
  });
});
