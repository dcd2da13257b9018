import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/money.ts';
import type { CurrencyCode } from '../../admin-api.generated.ts';
import { orderFacts, type Surroundings } from './order-facts.ts';
import { MalformedAnswer } from '../../client/platform-error.ts';
import type { WholeOrder, WholeRefund } from './whole-order.ts';

const inDinar = (amount: string) => ({ amount, currencyCode: 'KWD' as CurrencyCode });

const inEuro = (amount: string) => ({ amount, currencyCode: 'EUR' as CurrencyCode });

const paid = (amount: string) => ({ presentmentMoney: inDinar(amount) });

const both = (amount: string, shop: string) => ({ ...paid(amount), shopMoney: inEuro(shop) });

function refund(changes: Partial<WholeRefund> = {}): WholeRefund {
  return {
    id: 'gid://shopify/Refund/1',
    createdAt: '2026-11-22T09:00:00Z',
    note: null,
    totalRefundedSet: both('1.000', '2.99'),
    refundLineItems: [],
    refundShippingLines: [],
    duties: [],
    transactions: [],
    ...changes,
  };
}

/** Bought in dinars, three decimals, of a shop that books in euros. */
function order(changes: Partial<WholeOrder> = {}): WholeOrder {
  return {
    totalCashRoundingAdjustment: { paymentSet: paid('0.000'), refundSet: paid('0.000') },
    id: 'gid://shopify/Order/1042',
    name: '#1042',
    createdAt: '2026-11-22T08:59:59Z',
    processedAt: '2026-11-22T09:00:00Z',
    updatedAt: '2026-11-22T09:00:00Z',
    cancelledAt: null,
    cancellation: null,
    customer: null,
    paymentTerms: null,
    tags: [],
    displayAddress: null,
    app: null,
    sourceName: null,
    retailLocation: null,
    risk: { recommendation: 'NONE', assessments: [] },
    disputes: [],
    merchantEditable: true,
    displayFinancialStatus: null,
    displayFulfillmentStatus: 'UNFULFILLED',
    returnStatus: 'NO_RETURN',
    fulfillments: [],
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'KWD',
    taxesIncluded: false,
    dutiesIncluded: false,
    totalPriceSet: both('4.005', '11.97'),
    currentTotalPriceSet: both('4.005', '11.97'),
    totalOutstandingSet: paid('-0.5'),
    totalTipReceivedSet: paid('0.0'),
    shippingLines: [],
    additionalFees: [],
    transactions: [],
    lineItems: [],
    fulfillmentOrders: [],
    refunds: [],
    companyRoles: null,
    ...changes,
  };
}

const SURROUNDINGS: Surroundings = {
  readAt: Date.UTC(2026, 10, 30),
  shopTimeZone: 'Asia/Kuwait',
  sellingPlans: new Map([
    ['gid://shopify/SellingPlan/1', 'PRE_ORDER'],
    ['gid://shopify/SellingPlan/2', null],
  ]),
  soldGiftCards: [],
};

const facts = (changes: Partial<WholeOrder> = {}) => orderFacts(order(changes), SURROUNDINGS);

const factsOfRefund = (changes: Partial<WholeRefund>, of: Partial<WholeOrder> = {}) =>
  facts({ refunds: [refund(changes)], ...of }).refunds[0];

describe('facts of a payment', () => {
  const payment = {
    id: 'gid://shopify/OrderTransaction/1',
    kind: 'SALE' as const,
    status: 'SUCCESS' as const,
    gateway: null,
    formattedGateway: null,
    paymentDetails: null,
    manualPaymentGateway: false,
    createdAt: '2026-11-22T09:00:00Z',
    errorCode: null,
    authorizationExpiresAt: null,
    parentTransaction: null,
    amountSet: both('4.005', '11.97'),
    fees: [],
  };
  const read = (changes: Partial<WholeOrder['transactions'][number]>) =>
    facts({ transactions: [{ ...payment, ...changes }] }).transactions[0];

  it('is named by the card’s brand, else by the gateway as people or machines call it', () => {
    const named = { gateway: 'sample_pay', formattedGateway: 'Sample Pay' };
    expect(read({ ...named, paymentDetails: { company: 'Visa' } })?.gatewayName).toBe('Visa');
    expect(read({ ...named, paymentDetails: { company: null } })?.gatewayName).toBe('Sample Pay');
    expect(read({ gateway: 'sample_pay' })?.gatewayName).toBe('sample_pay');
    expect(read({})).toMatchObject({ gateway: '', gatewayName: '' });
  });

  it('case 26: knows what the provider kept, tax and all, in the shop’s currency only', () => {
    const fee = { amount: inEuro('0.60'), taxAmount: inEuro('0.11') };
    expect(read({ fees: [fee, fee] })?.providerFee).toEqual(money(142, 'EUR'));
    expect(read({ fees: [] })?.providerFee).toBeNull();
    const foreign = { amount: inDinar('0.060'), taxAmount: inDinar('0') };
    expect(read({ fees: [fee, foreign] })?.providerFee).toBeNull();
  });

  it('case 3: knows when the authorization ends, where the platform says so', () => {
    const authorizationExpiresAt = '2026-11-29T09:00:00Z';
    expect(read({ authorizationExpiresAt })?.authorizationExpiresAt).toBe(
      Date.UTC(2026, 10, 29, 9),
    );
    expect(() => read({ authorizationExpiresAt: 'soon' })).toThrow(MalformedAnswer);
  });
});

describe('facts of a refund', () => {
  it('add up shipping over its lines, and leave out a duty that nobody knows any more', () => {
    const shipping = { subtotalAmountSet: paid('0.5'), taxAmountSet: paid('0.05') };
    expect(
      factsOfRefund({
        refundShippingLines: [shipping, shipping],
        duties: [{ amountSet: paid('0.4'), originalDuty: null }],
      }),
    ).toMatchObject({
      shipping: { amount: money(1_000, 'KWD'), tax: money(100, 'KWD') },
      duties: [],
    });
    expect(factsOfRefund({ duties: null })?.duties).toEqual([]);
  });

  it('count a duty that prices have inside for nothing', () => {
    const originalDuty = { id: 'gid://shopify/Duty/1', price: paid('0.4'), taxLines: [] };
    const duties = [{ amountSet: paid('0.4'), originalDuty }];
    expect(factsOfRefund({ duties })?.duties).toMatchObject([{ amount: money(400, 'KWD') }]);
    expect(factsOfRefund({ duties }, { dutiesIncluded: true })?.duties).toMatchObject([
      { amount: money(0, 'KWD') },
    ]);
  });

  it('case 65: say what became of each unit', () => {
    const refundLineItems = [
      {
        quantity: 2,
        restockType: 'NO_RESTOCK' as const,
        lineItem: { id: 'gid://shopify/LineItem/1' },
      },
    ];
    expect(factsOfRefund({ refundLineItems })?.lines).toEqual([
      { lineItemId: 'gid://shopify/LineItem/1', quantity: 2, restockType: 'NO_RESTOCK' },
    ]);
  });

  it('are refused without its time', () => {
    expect(() => factsOfRefund({ createdAt: null })).toThrow(MalformedAnswer);
  });
});
