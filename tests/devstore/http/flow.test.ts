import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readFlowExtensions } from './app/flow-extensions.ts';
import { openTestSkin, type TestSkin } from './fixtures/open-test-skin.ts';
import { APP, SHOP } from './fixtures/test-app.ts';
import { webhookSignature } from './webhooks/webhook-carrier.ts';

const TRIGGER = `
[[extensions]]
name = "Order blessed"
type = "flow_trigger"
handle = "order-blessed"
description = "An order was blessed"
[settings]
[[settings.fields]]
type = "order_reference"
[[settings.fields]]
type = "single_line_text_field"
key = "Blessing words"
`;
const ACTION = `
[[extensions]]
name = "Bless order"
type = "flow_action"
handle = "bless-order"
runtime_url = "/flow/bless"
[settings]
[[settings.fields]]
type = "order_reference"
required = true
`;
const LIFECYCLE = `
[[extensions]]
name = "Use of triggers"
type = "flow_trigger_lifecycle_callback"
handle = "flow-use"
url = "/flow/lifecycle"
`;

async function folderOf(...files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'devstore-flow-'));
  for (const [index, text] of files.entries()) {
    const one = path.join(folder, `extension-${index}`);
    await mkdir(one);
    await writeFile(path.join(one, 'shopify.extension.toml'), text);
  }
  return folder;
}

describe('extensions for Flow', () => {
  it('are read as a deploy takes them', async () => {
    const spec = await readFlowExtensions(await folderOf(TRIGGER, ACTION, LIFECYCLE));
    expect(spec).toMatchObject({
      triggers: [
        { handle: 'order-blessed', fields: [{ name: 'order_id' }, { name: 'Blessing words' }] },
      ],
      actions: [{ handle: 'bless-order', url: '/flow/bless', fields: [{ required: true }] }],
      lifecycleUrl: '/flow/lifecycle',
    });
  });

  it.each([
    [
      'a handle of more than 30 characters',
      TRIGGER.replace('order-blessed', 'x'.repeat(31)),
      '30 characters',
    ],
    [
      'a key with a sign',
      TRIGGER.replace('Blessing words', 'blessing_words'),
      'letters and spaces only',
    ],
    ['an action without an address', ACTION.replace(/runtime_url.*/, ''), 'runtime_url'],
    [
      'a type of field that is not known here',
      TRIGGER.replace('single_line_text_field', 'moon'),
      'NOT_SIMULATED',
    ],
  ])('are refused with %s', async (_what, text, why) => {
    const folder = await folderOf(text);
    await expect(readFlowExtensions(folder)).rejects.toThrow(why);
  });
});

describe('Flow over HTTP', () => {
  let test: TestSkin;
  afterEach(() => test.close());

  it('signs what it asks, asks again, and shows it on its page, where a visitor runs actions', async () => {
    test = await openTestSkin(undefined, {
      flow: await readFlowExtensions(await folderOf(TRIGGER, ACTION, LIFECYCLE)),
    });
    const order = test.placeOrder();
    await test.control.advanceBy(3_000);
    const post = (place: string, fields: Record<string, string>): Promise<Response> =>
      fetch(`${test.skin.origins.platform}/flow/${place}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
    test.statuses.push(503);
    const order_id = `gid://shopify/Order/${order.id}`;
    expect((await post('run', { handle: 'bless-order', order_id })).status).toBe(303);
    await test.control.advanceBy(15_000);
    const runs = test.received.filter(({ url }) => url === '/flow/bless');
    expect(runs).toHaveLength(2);
    expect(runs[0]?.body).toBe(runs[1]?.body);
    expect(JSON.parse(runs[0]?.body ?? '')).toMatchObject({
      shopify_domain: SHOP,
      properties: { order_id },
    });
    expect(runs[0]?.headers['x-shopify-hmac-sha256']).toBe(
      webhookSignature(APP.clientSecret, runs[0]?.body ?? ''),
    );
    await post('use', { handle: 'order-blessed', use: 'on' });
    await test.control.advanceBy(2_000);
    expect(test.received.map(({ url }) => url)).toContain('/flow/lifecycle');
    const refused = await post('run', { handle: 'bless-order', order_id: '' });
    const page = async (where: string): Promise<string> =>
      (await fetch(new URL(where, test.skin.origins.platform))).text();
    expect(await page(refused.headers.get('Location') ?? '')).toContain(
      'Bless order needs Order ID.',
    );
    const shown = await page('/flow');
    expect(shown).toContain('A workflow begins with it.');
    expect(shown).toContain('503, 200');
    expect((await test.control.flow.state()).requests).toMatchObject([
      { handle: 'bless-order', state: 'done' },
      { kind: 'lifecycle', state: 'done' },
    ]);
  });
});
