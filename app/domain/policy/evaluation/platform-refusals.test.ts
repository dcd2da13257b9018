import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { policy } from '../../../../tests/support/facts/policies.ts';
import type { LineItemId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { evaluate, platformRefusals } from './evaluate.ts';
import {
  KETTLE,
  TEA,
  asking,
  codes,
  against,
  part,
  judged,
  twoLines,
  workOn,
} from '../../../../tests/support/facts/evaluations.ts';

describe('an order that only the shop can take back', () => {
  it.each(['NEEDS_RESPONSE', 'UNDER_REVIEW'] as const)(
    'case 25: is one in dispute: %s',
    (status) => {
      const facts = twoLines({ disputes: [{ initiatedAs: 'INQUIRY', status }] });
      expect(against(policy(), facts)).toEqual(['dispute_open']);
      expect(judged(policy(), facts, part([TEA, 1])).refusals).toEqual([{ code: 'dispute_open' }]);
      expect(platformRefusals(facts, { kind: 'order' })).toEqual([]);
    },
  );

  it('case 25: is not one whose dispute is over', () => {
    expect(
      against(policy(), order({ disputes: [{ initiatedAs: 'CHARGEBACK', status: 'WON' }] })),
    ).toEqual([]);
  });

  it('case 40: is one that was sold over the counter', () => {
    const sold = order({ isPointOfSale: true });
    expect(against(policy(), sold)).toEqual(['point_of_sale']);
    expect(platformRefusals(sold, { kind: 'order' })).toEqual([]);
  });

  it.each(['PICK_UP', 'LOCAL'] as const)(
    'case 40: is one that is ready for the customer: %s',
    (deliveryMethod) => {
      const ready = twoLines({
        fulfillmentOrders: [
          workOn(KETTLE, { deliveryMethod, status: 'IN_PROGRESS' }),
          workOn(TEA, {}),
        ],
      });
      const evaluation = evaluate(policy(), ready, asking());
      expect(codes(evaluation.againstWholeOrder)).toEqual(['ready_for_pickup']);
      expect(evaluation.lines.map((line) => line.cancellable)).toEqual([0, 3]);
      const waiting = order({ fulfillmentOrders: [fulfillmentOrder({ deliveryMethod })] });
      expect(against(policy(), waiting)).toEqual([]);
      const shipped = order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] });
      expect(against(policy(), shipped)).toEqual([]);
    },
  );
});

describe('what the platform refuses, whoever asks', () => {
  it('is nothing of a fresh order, whatever the policy says', () => {
    expect(platformRefusals(order(), { kind: 'order' })).toEqual([]);
    expect(platformRefusals(twoLines(), part([TEA, 3]))).toEqual([]);
  });

  it.each<readonly [string, Partial<OrderFacts>, string]>([
    ['cancelled', { cancelledAt: PLACED_AT }, 'already_cancelled'],
    ['sent', { fulfillmentStatus: 'FULFILLED' }, 'already_fulfilled'],
    ['partly sent', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }, 'partly_fulfilled'],
    [
      'about to be sent: a label was bought and can still be voided',
      { fulfillmentStatus: 'FULFILLED', shipments: [{ stage: 'label_bought' }] },
      'label_bought',
    ],
    [
      'sent in one parcel and about to be in another',
      {
        fulfillmentStatus: 'PARTIALLY_FULFILLED',
        shipments: [{ stage: 'label_bought' }, { stage: 'picked_up' }],
      },
      'partly_fulfilled',
    ],
    ['being returned (case 43)', { returnStatus: 'IN_PROGRESS' }, 'active_return'],
    ['asked to be returned (case 43)', { returnStatus: 'RETURN_REQUESTED' }, 'active_return'],
  ])('is the cancel of an order that is %s', (_, changes, code) => {
    expect(codes(platformRefusals(order(changes), { kind: 'order' }))).toEqual([code]);
  });

  it('case 43: a return is shown before the click, and the parts that were not sent stay open', () => {
    const facts = twoLines({ returnStatus: 'IN_PROGRESS' });
    expect(codes(evaluate(policy(), facts, asking()).againstWholeOrder)).toEqual(['active_return']);
    expect(platformRefusals(facts, part([TEA, 1]))).toEqual([]);
  });

  it('case 23: is a part while a payment is pending, and not the whole', () => {
    const pending = twoLines({ transactions: [transaction({ status: 'PENDING' })] });
    expect(codes(platformRefusals(pending, part([TEA, 1])))).toEqual(['payment_pending']);
    expect(platformRefusals(pending, { kind: 'order' })).toEqual([]);
  });

  it('is units that are not there, and lines of other orders', () => {
    expect(platformRefusals(twoLines(), part([TEA, 4]))).toEqual([
      { code: 'too_many_units', lineItemId: TEA, available: 3 },
    ]);
    const unknown = 'gid://shopify/LineItem/9' as LineItemId;
    expect(codes(platformRefusals(twoLines(), part([unknown, 1])))).toEqual([
      'selection_malformed',
    ]);
  });
});
