import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/money.ts';
import type { CurrencyCode } from '../../admin-api.generated.ts';
import { orderFacts, type Surroundings } from './order-facts.ts';
import { MalformedAnswer } from '../../client/platform-error.ts';
import type { WholeLineItem, WholeOrder } from './whole-order.ts';

const inDinar = (amount: string) => ({ amount, currencyCode: 'KWD' as CurrencyCode });

const inEuro = (amount: string) => ({ amount, currencyCode: 'EUR' as CurrencyCode });

const paid = (amount: string) => ({ presentmentMoney: inDinar(amount) });

const both = (amount: string, shop: string) => ({ ...paid(amount), shopMoney: inEuro(shop) });

function line(changes: Partial<WholeLineItem> = {}): WholeLineItem {
  return {
    id: 'gid://shopify/LineItem/1',
    title: 'Enamel kettle',
    variantTitle: null,
    quantity: 3,
    currentQuantity: 3,
    unfulfilledQuantity: 3,
    nonFulfillableQuantity: 0,
    isGiftCard: false,
    requiresShipping: true,
    restockable: true,
    image: null,
    customAttributes: [],
    originalUnitPriceSet: paid('1.335'),
    discountAllocations: [],
    taxLines: [],
    duties: [],
    sellingPlan: null,
    lineItemGroup: null,
    product: null,
    variant: { inventoryItem: { id: 'gid://shopify/InventoryItem/1', tracked: true } },
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

const factsOfLine = (changes: Partial<WholeLineItem> = {}, of: Partial<WholeOrder> = {}) =>
  facts({ lineItems: [line(changes)], ...of }).lines[0];

describe('facts of an order', () => {
  it('case 17: are exact in currencies of three decimals, negative amounts too', () => {
    const { total, outstanding } = facts();
    expect(total).toEqual({ presentment: money(4_005, 'KWD'), shop: money(1_197, 'EUR') });
    expect(outstanding).toEqual(money(-500, 'KWD'));
  });

  it('are refused rather than rounded when an amount is finer than its currency', () => {
    expect(() => facts({ totalTipReceivedSet: paid('0.0001') })).toThrow(MalformedAnswer);
  });

  it('say nothing of a customer, an address, a channel or a company that there is not', () => {
    expect(facts()).toMatchObject({
      customerId: null,
      customerTags: [],
      company: null,
      countryCode: null,
      salesChannel: null,
      isPointOfSale: false,
    });
    expect(facts({ displayAddress: { countryCodeV2: null } }).countryCode).toBeNull();
  });

  it('case 40: are of the Point of Sale by the source’s name too, when the location is gone', () => {
    expect(facts({ sourceName: 'pos' }).isPointOfSale).toBe(true);
    expect(facts({ sourceName: 'web' }).isPointOfSale).toBe(false);
  });

  it('case 51: take the highest risk of all assessments, and an unfinished one over none', () => {
    const level = (...levels: ('NONE' | 'PENDING' | 'LOW' | 'MEDIUM' | 'HIGH')[]) =>
      facts({
        risk: {
          recommendation: 'INVESTIGATE',
          assessments: levels.map((riskLevel) => ({ riskLevel })),
        },
      }).risk.level;
    expect(level()).toBe('NONE');
    expect(level('PENDING', 'NONE')).toBe('PENDING');
    expect(level('LOW', 'HIGH', 'MEDIUM')).toBe('HIGH');
  });

  it('case 49: name a buyer with two roles once', () => {
    const role = (number: number) => ({
      companyContact: { customer: { id: `gid://shopify/Customer/${number}` } },
    });
    expect(facts({ companyRoles: [role(1), role(2), role(1)] }).company).toEqual({
      buyerIds: ['gid://shopify/Customer/1', 'gid://shopify/Customer/2'],
      hasPaymentTerms: false,
    });
  });

  it('count a fee with the tax on it', () => {
    const fee = { price: paid('1.000'), taxLines: [{ priceSet: paid('0.05') }] };
    expect(facts({ additionalFees: [fee, fee] }).additionalFees).toEqual(money(2_100, 'KWD'));
  });
});

describe('case 70: cash rounding', () => {
  it('is what was added to payments and has not gone back', () => {
    const totalCashRoundingAdjustment = { paymentSet: paid('0.005'), refundSet: paid('0.002') };
    expect(facts({ totalCashRoundingAdjustment }).cashRounding).toEqual(money(3, 'KWD'));
    expect(facts().cashRounding).toEqual(money(0, 'KWD'));
  });
});

describe('case 70: a tip that is a line item too', () => {
  const tipLine = (changes: Partial<WholeLineItem> = {}): WholeLineItem =>
    line({
      id: 'gid://shopify/LineItem/9',
      title: 'Tip',
      quantity: 1,
      currentQuantity: 1,
      unfulfilledQuantity: 0,
      nonFulfillableQuantity: 1,
      requiresShipping: false,
      originalUnitPriceSet: paid('1.500'),
      product: null,
      variant: null,
      ...changes,
    });
  const tipped = (changes: Partial<WholeLineItem>, more: readonly WholeLineItem[] = []) =>
    facts({
      totalTipReceivedSet: paid('1.500'),
      lineItems: [line(), ...more, tipLine(changes)],
    });

  it.each([
    ['without units to be fulfilled', {}],
    ['with one', { unfulfilledQuantity: 1 }],
    ['with one that could be', { unfulfilledQuantity: 1, nonFulfillableQuantity: 0 }],
  ])('is the tip and no goods, %s', (_how, changes) => {
    const { tip, lines } = tipped(changes);
    expect(tip).toEqual(money(1_500, 'KWD'));
    expect(lines.map(({ title }) => title)).toEqual(['Enamel kettle']);
  });

  it('is no tip any more once it went back as a line', () => {
    const { tip, lines } = tipped({ currentQuantity: 0 });
    expect(tip).toEqual(money(0, 'KWD'));
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['a shipped one', { requiresShipping: true }],
    ['a gift card', { isGiftCard: true }],
    ['another price', { originalUnitPriceSet: paid('1.400') }],
    [
      'a variant',
      { variant: { inventoryItem: { id: 'gid://shopify/InventoryItem/2', tracked: true } } },
    ],
  ])('is not taken for what a line is with %s', (_what, changes) => {
    expect(tipped(changes).lines).toHaveLength(2);
    expect(tipped(changes).tip).toEqual(money(1_500, 'KWD'));
  });

  it('is told from an item without a product that costs as much', () => {
    const custom = tipLine({
      id: 'gid://shopify/LineItem/8',
      title: 'Wrapping',
      nonFulfillableQuantity: 0,
    });
    expect(tipped({}, [custom]).lines.map(({ title }) => title)).toEqual([
      'Enamel kettle',
      'Wrapping',
    ]);
  });

  it('is not looked for on an order without a tip', () => {
    const none = facts({
      totalTipReceivedSet: paid('0.000'),
      lineItems: [tipLine({ originalUnitPriceSet: paid('0.000') })],
    });
    expect(none.lines).toHaveLength(1);
    expect(none.tip).toEqual(money(0, 'KWD'));
  });
});

describe('facts of a line', () => {
  it('case 18: cost what its units cost less its share of every discount', () => {
    const allocation = (amount: string, index: number, name: object) => ({
      allocatedAmountSet: paid(amount),
      discountApplication: { index, targetSelection: 'ALL' as const, title: '', ...name },
    });
    const read = factsOfLine({
      discountAllocations: [
        allocation('0.5', 0, { title: 'Autumn' }),
        allocation('0.005', 1, { code: 'TENOFF' }),
      ],
    });
    expect(read?.total).toEqual(money(3_500, 'KWD'));
    expect(read?.discounts).toEqual([
      { index: 0, title: 'Autumn', amount: money(500, 'KWD'), targetSelection: 'ALL' },
      { index: 1, title: 'TENOFF', amount: money(5, 'KWD'), targetSelection: 'ALL' },
    ]);
  });

  it('of a product that was deleted has no tags, and goes back on no shelf', () => {
    expect(factsOfLine({ product: null, variant: null })).toMatchObject({
      productId: null,
      productTags: [],
      productType: null,
      collectionIds: [],
      inventoryItemId: null,
      isRestockable: false,
    });
  });

  it('case 37: names what stock counts, and nothing that it does not', () => {
    const item = { id: 'gid://shopify/InventoryItem/1', tracked: false };
    expect(factsOfLine()).toMatchObject({ inventoryItemId: item.id, isRestockable: true });
    expect(factsOfLine({ variant: { inventoryItem: item } })).toMatchObject({
      inventoryItemId: null,
      isRestockable: false,
    });
    expect(factsOfLine({ restockable: false })?.isRestockable).toBe(false);
  });

  it('case 50: counts as a subscription when its plan is gone or says nothing', () => {
    const kind = (sellingPlanId: string | null) =>
      factsOfLine({ sellingPlan: { sellingPlanId } })?.sellingPlan;
    expect(kind('gid://shopify/SellingPlan/1')).toBe('PRE_ORDER');
    expect(kind('gid://shopify/SellingPlan/2')).toBe('SUBSCRIPTION');
    expect(kind('gid://shopify/SellingPlan/3')).toBe('SUBSCRIPTION');
    expect(kind(null)).toBe('SUBSCRIPTION');
    expect(factsOfLine()?.sellingPlan).toBeNull();
  });

  it('has no product type where the merchant wrote none', () => {
    const product = { id: 'gid://shopify/Product/1', tags: [], collections: [] };
    expect(factsOfLine({ product: { ...product, productType: '' } })?.productType).toBeNull();
    expect(factsOfLine({ product: { ...product, productType: 'Tea' } })?.productType).toBe('Tea');
  });

  it('has duties that add their price and tax, or only tax when prices have them inside', () => {
    const duty = {
      id: 'gid://shopify/Duty/1',
      price: paid('0.4'),
      taxLines: [{ priceSet: paid('0.02') }, { priceSet: paid('0.01') }],
    };
    const [onTop] = factsOfLine({ duties: [duty] })?.duties ?? [];
    expect(onTop).toMatchObject({ amount: money(400, 'KWD'), tax: money(30, 'KWD') });
    const [inside] = factsOfLine({ duties: [duty] }, { dutiesIncluded: true })?.duties ?? [];
    expect(inside).toMatchObject({ amount: money(0, 'KWD'), tax: money(30, 'KWD') });
  });
});
