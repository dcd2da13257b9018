import fc from 'fast-check';
import { PLACED_AT, eur, fulfillmentOrder, lineItem, order, transaction } from './order-facts.ts';
import { judged as judgedBy, policy, rule } from './policies.ts';
import type { FulfillmentOrderId, GiftCardId, LineItemId } from '../../../app/domain/ids.ts';
import type { LineItemFacts, OrderFacts } from '../../../app/domain/order/facts.ts';
import type { Selection } from '../../../app/domain/refund/goods/selection.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { evaluate } from '../../../app/domain/policy/evaluation/evaluate.ts';
import { type Asking } from '../../../app/domain/policy/evaluation/evaluation.ts';
import type { Policy, Rule } from '../../../app/domain/policy/document/policy.ts';

export const KETTLE = 'gid://shopify/LineItem/1' as LineItemId;

export const TEA = 'gid://shopify/LineItem/2' as LineItemId;

export const asking = (changes: Partial<Asking> = {}): Asking => ({
  buyer: 'customer',
  now: PLACED_AT,
  recentCancellations: 0,
  ...changes,
});

export const oneRule = (changes: Partial<Rule>): Policy => policy({ rules: [rule(changes)] });

export const codes = (refusals: readonly { readonly code: string }[]): string[] =>
  refusals.map(({ code }) => code);
export const against = (
  policy: Policy,
  facts: OrderFacts,
  changes: Partial<Asking> = {},
): string[] => codes(evaluate(policy, facts, asking(changes)).refusals);
export const part = (...lines: readonly (readonly [LineItemId, number])[]): Selection => ({
  kind: 'lines',
  lines: lines.map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
});

export const judged = (
  policy: Policy,
  facts: OrderFacts,
  selection: Selection,
  changes: Partial<Asking> = {},
) => judgedBy(evaluate(policy, facts, asking(changes)), facts, selection);

/** A kettle and three packs of tea, each on a fulfillment order of its own. */
export const twoLines = (
  changes: Partial<OrderFacts> = {},
  tea: Partial<LineItemFacts> = {},
): OrderFacts =>
  order({
    lines: [
      lineItem({ total: eur(7_000) }),
      lineItem({ id: TEA, title: 'Tea', quantity: 3, total: eur(3_000), ...tea }),
    ],
    fulfillmentOrders: [
      workOn(KETTLE, {}),
      workOn(TEA, { id: 'gid://shopify/FulfillmentOrder/2' as FulfillmentOrderId }),
    ],
    ...changes,
  });
export const workOn = (
  lineItemId: LineItemId,
  changes: Partial<OrderFacts['fulfillmentOrders'][number]>,
) => fulfillmentOrder({ lines: [{ lineItemId, remainingQuantity: 3 }], ...changes });

/** Orders in every state that the rules look at. */
export function anyOrder(): fc.Arbitrary<OrderFacts> {
  return fc
    .record({
      sent: fc.integer({ min: 0, max: 3 }),
      removed: fc.integer({ min: 0, max: 3 }),
      isGiftCard: fc.boolean(),
      balance: fc.integer({ min: 0, max: 3_000 }),
      status: fc.constantFrom('OPEN', 'IN_PROGRESS', 'CLOSED'),
      requestStatus: fc.constantFrom('UNSUBMITTED', 'ACCEPTED', 'CANCELLATION_REJECTED'),
      deliveryMethod: fc.constantFrom('SHIPPING', 'PICK_UP'),
      returnStatus: fc.constantFrom('NO_RETURN', 'IN_PROGRESS'),
      countryCode: fc.constantFrom('DE', 'FR', null),
      isPointOfSale: fc.boolean(),
      isCompany: fc.boolean(),
      isPending: fc.boolean(),
      isBundle: fc.boolean(),
      isEditable: fc.boolean(),
      owed: fc.constantFrom(0, 10_000),
    })
    .map(({ status, requestStatus, deliveryMethod, ...made }) => {
      const group = made.isBundle ? { id: 'g', title: 'Set' } : null;
      const currentQuantity = 3 - made.removed;
      return twoLines(
        {
          lines: [
            lineItem({ total: eur(7_000), group }),
            lineItem({
              id: TEA,
              quantity: 3,
              currentQuantity,
              unfulfilledQuantity: Math.max(0, currentQuantity - made.sent),
              total: eur(3_000),
              isGiftCard: made.isGiftCard,
              group,
            }),
          ],
          fulfillmentOrders: [
            workOn(KETTLE, {}),
            workOn(TEA, { status, requestStatus, deliveryMethod }),
          ],
          returnStatus: made.returnStatus,
          countryCode: made.countryCode,
          isPointOfSale: made.isPointOfSale,
          company: made.isCompany ? { buyerIds: [], hasPaymentTerms: false } : null,
          transactions: [transaction({ status: made.isPending ? 'PENDING' : 'SUCCESS' })],
          isEditable: made.isEditable,
          outstanding: eur(made.owed),
          soldGiftCards: made.isGiftCard
            ? [
                {
                  id: 'gid://shopify/GiftCard/1' as GiftCardId,
                  lineItemId: TEA,
                  initialValue: eur(3_000),
                  balance: eur(made.balance),
                  isEnabled: true,
                },
              ]
            : [],
        },
        {},
      );
    });
}

export function anyPolicy(): fc.Arbitrary<Policy> {
  const anyWindow = fc.option(
    fc.record({
      minutes: fc.option(fc.integer({ min: 1, max: 300 })),
      cutOff: fc.constantFrom(null, '10:00', '14:30'),
      untilFulfillment: fc.boolean(),
    }),
  );
  return fc
    .record({
      enabled: fc.boolean(),
      what: fc.constantFrom('whole_order', 'lines', 'quantities'),
      countries: fc.constantFrom<string[]>([], ['DE']),
      instant: anyWindow,
      request: anyWindow,
      giftCards: fc.constantFrom(null, 'refuse', 'review'),
      reviewAbove: fc.constantFrom(null, { EUR: '50' }),
      limited: fc.constantFrom(null, 'refuse', 'review'),
    })
    .map(({ enabled, giftCards, limited, ...changes }) =>
      policy({
        enabled,
        rules: [
          rule({
            ...changes,
            exclusions: giftCards ? [{ kind: 'gift_card', then: giftCards, wording: null }] : [],
          }),
        ],
        limit: limited ? { cancellations: 2, days: 30, then: limited, exemptTag: null } : null,
      }),
    );
}

export function anyAsking(): fc.Arbitrary<Asking> {
  return fc.record({
    buyer: fc.constantFrom('customer', 'guest', 'company_buyer'),
    now: fc.integer({ min: 0, max: 400 }).map((minutes) => PLACED_AT + minutes * MINUTE),
    recentCancellations: fc.integer({ min: 0, max: 3 }),
  });
}
