import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAdminIdToken } from '../http/tokens/session-token.ts';
import { SAMPLE_APP } from './fixtures/sample-app.ts';
import { openSampleStore, type SampleStore } from './fixtures/sample-store.ts';

let store: SampleStore;
beforeAll(async () => {
  store = await openSampleStore();
});
afterAll(() => store.stop());

interface Answer {
  status: number;
  text: string;
  location: string;
  cookie: string;
}

async function ask(
  address: string,
  o: { cookie?: string; form?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
  const response = await fetch(address, {
    method: o.method ?? (o.form ? 'POST' : 'GET'),
    redirect: 'manual',
    headers: { ...(o.cookie === undefined ? {} : { cookie: o.cookie }) },
    ...(o.form ? { body: new URLSearchParams(o.form) } : {}),
  });
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location') ?? '',
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
}

const account = (path: string, o: Parameters<typeof ask>[1] = {}) =>
  ask(`${store.origins.customer}${path}`, o);

async function signedIn(customerId: number): Promise<string> {
  const answer = await account('/account/login', { form: { customer: String(customerId) } });
  return answer.cookie;
}

/** Another order of the signed-in customer's, for what changes it. */
const place = (payment: 'sale' | 'unpaid' = 'sale') =>
  store.world.commerce.placeOrder(store.shop.domain, {
    lines: [{ sku: 'THROW', quantity: 1 }],
    payments: payment === 'unpaid' ? [] : [{ gateway: 'shopify_payments', state: payment }],
    customerId: store.mara.id,
    email: store.mara.email,
  });

function claims(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}

describe('customer accounts', () => {
  it('show nobody’s orders before sign-in', async () => {
    const answer = await account('/account/orders');
    expect(answer.status).toBe(302);
    expect(answer.location).toMatch(/^\/account\/login/);
  });

  it('list a customer’s own orders and no others', async () => {
    const { text } = await account('/account/orders', { cookie: await signedIn(store.mara.id) });
    expect(text).toContain(`Order ${store.order.name}`);
    expect(text).toContain(`Order ${store.otherOrder.name}`);
    expect(text).not.toContain(`Order ${store.strangersOrder.name}`);
  });

  it('go nowhere but to their own pages after sign-in', async () => {
    for (const elsewhere of ['https://example.org/', '//example.org', '/accountant']) {
      const answer = await account('/account/login', {
        form: { customer: String(store.mara.id), return_to: elsewhere },
      });
      expect(answer.location).toBe('/account/orders');
    }
  });

  it('refuse a customer who does not exist', async () => {
    const answer = await account('/account/login', { form: { customer: '1' } });
    expect(answer.status).toBe(400);
  });
});

describe('the order status page', () => {
  const page = (query = '', cookie?: string) =>
    account(
      `/account/orders/${String(store.order.id)}${query}`,
      cookie === undefined ? {} : { cookie },
    );

  it('shows a passer-by public data only, and runs no extension', async () => {
    const { text } = await page();
    expect(text).toContain('Harbor lamp');
    expect(text).not.toContain('mara@example.com');
    expect(text).not.toContain('Example Street');
    expect(text).not.toContain('data-extension-block');
    expect(text).not.toContain('menu-item.render');
  });

  it('treats another customer as a passer-by', async () => {
    const { text } = await page('', await signedIn(store.jonas.id));
    expect(text).not.toContain('mara@example.com');
    expect(text).not.toContain('data-extension-block');
  });

  it('shows everything by the mail’s link, and tells extensions that nobody is signed in', async () => {
    const first = await page(`?key=${store.order.statusPageKey}`);
    expect(first.location).toBe(`/account/orders/${String(store.order.id)}`);
    const { text } = await page('', first.cookie);
    expect(text).toContain('mara@example.com');
    expect(text).toContain('data-extension-block="sample-order"');
    expect(text).toContain('"authenticationState":"pre_authenticated"');
    expect(text).not.toContain('"authenticationState":"fully_authenticated"');
  });

  it('brings the metafields along that the extension’s file names and customers may read', async () => {
    const appId = store.world.apps.installation(SAMPLE_APP.clientId, store.shop.domain)?.app.id;
    const keep = (
      namespace: string,
      key: string,
      type: string,
      value: string,
      customerAccount: 'NONE' | 'READ' = 'READ',
    ): void => {
      const shared = { id: 1, namespace, key, type };
      store.order.metafields.set(`${namespace}.${key}`, {
        ...{ ...shared, value, createdAt: 0, updatedAt: 0 },
      });
      store.shop.metafieldDefinitions.set(`${namespace}.${key}`, {
        ...{ ...shared, kind: 'MetafieldDefinition', name: key, description: null },
        access: { admin: 'PRIVATE', customerAccount, storefront: 'NONE' },
      });
    };
    keep(`app--${String(appId)}`, 'stage', 'single_line_text_field', 'asked');
    keep('shared', 'count', 'number_integer', '3');
    keep('shared', 'not_named', 'single_line_text_field', 'left out');
    const target = { type: 'order', id: `gid://shopify/Order/${String(store.order.id)}` };
    const stage = {
      target,
      metafield: {
        ...{ namespace: '$app', key: 'stage', type: 'single_line_text_field' },
        ...{ valueType: 'string', value: 'asked' },
      },
    };
    const count = {
      target,
      metafield: {
        ...{ namespace: 'shared', key: 'count', type: 'number_integer' },
        ...{ valueType: 'integer', value: 3 },
      },
    };
    const shown = async () => {
      const { text } = await page('', await signedIn(store.mara.id));
      const json = /"appMetafields":(\[.*?\}\]|\[\])/.exec(text)?.[1] ?? 'null';
      return JSON.parse(json) as unknown;
    };
    expect(await shown()).toEqual([stage, count]);
    keep('shared', 'count', 'number_integer', '3', 'NONE');
    expect(await shown()).toEqual([stage]);
  });

  it('does not open by a wrong key', async () => {
    const { status, text } = await page('?key=wrong');
    expect(status).toBe(200);
    expect(text).not.toContain('mara@example.com');
  });

  it('is where the address in a mail leads', async () => {
    const { statusPageKey } = store.order;
    const path = `/${String(store.shop.id)}/orders/${statusPageKey}/authenticate`;
    const answer = await account(`${path}?key=${statusPageKey}`);
    expect(answer.location).toBe(`/account/orders/${String(store.order.id)}?key=${statusPageKey}`);
    expect((await account(`${path}?key=wrong`)).status).toBe(404);
  });

  it('says plainly which extension nobody has built', async () => {
    const { text } = await page('', await signedIn(store.mara.id));
    expect(text).toContain('sample-unbuilt is not built');
  });

  it('writes nothing a product’s name could break out of', async () => {
    const { text } = await page('', await signedIn(store.mara.id));
    const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(text)?.[1];
    expect(data).not.toContain('<');
    expect(() => JSON.parse(data ?? '') as unknown).not.toThrow();
  });
});

describe('the customer’s id token', () => {
  const token = (cookie: string, query = '') =>
    account(`/account/id-token${query}`, { method: 'POST', cookie });

  it('names the customer who is signed in, the shop and the app', async () => {
    const { text } = await token(await signedIn(store.mara.id));
    const { idToken } = JSON.parse(text) as { idToken: string };
    expect(claims(idToken)).toMatchObject({
      aud: SAMPLE_APP.clientId,
      dest: store.shop.domain,
      sub: `gid://shopify/Customer/${String(store.mara.id)}`,
    });
  });

  it('names nobody on a page reached by link', async () => {
    const order = String(store.order.id);
    const { cookie } = await account(`/account/orders/${order}?key=${store.order.statusPageKey}`);
    const { text } = await token(cookie, `?order=${order}`);
    const { idToken } = JSON.parse(text) as { idToken: string };
    expect(claims(idToken)).not.toHaveProperty('sub');
  });

  it('is refused to a passer-by', async () => {
    expect((await token('')).status).toBe(401);
  });
});

describe('the admin', () => {
  const admin = (path: string, o: Parameters<typeof ask>[1] = {}) =>
    ask(`${store.origins.platform}/store/${store.shop.handle}${path}`, o);

  it('finds an order by number, customer and e-mail', async () => {
    for (const query of [store.strangersOrder.name, 'jonas sam', 'JONAS@example']) {
      const { text } = await admin(`/orders?query=${encodeURIComponent(query)}`);
      expect(text).toContain(store.strangersOrder.name);
      expect(text).not.toContain(`>${store.order.name}<`);
    }
  });

  it('knows no other store', async () => {
    const answer = await ask(`${store.origins.platform}/store/another/orders`);
    expect(answer.status).toBe(404);
  });

  it('frames the app with a signed address that carries what an embedded app needs', async () => {
    const { text } = await admin('/apps/sample/app/orders?tab=open');
    const address = /data-address="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const url = new URL(address);
    expect(url.origin).toBe(store.origins.tunnel);
    expect(url.pathname).toBe('/app/orders');
    const query = url.searchParams;
    expect(query.get('tab')).toBe('open');
    expect(query.get('embedded')).toBe('1');
    expect(query.get('shop')).toBe(store.shop.domain);
    expect(Buffer.from(query.get('host') ?? '', 'base64url').toString()).toBe(
      `admin.shopify.com/store/${store.shop.handle}`,
    );
    expect(query.get('host')).not.toContain('=');
    const verified = verifyAdminIdToken(SAMPLE_APP, query.get('id_token') ?? '', Date.now());
    expect(verified?.shop).toBe(store.shop.domain);

    const given = query.get('hmac');
    query.delete('hmac');
    query.sort();
    const expected = createHmac('sha256', SAMPLE_APP.clientSecret).update(query.toString());
    expect(given).toBe(expected.digest('hex'));
  });

  it('vouches for whoever is signed in, the owner unless another was chosen', async () => {
    const [owner, helper] = store.shop.staff;
    const token = async (cookie: string): Promise<unknown> => {
      const { text } = await admin('/apps/sample/id-token', { method: 'POST', cookie });
      return claims((JSON.parse(text) as { idToken: string }).idToken)['sub'];
    };
    expect(await token('')).toBe(String(owner?.id));
    const form = { member: String(helper?.id), return_to: `/store/${store.shop.handle}/orders` };
    const chosen = await admin('/staff', { form });
    expect(chosen.location).toBe(form.return_to);
    expect(await token(chosen.cookie)).toBe(String(helper?.id));
    const { text } = await admin('/orders', { cookie: chosen.cookie });
    expect(text).toContain('Signed in as Nils Helper');
    expect(text).toContain('Staff, read only');
  });

  it('leads nowhere else after another member of staff was chosen', async () => {
    const answer = await admin('/staff', { form: { member: '1', return_to: '//example.org/' } });
    expect(answer.location).toBe(`/store/${store.shop.handle}`);
    expect(answer.cookie).toBe('');
  });

  it('puts the app’s blocks on pages of the storefront, and takes them away', async () => {
    const onPage = async (): Promise<boolean> =>
      (await ask(store.origins.storefront)).text.includes('shopify-app-block');
    const place = (placed: string, page = '/') =>
      admin('/themes', { form: { page, block: 'sample-theme/notice', placed } });
    expect((await admin('/themes')).text).toContain('Sample notice');
    expect(await onPage()).toBe(false);
    await place('yes');
    expect(await onPage()).toBe(true);
    await place('no');
    expect(await onPage()).toBe(false);
    expect((await place('yes', '/checkout')).status).toBe(400);
  });

  it('ships from the order page, once', async () => {
    const path = `/orders/${String(store.otherOrder.id)}`;
    const work = store.otherOrder.fulfillmentOrders[0]?.id ?? 0;
    const form = { action: 'fulfill' };
    const first = await admin(`${path}/fulfillment-orders/${String(work)}`, { form });
    expect(first.status).toBe(303);
    expect(store.otherOrder.fulfillments).toHaveLength(1);
    const { text } = await admin(path);
    expect(text).toContain('Fulfilled (1)');
    expect(text).not.toContain('Fulfill items');
    await admin(`${path}/fulfillment-orders/${String(work)}`, { form });
    expect(store.otherOrder.fulfillments).toHaveLength(1);
  });

  it('buys a label, hands the parcel over and has it delivered from the order page', async () => {
    const order = place();
    const path = `/orders/${String(order.id)}`;
    const work = order.fulfillmentOrders[0]?.id ?? 0;
    await admin(`${path}/fulfillment-orders/${String(work)}`, { form: { action: 'buy-label' } });
    const [shipment] = order.fulfillments;
    expect((await admin(path)).text).toContain('Label purchased');
    const act = (action: string) =>
      admin(`${path}/shipments/${String(shipment?.id)}`, { form: { action } });
    expect((await act('CARRIER_PICKED_UP')).status).toBe(303);
    expect((await admin(path)).text).not.toContain('Void label');
    expect(await act('void-label')).toMatchObject({
      status: 409,
      text: 'The label cannot be voided any more.',
    });
    await act('DELIVERED');
    expect(shipment).toMatchObject({ displayStatus: 'DELIVERED' });
    expect((await admin(path)).text).not.toContain('Carrier: deliver');
  });

  it('moves work to another location and raises the risk from the order page', async () => {
    const { id: annex } = store.world.commerce.addLocation(store.shop.domain, {
      name: 'Annex',
      city: 'Berlin',
      countryCode: 'DE',
    });
    for (const item of store.shop.inventoryItems.values()) {
      store.world.commerce.setStock(store.shop.domain, item.id, annex, 5);
    }
    const order = place();
    const path = `/orders/${String(order.id)}`;
    const [work] = order.fulfillmentOrders;
    expect((await admin(path)).text).toContain('Move to Annex');
    const form = { action: `move-${String(annex)}` };
    await admin(`${path}/fulfillment-orders/${String(work?.id)}`, { form });
    expect(work?.locationId).toBe(annex);
    await admin(`${path}/risk`, { form: { level: 'HIGH' } });
    expect(order.risk).toMatchObject([{ level: 'HIGH', provider: 'Careful Checks' }]);
  });

  it('takes a customer’s request by Shopify’s own button, and staff’s answer', async () => {
    const order = place();
    const path = `/account/orders/${String(order.id)}`;
    const cookie = await signedIn(store.mara.id);
    expect((await account(path, { cookie })).text).not.toContain('Request cancellation');
    const form = { [`line-${String(order.lines[0]?.id)}`]: '1' };
    expect((await account(`${path}/requests`, { cookie, form })).status).toBe(409);

    await admin(`/orders/${String(order.id)}/self-serve`, { form: { on: 'yes' } });
    expect((await account(path, { cookie })).text).toContain('Request cancellation');
    expect((await account(`${path}/requests`, { form })).status).toBe(403);
    expect((await account(`${path}/requests`, { cookie, form })).status).toBe(303);
    const [edit] = order.requestedEdits;
    expect((await account(path, { cookie })).text).toContain('Cancellation requested');
    expect((await admin(`/orders/${String(order.id)}`)).text).toContain('Mark as resolved');

    const answer = { action: 'decline', note: 'Already packed' };
    await admin(`/orders/${String(order.id)}/requests/${String(edit?.id)}`, { form: answer });
    expect(edit).toMatchObject({ status: 'DECLINED', declineNote: 'Already packed' });
    expect((await account(path, { cookie })).text).toContain('Cancellation request declined');
    await admin(`/orders/${String(order.id)}/self-serve`, { form: { on: 'no' } });
  });

  it('lets a balance be paid where an invoice leads, once', async () => {
    const order = place('unpaid');
    const path = `/account/orders/${String(order.id)}`;
    const cookie = await signedIn(store.mara.id);
    expect((await account(path, { cookie })).text).toContain('Balance due');
    await account(`${path}/payment`, { cookie, form: {} });
    await account(`${path}/payment`, { cookie, form: {} });
    expect(order.transactions).toMatchObject([{ kind: 'SALE', status: 'SUCCESS' }]);
    expect((await account(path, { cookie })).text).not.toContain('Balance due');
  });
});
