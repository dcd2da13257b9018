import { seriousFindings, type WatchedPage } from 'devstore/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { placeFreshOrder } from './flows/fresh-order.ts';
import { startLocalDemo, type LocalDemo, PHONE } from './local-demo.ts';

/* What the app shows on the shop's own site: its policy, the block with it, and the page for guests. */

const MAIL_MS = 20_000;

let demo: LocalDemo;
beforeAll(async () => {
  demo = await startLocalDemo('shared');
});
afterAll(() => demo.close());

const address = (path: string): string => demo.system.origins.storefront + path;

/** Nothing serious for axe, nothing wider than the window, and nothing but `refusals` in the console. */
async function expectSound({ page, errors }: WatchedPage, refusals = 0): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(errors.splice(0)).toHaveLength(refusals);
}

/** The code that was mailed about an order. */
async function codeFor(orderName: string): Promise<string> {
  for (const deadline = Date.now() + MAIL_MS; Date.now() < deadline;) {
    const mails = await demo.system.control.mail.all();
    const mail = mails.findLast(({ subject }) => subject === `Your code for order ${orderName}`);
    const code = /: (\d{6})$/m.exec(mail?.text ?? '')?.[1];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No code was mailed about ${orderName}.`);
}

async function emailOf(firstName: string): Promise<string> {
  const [shop] = await demo.system.control.shops();
  const buyer = Object.values(shop?.customers ?? {}).find((one) => one.firstName === firstName);
  if (!buyer) throw new Error(`The demo's shop has no customer called ${firstName}.`);
  return buyer.email;
}

test.each([{}, PHONE])('the policy can be read, in the shop’s languages', async (options) => {
  const watched = await demo.open(options);
  const { page } = watched;
  await page.goto(address('/apps/unorder/policy'));
  await page.getByRole('heading', { level: 1, name: 'Cancellation policy' }).waitFor();
  await expectSound(watched);
  await page.getByRole('navigation', { name: 'Languages' }).getByText('Deutsch').click();
  await page.getByRole('heading', { name: 'Wer stornieren kann' }).waitFor();
  await expectSound(watched);
  await watched.close();
});

describe('the block', () => {
  test('shows the policy on a page of the theme, in that page’s language', async () => {
    const watched = await demo.open();
    await watched.page.goto(address('/de/pages/help'));
    await watched.page.getByRole('heading', { level: 3, name: 'Wer stornieren kann' }).waitFor();
    await expectSound(watched);
    await watched.close();
  });

  test('leads to the policy where no script runs', async () => {
    const watched = await demo.open({ javaScriptEnabled: false });
    await watched.page.goto(address('/pages/help'));
    await watched.page.getByRole('link', { name: 'Read the cancellation policy' }).click();
    await watched.page.getByRole('heading', { level: 1, name: 'Cancellation policy' }).waitFor();
    await watched.close();
  });
});

describe('case 47: a guest', () => {
  test.each([
    ['without scripts', { javaScriptEnabled: false }],
    ['on a phone', PHONE],
  ])('cancels a part of an order %s', async (_how, options) => {
    const order = await placeFreshOrder(demo.system.control);
    const watched = await demo.open(options);
    const { page } = watched;
    const sound = async (refusals = 0): Promise<void> => {
      if (options === PHONE) await expectSound(watched, refusals);
    };
    await page.goto(address('/apps/unorder/cancel'));
    await sound();
    await page.getByLabel('Order number').fill(order.name);
    await page.getByLabel('Email or phone number').fill(await emailOf('Maya'));
    await page.getByRole('button', { name: 'Send code' }).click();
    await sound();

    await page.getByLabel('Code').fill('not it');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
    await sound(1);
    await page.getByLabel('Code').fill(await codeFor(order.name));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: `Order ${order.name}` }).waitFor();
    expect(page.url()).toContain(address('/apps/unorder/cancel?locale=en&order='));
    await sound();
    const orderAddress = page.url();

    await page.getByLabel('Choose items').check();
    await page
      .getByLabel(/^Quantity to cancel/)
      .first()
      .fill('1');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Cancel items' }).waitFor();
    await sound();
    await page.goBack();
    await page.getByLabel('Choose items').waitFor();
    await page.goForward();
    const reason = page.getByLabel('Why are you cancelling?');
    expect(await reason.inputValue()).toBe('');
    await reason.selectOption('I changed my mind');
    await page.getByRole('button', { name: 'Cancel items' }).click();
    await page.getByRole('list', { name: 'Steps of the cancellation' }).waitFor();
    await sound();

    const isDone = page.getByText('Part of your order is cancelled');
    if (options === PHONE) {
      await isDone.waitFor({ timeout: 2 * MAIL_MS });
    } else {
      await expect
        .poll(
          async () => {
            await page.getByRole('link', { name: /^(Refresh status|Try again)$/ }).click();
            return isDone.count();
          },
          { timeout: 2 * MAIL_MS, interval: 1_500 },
        )
        .toBe(1);
    }
    await sound();
    await page.goBack();
    await page.goto(orderAddress);
    await isDone.waitFor();
    const { refunded } = await demo.system.control.summary(order.shop, order.id);
    const given = Object.values(refunded).reduce((sum, amount) => sum + amount, 0);
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(order.paid);
    await watched.close();
  });
});
