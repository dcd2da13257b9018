import { seriousFindings, type WatchedPage } from 'devstore/browser';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { framedApp, type FramedApp } from './flows/framed-app.ts';
import { PHONE, startLocalDemo, type LocalDemo } from './local-demo.ts';

let demo: LocalDemo;
let staff: WatchedPage;
let app: FramedApp;

beforeAll(async () => {
  demo = await startLocalDemo();
  staff = await demo.open();
  app = framedApp(staff.page, demo.appAddress);
  await app.open();
});
afterAll(() => demo.close());
afterEach(async () => {
  expect(await seriousFindings(staff.page)).toEqual([]);
  expect(staff.errors.splice(0)).toEqual([]);
});

const bar = () => staff.page.getByRole('region', { name: 'Unsaved changes' });
const press = (name: string) => app.frame.getByRole('button', { name, exact: true }).click();
const tab = (name: string): Locator => app.frame.getByRole('tab', { name, exact: true });
const openRule = async (): Promise<void> => {
  await app.goTo('Policy');
  await press('Everybody');
};

it.each([
  ['at a desk', {}],
  ['on a phone', PHONE],
])('every part of the page can be used by everybody %s', async (_where, options) => {
  const window = await demo.open(options);
  const { page, errors } = window;
  const { frame } = framedApp(page, demo.appAddress);
  for (const [place, landmark] of [
    ['', 'For every rule'],
    ['?rule=everybody', 'Partial cancellations'],
    ['?tab=preview', 'Pick an order'],
    ['?tab=compare', 'What customers read'],
    ['?tab=simulation', 'Test your draft on past orders'],
    ['?tab=versions', 'No version saved yet'],
  ] as const) {
    await page.goto(`${demo.appAddress}/app/policy${place}`);
    await frame.getByText(landmark).first().waitFor();
    await page.waitForLoadState();
    expect(await seriousFindings(page), place).toEqual([]);
    const isTooWide = await frame
      .locator('html')
      .evaluate((html) => html.scrollWidth > html.clientWidth);
    expect(isTooWide, place).toBe(false);
  }
  expect(errors).toEqual([]);
  await window.close();
});

describe('a rule', () => {
  it('leads to everything that is wrong with it, and saves nothing meanwhile', async () => {
    await openRule();
    await press('Edit Fee');
    await app.frame.getByText('A percentage').click();
    await press('Done with Fee');
    await bar().getByRole('button', { name: 'Save' }).click();
    await app.frame.getByText('One thing needs a correction').waitFor();
    const percentage = app.frame.getByRole('textbox', { name: 'Percentage' });
    await expect
      .poll(() => percentage.evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await percentage.getAttribute('aria-invalid')).toBe('true');
  });

  it('is kept while another part of the page is looked at, and compared with the one in force', async () => {
    await app.frame.getByRole('textbox', { name: 'Percentage' }).fill('10');
    await press('All rules');
    await app.frame.getByText('fee of 10%').waitFor();
    await tab('Compare').click();
    await app.frame.getByText('10% of the goods').waitFor();
    await app.frame.getByText('We keep a cancellation fee of 10%.').waitFor();
  });

  it('is tried out on a real order before it is saved', async () => {
    await tab('Preview').click();
    await app.frame.getByRole('combobox', { name: 'Time of request' }).selectOption('0');
    await app.frame.getByRole('combobox', { name: 'Order', exact: true }).fill('Maya Lindenbrook');
    await app.frame
      .getByRole('option', { name: /Maya Lindenbrook/ })
      .first()
      .click();
    const window = app.frame.getByRole('figure', { name: /Cancel order/ });
    await window.waitFor();
    await app.frame.getByText(/The rule “Everybody” applies to this customer/).waitFor();
  });

  it('is run over the orders of the last 90 days', async () => {
    await tab('Simulation').click();
    await press('Simulate');
    await app.frame.getByText(/Would have allowed \d+ of \d+/).waitFor();
    await app.frame.getByText(/Fees kept:/).waitFor();
  });

  it('is not left behind unsaved without a question', async () => {
    await staff.page.locator('#app-navigation').getByRole('link', { name: 'Orders' }).click();
    await staff.page.getByText('Leave page with unsaved changes?').waitFor();
    await staff.page.getByRole('button', { name: 'Stay' }).click();
    await bar().waitFor();
  });

  it('is saved as a version that can be looked at', async () => {
    await bar().getByRole('button', { name: 'Save' }).click();
    await staff.page.getByText('Policy saved').waitFor();
    await tab('Versions').click();
    await app.frame.getByText('by you').waitFor();
    await press('View version 1');
    const dialog = app.frame.getByRole('dialog');
    await dialog.getByText(/fee of 10%/).waitFor();
    expect(await seriousFindings(staff.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  it('survives loading the page again', async () => {
    await staff.page.reload();
    await tab('Rules').click();
    await app.frame.getByText('fee of 10%').waitFor();
  });

  it('is given up by leaving all the same', async () => {
    await app.frame.getByText('Customers can cancel their orders').click();
    await bar().waitFor();
    await staff.page.locator('#app-navigation').getByRole('link', { name: 'Orders' }).click();
    await staff.page.getByRole('button', { name: 'Leave page' }).click();
    await staff.page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
    await app.goTo('Policy');
    const allowed = app.frame.getByRole('checkbox', { name: 'Customers can cancel their orders' });
    await allowed.waitFor();
    expect(await allowed.isChecked()).toBe(true);
  });
});
