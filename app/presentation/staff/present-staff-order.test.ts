import { describe, expect, it } from 'vitest';

import { createMemoryDatabase } from '../../../tests/simulation/adapters/memory-database.ts';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import { readStaffOrder } from '../../application/order/read-staff-order.ts';
import type { LineItemId, RefundId, ShopDomain } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { LineItemFacts, OrderFacts } from '../../domain/order/facts.ts';
import { ok } from '../../domain/result.ts';
import { MINUTE } from '../../domain/time.ts';
import { presentStaffOrder } from './present-staff-order.ts';
import type { StaffCancelOffer, StaffOrderView } from '../../contract/staff/staff-view.ts';
import { OWNER, member } from '../../../tests/support/facts/staff-access.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { messagesIn } from '../../messages/messages.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;

/** What a staff member sees of an order; with every right unless said otherwise. */
async function view(facts: OrderFacts, access: StaffAccess = OWNER): Promise<StaffOrderView> {
  const database = createMemoryDatabase();
  const deps = {
    clock: { now: () => PLACED_AT + MINUTE },
    // Only what reading an order touches.
    platform: { readOrder: async () => ok(facts) } as never,
    store: database.cancellations,
    policies: database.policies,
    orders: database.orders,
    ownMail: true,
  };
  const read = await readStaffOrder(deps, SHOP, facts.id, ok(access));
  if (!read.ok) throw new Error('The order was not shown');
  return presentStaffOrder(read.value, messagesIn('en', 'staff'));
}

async function offered(facts: OrderFacts): Promise<StaffCancelOffer> {
  return (await view(facts)).cancel;
}

async function available(facts: OrderFacts) {
  const offer = await offered(facts);
  if (!offer.available) throw new Error(offer.refusals.map(({ message }) => message).join(' '));
  return offer;
}

const line = (number: number, changes: Partial<LineItemFacts> = {}): LineItemFacts =>
  lineItem({ id: `gid://shopify/LineItem/${number}` as LineItemId, total: eur(5_000), ...changes });

async function shown(facts: OrderFacts): Promise<StaffOrderView['order']> {
  return (await view(facts)).order;
}

describe('what staff read of an order', () => {
  it.each([
    ['REFUND', 'FAILURE', 'Refund, failed'],
    ['REFUND', 'PENDING', 'Refund, pending'],
    ['SALE', 'ERROR', 'Payment, failed'],
    ['SALE', 'SUCCESS', 'Payment, successful'],
  ] as const)(
    'never calls done what was only tried: a %s of status %s',
    async (kind, status, words) => {
      const facts = order({ transactions: [transaction({ kind, status })] });
      expect((await shown(facts)).payments).toMatchObject([{ description: words }]);
    },
  );

  it('tells of each line where its units are, and nothing while all are to be sent', async () => {
    const facts = order({
      shipments: [{ stage: 'fulfilled' }],
      lines: [
        line(1, { quantity: 3 }),
        line(2, { quantity: 3, currentQuantity: 2, unfulfilledQuantity: 2 }),
        line(3, { quantity: 2, currentQuantity: 2, unfulfilledQuantity: 1 }),
        line(4, { quantity: 2, currentQuantity: 1, unfulfilledQuantity: 0 }),
        line(5, { quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1 }),
      ],
      refunds: [
        {
          id: 'gid://shopify/Refund/1' as RefundId,
          createdAt: PLACED_AT,
          note: null,
          total: bag(eur(0)),
          lines: [
            { lineItemId: line(2).id, quantity: 1, restockType: 'CANCEL' },
            { lineItemId: line(4).id, quantity: 1, restockType: 'RETURN' },
          ],
          shipping: { amount: eur(0), tax: eur(0) },
          duties: [],
          transactionIds: [],
        },
      ],
    });
    expect((await shown(facts)).lines.map(({ whereabouts }) => whereabouts)).toEqual([
      null,
      '1 cancelled',
      '1 fulfilled',
      '1 fulfilled, 1 returned',
      '1 removed',
    ]);
  });

  it('calls cancelled what left a cancelled order, refunded or not', async () => {
    const gone = { currentQuantity: 0, unfulfilledQuantity: 0 };
    const facts = order({ cancelledAt: PLACED_AT, lines: [line(1, { quantity: 2, ...gone })] });
    expect((await shown(facts)).lines).toMatchObject([{ whereabouts: '2 cancelled' }]);
  });
});

describe('what staff are offered', () => {
  it('is the whole order, with everything going back', async () => {
    expect(await available(order())).toMatchObject({
      currencyCode: 'EUR',
      quote: { selection: { kind: 'order' }, amount: '€100.00', amountDecimal: '100.00' },
      againstRefund: [],
      againstParts: [],
      providerFee: null,
    });
  });

  it('case 41: is not refused for a bundle that was sent in part: its whole ones and the rest can go', async () => {
    const group = { id: 'gid://shopify/LineItemGroup/1', title: 'Table for two' };
    const facts = order({
      shipments: [{ stage: 'fulfilled' }],
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: [
        line(1, { quantity: 2, unfulfilledQuantity: 1, group }),
        line(2, { quantity: 4, group }),
        line(3),
      ],
    });
    const { quote } = await available(facts);
    expect(quote.selection).toMatchObject({
      lines: [
        { id: '1', quantity: 1 },
        { id: '2', quantity: 2 },
        { id: '3', quantity: 1 },
      ],
    });
  });

  it('case 55: is to cancel without a refund, where only the refund is not theirs to give', async () => {
    const facts = order();
    const { cancel } = await view(facts, member({ mayRefundOrders: false }));
    expect(cancel).toMatchObject({ available: true });
    expect(cancel.available && cancel.againstRefund).toEqual([
      expect.stringMatching(/does not have permission to refund orders in Shopify/),
      'You can cancel without a refund.',
    ]);
  });

  it('case 34: is what was not sent, where a part was, with the reason at each line', async () => {
    const facts = order({
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: [
        line(1, { quantity: 3, unfulfilledQuantity: 2 }),
        line(2, { unfulfilledQuantity: 0 }),
      ],
    });
    const offer = await available(facts);
    expect(offer.quote.selection).toEqual({ kind: 'lines', lines: [{ id: '1', quantity: 2 }] });
    expect(
      offer.lines.map(({ id, cancellable, refusals }) => [id, cancellable, refusals.length]),
    ).toEqual([
      ['1', 2, 1],
      ['2', 0, 1],
    ]);
    expect(offer.lines[0]?.refusals[0]).toMatch(/^1 unit of this line is fulfilled already/);
  });

  it('case 41: names the bundle that a line is a component of, and its units in one', async () => {
    const group = { id: 'gid://shopify/LineItemGroup/9', title: 'Tea set' };
    const facts = order({
      lines: [line(1, { quantity: 8, group }), line(2, { quantity: 2, group })],
    });
    const bundle = { key: group.id, title: 'Tea set' };
    expect((await available(facts)).lines.map((each) => each.bundle)).toEqual([
      { ...bundle, unitsEach: 4 },
      { ...bundle, unitsEach: 1 },
    ]);
  });

  it('case 30: leaves out lines that a fulfillment service has accepted, and says why', async () => {
    const facts = order({
      lines: [line(1), line(2)],
      fulfillmentOrders: [
        fulfillmentOrder({
          requestStatus: 'ACCEPTED',
          lines: [{ lineItemId: 'gid://shopify/LineItem/2' as LineItemId, remainingQuantity: 1 }],
        }),
      ],
    });
    const [first, second] = (await available(facts)).lines;
    expect(first).toMatchObject({ cancellable: 1, refusals: [] });
    expect(second).toMatchObject({ cancellable: 0, refusals: [expect.stringMatching(/service/)] });
  });

  it('case 25: is a cancel without refund while a dispute is open, and says why', async () => {
    const disputes = [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] as const;
    const offer = await available(order({ disputes }));
    expect(offer.againstRefund).toEqual([expect.stringMatching(/chargeback or inquiry is open/)]);
    expect(offer.quote).toMatchObject({ amount: '€0.00', refunds: [] });
  });

  it('case 26: tells what the payment provider keeps, in the shop’s currency', async () => {
    const paid = transaction({ providerFee: eur(210) });
    expect((await available(order({ transactions: [paid] }))).providerFee).toBe('€2.10');
  });

  it('case 23: says that no part can be cancelled while a payment is pending, but the whole can', async () => {
    const offer = await available(order({ transactions: [transaction({ status: 'PENDING' })] }));
    expect(offer.againstParts).toEqual([expect.stringMatching(/pending/)]);
    expect(offer.quote).toMatchObject({ pending: '€100.00', refunds: [] });
  });

  it('case 16: shows the shop’s currency beside the customer’s', async () => {
    const amount = { presentment: money(12_000, 'JPY'), shop: eur(7_500) };
    const facts = order({
      presentmentCurrencyCode: 'JPY',
      total: amount,
      transactions: [transaction({ amount })],
    });
    expect((await available(facts)).quote).toMatchObject({
      amount: '¥12,000',
      amountInShopCurrency: '€75.00',
    });
  });

  it('case 1: is a release where money was authorized only', async () => {
    const held = transaction({ kind: 'AUTHORIZATION' });
    const facts = order({ transactions: [held], outstanding: eur(10_000) });
    expect((await available(facts)).quote).toMatchObject({
      amount: '€0.00',
      refunds: [],
      releases: [{ method: 'Visa', amount: '€100.00' }],
    });
  });
});

describe('the breakdown of a refund', () => {
  const rows = async (facts: OrderFacts) =>
    (await available(facts)).quote.breakdown.map(({ label, amount }) => `${label} ${amount}`);
  const shipping = [{ title: 'Standard', price: eur(500), taxes: [eur(80)] }];

  it('case 21: adds up with taxes inside the prices, and with taxes on top', async () => {
    const inside = order({
      total: bag(eur(10_500)),
      lines: [line(1, { total: eur(10_000), taxes: [eur(1_597)] })],
      shipping,
      transactions: [transaction({ amount: bag(eur(10_500)) })],
    });
    expect(await rows(inside)).toEqual(['Items €100.00', 'Shipping €5.00']);
    const onTop = order({
      ...inside,
      taxesIncluded: false,
      total: bag(eur(12_177)),
      transactions: [transaction({ amount: bag(eur(12_177)) })],
    });
    expect(await rows(onTop)).toEqual(['Items €100.00', 'Shipping €5.00', 'Taxes €16.77']);
  });

  it('case 2: takes off what was not paid', async () => {
    const facts = order({
      outstanding: eur(4_000),
      transactions: [transaction({ amount: bag(eur(6_000)) })],
    });
    expect(await rows(facts)).toEqual(['Items €100.00', 'Unpaid or already refunded −€40.00']);
  });
});
