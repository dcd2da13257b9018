import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import { policy, rule } from '../../../tests/support/facts/policies.ts';
import type { GiftCardId, LineItemId, TransactionId } from '../ids.ts';
import type { OrderFacts } from '../order/facts.ts';
import { asPlaced } from './as-placed.ts';
import type { Policy, Rule } from './document/policy.ts';
import { type Simulation, type SimulationSetup, emptySimulation, simulate } from './simulation.ts';

const version = (number: number, changes: Partial<Rule>): Policy =>
  policy({ version: number, rules: [rule(changes)] });
const setup = (draft: Policy, live = version(1, {}), askedAfterMinutes = 30): SimulationSetup => ({
  draft,
  live,
  assumption: { askedAfterMinutes, fulfillment: 'not_begun', earlierCancellations: 'none' },
});
const run = (asked: SimulationSetup, orders: readonly OrderFacts[]): Simulation =>
  simulate(emptySimulation(asked), asked, orders);

const GIFT = 'gid://shopify/LineItem/2' as LineItemId;
const withGift = order({
  lines: [
    lineItem({ total: eur(7_000) }),
    lineItem({ id: GIFT, isGiftCard: true, total: eur(3_000) }),
  ],
});
/** Packed, sent, partly returned and given back by now. */
const longGone = order({
  fulfillmentStatus: 'FULFILLED',
  returnStatus: 'IN_PROGRESS',
  cancelledAt: PLACED_AT + 1,
  disputes: [{ initiatedAs: 'CHARGEBACK', status: 'UNDER_REVIEW' }],
  currentTotal: bag(eur(0)),
  lines: [lineItem({ quantity: 2, currentQuantity: 1, unfulfilledQuantity: 0 })],
  fulfillmentOrders: [fulfillmentOrder({ status: 'CLOSED' })],
  transactions: [
    transaction(),
    transaction({ id: 'gid://shopify/OrderTransaction/2' as TransactionId, kind: 'REFUND' }),
  ],
  soldGiftCards: [
    {
      id: 'gid://shopify/GiftCard/1' as GiftCardId,
      lineItemId: 'gid://shopify/LineItem/1' as LineItemId,
      initialValue: eur(5_000),
      balance: eur(0),
      isEnabled: true,
    },
  ],
});

describe('a policy tried out on past orders', () => {
  it('counts what it allows, at once and by request, and why it refuses the rest', () => {
    const draft = version(2, {
      countries: ['DE', 'FR'],
      instant: { minutes: 20, cutOff: null, untilFulfillment: false },
      request: { minutes: 40, cutOff: null, untilFulfillment: false },
      exclusions: [
        { kind: 'gift_card', then: 'refuse', wording: null },
        { kind: 'order_tag', values: ['wholesale'], then: 'refuse', wording: null },
      ],
    });
    const orders = [
      order(),
      order({ countryCode: 'FR' }),
      withGift,
      order({ countryCode: 'US' }),
      order({ tags: ['wholesale'] }),
      order({ tags: ['wholesale'], isPointOfSale: true }),
    ];
    expect(run(setup(draft), orders)).toEqual({
      assumption: { askedAfterMinutes: 30, fulfillment: 'not_begun', earlierCancellations: 'none' },
      orders: 6,
      draft: { allowed: 3, automatic: 0, review: 3, onlyInPart: 1, fees: {} },
      live: { allowed: 5, automatic: 5, review: 0, onlyInPart: 0, fees: {} },
      newlyAllowed: 0,
      newlyRefused: 2,
      reasons: [
        { code: 'excluded', exclusion: 'order_tag', count: 2 },
        { code: 'no_rule_for_country', exclusion: null, count: 1 },
        { code: 'point_of_sale', exclusion: null, count: 1 },
      ],
    });
  });

  it('takes each buyer to ask so long after the order as was said', () => {
    const draft = version(2, { instant: { minutes: 60, cutOff: null, untilFulfillment: false } });
    const live = version(1, { instant: { minutes: 59, cutOff: null, untilFulfillment: false } });
    const late = order({ processedAt: PLACED_AT - 90 * 24 * 60 * 60_000 });
    expect(run(setup(draft, live, 60), [order(), late])).toMatchObject({
      draft: { allowed: 2 },
      live: { allowed: 0 },
      newlyAllowed: 2,
      newlyRefused: 0,
    });
    expect(run(setup(draft, live, 61), [order()]).reasons).toEqual([
      { code: 'window_closed', exclusion: null, count: 1 },
    ]);
  });

  it('judges orders as they were placed: what became of them since does not count', () => {
    const draft = version(2, { instant: { minutes: 60, cutOff: null, untilFulfillment: true } });
    const started = order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] });
    expect(run(setup(draft), [longGone, started]).draft).toMatchObject({
      allowed: 2,
      automatic: 2,
      onlyInPart: 0,
    });
  });

  it('asks as the buyer of each order: with an account, as a guest, for a company', () => {
    const orders = [
      order(),
      order({ customerId: null }),
      order({ company: { buyerIds: [], hasPaymentTerms: false } }),
    ];
    for (const who of ['customer', 'guest', 'company_buyer'] as const) {
      expect(run(setup(version(2, { who: [who] })), orders).draft.allowed).toBe(1);
    }
  });

  it('adds up fees of whole cancellations by currency', () => {
    const draft = version(2, { fee: { kind: 'percent', percent: 10, touches: 'goods' } });
    expect(run(setup(draft), [order(), order()]).draft.fees).toEqual({ EUR: 2_000 });
    expect(run(setup(draft), [order(), order()]).live.fees).toEqual({});
  });

  it('comes to the same in one go and page by page, and leaves what it was given alone', () => {
    const asked = setup(version(2, { what: 'whole_order', countries: ['DE'] }));
    const orders = [order(), withGift, order({ countryCode: 'FR' }), longGone, order()];
    const empty = emptySimulation(asked);
    const pages = orders.reduce((sum, each) => simulate(sum, asked, [each]), empty);
    expect(pages).toEqual(run(asked, orders));
    expect(empty).toEqual(emptySimulation(asked));
  });
});

describe('an order as it was placed', () => {
  it('has all its units, no work and no way back of any money', () => {
    expect(asPlaced(longGone)).toMatchObject({
      cancelledAt: null,
      disputes: [],
      fulfillmentStatus: 'UNFULFILLED',
      returnStatus: 'NO_RETURN',
      currentTotal: bag(eur(10_000)),
      outstanding: eur(0),
      lines: [{ quantity: 2, currentQuantity: 2, unfulfilledQuantity: 2 }],
      fulfillmentOrders: [],
      refunds: [],
      soldGiftCards: [{ balance: eur(5_000) }],
    });
    expect(asPlaced(longGone).transactions.map(({ kind }) => kind)).toEqual(['SALE']);
  });

  it('owes what was not captured', () => {
    const authorized = order({ transactions: [transaction({ kind: 'AUTHORIZATION' })] });
    expect(asPlaced(authorized).outstanding).toEqual(eur(10_000));
  });
});
