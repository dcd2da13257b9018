import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder } from '../../../seed/scenario.ts';
import type { Order } from '../../../world/model.ts';
import { statusPageUrl } from '../../../world/orders/status-page.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const mails = (order: Order) =>
  scene.world.ledger
    .ofOrder(scene.domain, order.id)
    .filter((entry) => entry.kind === 'mail.platform')
    .filter(({ template }) => template !== 'order_confirmation');

function reduce(order: Order, notifyCustomer: boolean): unknown {
  const begun = app.run(
    `mutation { orderEditBegin(id: "${gid('Order', order.id)}") { calculatedOrder { id lineItems(first: 1) { nodes { id } } } } }`,
  ).data?.['orderEditBegin'] as {
    calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } };
  };
  const { id, lineItems } = begun.calculatedOrder;
  app.run(
    `mutation { orderEditSetQuantity(id: "${id}", lineItemId: "${lineItems.nodes[0]?.id ?? ''}", quantity: 1) { userErrors { message } } }`,
  );
  return app.run(
    `mutation { orderEditCommit(id: "${id}", notifyCustomer: ${notifyCustomer}) { order { closed } successMessages userErrors { message } } }`,
  ).data?.['orderEditCommit'];
}

describe('what an edit says it did, as recorded', () => {
  test('of a paid order: a notification, if one was asked for', () => {
    const quiet = seedOrder(scene);
    expect(reduce(quiet, false)).toMatchObject({ successMessages: ['Order updated'] });
    expect(mails(quiet)).toEqual([]);
    const told = seedOrder(scene);
    expect(reduce(told, true)).toMatchObject({
      successMessages: ['Order updated', 'Notification sent'],
    });
    expect(mails(told)).toMatchObject([{ template: 'order_edited' }]);
  });

  test('of an order that owes money: an invoice, and nothing else', () => {
    const order = seedOrder(scene, { payment: 'unpaid' });
    expect(reduce(order, true)).toMatchObject({
      successMessages: ['Order updated', 'Invoice sent'],
    });
    expect(mails(order)).toMatchObject([{ template: 'order_invoice' }]);
  });

  test('of an archived order: that it was reopened', () => {
    const order = seedOrder(scene);
    scene.world.commerce.closeOrder(scene.domain, order.id);
    expect(reduce(order, true)).toMatchObject({
      order: { closed: false },
      successMessages: ['Order updated', 'Order unarchived', 'Notification sent'],
    });
  });
});

describe('orderInvoiceSend', () => {
  const SEND = `mutation Invoice($id: ID!, $email: EmailInput) {
    orderInvoiceSend(id: $id, email: $email) { order { id } userErrors { code field message } }
  }`;
  const send = (order: Order, email: unknown = null) =>
    app.run(SEND, { id: gid('Order', order.id), email });
  const refused = (message: string) => ({
    orderInvoiceSend: {
      order: null,
      userErrors: [{ code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL', field: null, message }],
    },
  });

  test('writes what is owed, and where to pay, to the order’s address or another', () => {
    const order = seedOrder(scene, { payment: 'unpaid' });
    expect(send(order).data).toEqual({
      orderInvoiceSend: { order: { id: gid('Order', order.id) }, userErrors: [] },
    });
    send(order, { to: 'somebody@example.com', subject: 'Please pay', customMessage: 'Hello' });
    const [first, second] = mails(order);
    expect(first).toMatchObject({ template: 'order_invoice', to: order.email });
    expect(first?.text).toContain(statusPageUrl(scene.shop, order));
    expect(second).toMatchObject({ to: 'somebody@example.com', subject: 'Please pay' });
    expect(second?.text).toMatch(/^Hello\nAmount due: .*25\.00/);
  });

  test('refuses a missing or malformed address in the recorded words', () => {
    const order = seedOrder(scene, { payment: 'unpaid' });
    expect(send(order, { to: 'not an email' }).data).toEqual(refused('To is invalid'));
    order.email = null;
    expect(send(order).data).toEqual(refused('No recipient email address was provided'));
    expect(mails(order)).toEqual([]);
  });

  test('is loud about what nobody documents: an order that owes nothing, another sender', () => {
    expect(send(seedOrder(scene)).errors?.[0]?.message).toContain('owes nothing');
    const order = seedOrder(scene, { payment: 'unpaid' });
    expect(send(order, { from: 'me@example.com' }).errors?.[0]?.message).toBe(
      'NOT_SIMULATED EmailInput.from',
    );
  });
});

describe('orderCapture', () => {
  const capture = (order: Order, amount: string, more = '') =>
    app.run(
      `mutation { orderCapture(input: { id: "${gid('Order', order.id)}", parentTransactionId: "${gid('OrderTransaction', order.transactions[0]?.id)}", amount: "${amount}"${more} }) { transaction { kind } userErrors { message } } }`,
    );

  test('a second one is loud where the authorisation can be captured once', () => {
    const order = seedOrder(scene, { payment: 'authorized' });
    expect(capture(order, '10.00').data).toMatchObject({
      orderCapture: { transaction: { kind: 'CAPTURE' }, userErrors: [] },
    });
    expect(capture(order, '5.00').errors?.[0]?.message).toContain('not multi-capturable');
  });

  test('the final one lets the rest go, on a plan that can capture several times', () => {
    scene = createScenarioShop({ plan: 'Plus' });
    app = connectApp(scene, execute);
    const order = seedOrder(scene, { payment: 'authorized' });
    capture(order, '10.00');
    capture(order, '5.00', ', finalCapture: true');
    expect(order.transactions.map(({ kind }) => kind)).toEqual([
      'AUTHORIZATION',
      'CAPTURE',
      'CAPTURE',
      'VOID',
    ]);
  });
});

describe('orderUpdate', () => {
  const UPDATE = `mutation Update($input: OrderInput!) { orderUpdate(input: $input) {
    order { note email phone poNumber tags customAttributes { key value } shippingAddress { lastName country } }
    userErrors { field message }
  } }`;
  const update = (order: Order, input: object) =>
    app.run(UPDATE, { input: { id: gid('Order', order.id), ...input } });

  test('overwrites what it names', () => {
    const order = seedOrder(scene, { tags: ['old'], note: 'kept' });
    expect(
      update(order, {
        email: 'new@example.com',
        phone: '+49 30 1234567',
        poNumber: 'PO-1',
        tags: ['new'],
        customAttributes: [{ key: 'gift', value: 'yes' }],
        shippingAddress: { lastName: 'Sample', zip: '8001', countryCode: 'CH' },
      }).data,
    ).toMatchObject({
      orderUpdate: {
        order: {
          note: 'kept',
          email: 'new@example.com',
          phone: '+49 30 1234567',
          poNumber: 'PO-1',
          tags: ['new'],
          customAttributes: [{ key: 'gift', value: 'yes' }],
          shippingAddress: { lastName: 'Sample', country: 'Switzerland' },
        },
        userErrors: [],
      },
    });
  });

  test('refuses in the recorded words and changes nothing', () => {
    const order = seedOrder(scene, { note: 'kept' });
    const errors = (input: object) =>
      (update(order, input).data?.['orderUpdate'] as { userErrors: unknown }).userErrors;
    expect(errors({})).toEqual([
      { field: null, message: 'No valid update parameters have been provided' },
    ]);
    expect(errors({ phone: 'not a phone', note: 'other' })).toEqual([
      { field: ['phone'], message: 'Phone is invalid' },
    ]);
    expect(errors({ shippingAddress: { address1: '3 Bad Province', countryCode: 'US' } })).toEqual([
      { field: ['shippingAddress', 'lastName'], message: 'Enter a last name' },
      { field: ['shippingAddress', 'zip'], message: 'Enter a ZIP code' },
    ]);
    expect(order).toMatchObject({ note: 'kept', phone: null });
    expect(update(order, { localizedFields: [] }).errors?.[0]?.message).toBe(
      'NOT_SIMULATED OrderInput.localizedFields',
    );
  });
});
