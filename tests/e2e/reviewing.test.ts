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
  const name = `${verdict} the request for ${order.name}`;
  await app.frame.getByRole('button', { name, exact: true }).click();
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

describe('many orders at once', () => {
  /** More than a page of the list has. */
  const MANY = 55;

  /** Orders that nobody has paid yet, in a view of their own among those of the demo. */
  async function placeUnpaid(): Promise<readonly number[]> {
    const { control } = demo.system;
    const [shop] = await control.shops();
    const [buyer] = Object.values(shop?.customers ?? {});
    if (!shop || !buyer) throw new Error('The demo has a shop with customers.');
    const placed = Array.from({ length: MANY }, () =>
      control.commerce.placeOrder(shop.domain, {
        customerId: buyer.id,
        lines: [{ sku: 'HP-MUG-TER', quantity: 1 }],
        tags: ['weekend sale'],
        payments: [{ gateway: 'Cash on Delivery (COD)', state: 'unpaid' }],
      }),
    );
    return (await Promise.all(placed)).map(({ id }) => id);
  }

  const cancelled = async (ids: readonly number[]): Promise<number> => {
    const [shop] = await demo.system.control.shops();
    const domain = shop?.domain ?? '';
    const states = await Promise.all(
      ids.map(async (id) => (await demo.system.control.summary(domain, id)).cancels > 0),
    );
    return states.filter(Boolean).length;
  };

  it('are cancelled in six presses, whoever else confirms, closes the tab or stops it', async () => {
    const ids = await placeUnpaid();
    const presses: string[] = [];
    const press = async (what: string, pressed: Promise<void>) => {
      await pressed;
      presses.push(what);
    };
    const { frame } = app;
    await app.goTo('Orders');
    await press('the tab', frame.getByRole('tab', { name: 'Unpaid' }).last().click());
    await frame.getByText('Payment: Unpaid').waitFor();
    const more = frame.getByRole('button', { name: 'Next' });
    await expect.poll(() => more.isEnabled(), { timeout: 30_000 }).toBe(true);
    expect(await seriousFindings(staff.page)).toEqual([]);
    const all = frame.getByRole('checkbox', { name: /Select all/ }).first();
    await press('all of the page', all.click({ force: true }));
    await press('all', frame.getByRole('button', { name: 'Select all that match' }).click());
    await press('cancel', frame.getByRole('button', { name: 'Cancel orders' }).first().click());
    const confirm = frame.getByRole('button', { name: /^Cancel \d+ orders$/ });
    await confirm.waitFor({ timeout: 60_000 });
    expect(await seriousFindings(staff.page)).toEqual([]);

    const address = staff.page.url();
    const colleague = await demo.open();
    await colleague.page.goto(address);
    const theirs = colleague.page.frameLocator('iframe[title="Unorder"]');
    const theirConfirm = theirs.getByRole('button', { name: /^Cancel \d+ orders$/ });
    await theirConfirm.waitFor();
    await theirs.getByRole('combobox').selectOption('STAFF');
    await press(
      'the reason',
      frame
        .getByRole('combobox')
        .selectOption('INVENTORY')
        .then(() => undefined),
    );
    await Promise.all([press('confirm', confirm.click()), theirConfirm.click()]);
    expect(presses).toHaveLength(6);

    // The tab of whoever confirmed is closed; what runs needs nobody.
    await theirs.getByRole('heading', { name: /Cancelling|Finished/ }).waitFor();
    await staff.page.goto('about:blank');
    await expect.poll(() => cancelled(ids), { timeout: 60_000 }).toBeGreaterThan(2);
    const stop = theirs.getByRole('button', { name: 'Stop' });
    await stop.click();
    await theirs.getByRole('heading', { name: 'Stopped' }).waitFor();
    expect(await seriousFindings(colleague.page)).toEqual([]);
    await theirs.getByText(/^\d+ not reached$/).waitFor();
    const underWay = theirs.getByText(/^\d+ under way$/);
    await expect.poll(() => underWay.count(), { timeout: 60_000 }).toBe(0);
    const file = colleague.page.waitForEvent('download');
    await theirs.getByRole('button', { name: 'Download results (CSV)' }).click();
    expect((await file).suggestedFilename()).toBe('cancellations-1.csv');
    const reached = await cancelled(ids);
    expect(reached).toBeLessThan(MANY);
    expect(colleague.errors.splice(0)).toEqual([]);
    await colleague.close();
    await app.open();
  }, 240_000);
});
