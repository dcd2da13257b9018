import { describe, expect, it } from 'vitest';

import {
  ORDER_STATES,
  type OrderStateFacts,
  ORDER_STATE_TABLE,
  fulfillmentToShow,
  orderStateOf,
  paymentToShow,
} from './order-state.ts';

const order = (changes: Partial<OrderStateFacts> = {}): OrderStateFacts => ({
  cancelledAt: null,
  cancelledInPart: false,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  ...changes,
});

describe('the state of an order', () => {
  it.each<[string, Partial<OrderStateFacts>, string]>([
    ['awaits its payment', { financialStatus: 'PENDING' }, 'pending'],
    ['awaits its work', {}, 'pending'],
    ['is on hold', { fulfillmentStatus: 'ON_HOLD' }, 'pending'],
    ['has a status that is new', { fulfillmentStatus: 'SOMETHING_NEW' }, 'pending'],
    ['has none', { financialStatus: null, fulfillmentStatus: null }, 'pending'],
    ['is in preparation', { fulfillmentStatus: 'IN_PROGRESS' }, 'processing'],
    ['is sent in part', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }, 'processing'],
    ['is sent', { fulfillmentStatus: 'FULFILLED' }, 'completed'],
    ['has nothing to be sent', { fulfillmentStatus: 'FULFILLMENT_NOT_REQUIRED' }, 'completed'],
    [
      'has nothing to be sent and is not paid',
      { fulfillmentStatus: 'FULFILLMENT_NOT_REQUIRED', financialStatus: 'PENDING' },
      'pending',
    ],
    ['has a payment that expired', { financialStatus: 'EXPIRED' }, 'failed'],
    ['was refused by the warehouse', { fulfillmentStatus: 'REQUEST_DECLINED' }, 'failed'],
    ['is cancelled', { cancelledAt: 1, financialStatus: 'REFUNDED' }, 'cancelled'],
    [
      'is cancelled and was paid by nobody',
      { cancelledAt: 1, financialStatus: 'VOIDED' },
      'cancelled',
    ],
    ['is cancelled after a part was', { cancelledAt: 1, cancelledInPart: true }, 'cancelled'],
    ['was put back on the shelf', { fulfillmentStatus: 'RESTOCKED' }, 'cancelled'],
    [
      'lost a part',
      { cancelledInPart: true, financialStatus: 'PARTIALLY_REFUNDED' },
      'partly_cancelled',
    ],
    [
      'lost a part and sent the rest',
      { cancelledInPart: true, fulfillmentStatus: 'FULFILLED' },
      'partly_cancelled',
    ],
    [
      'lost a part and failed',
      { cancelledInPart: true, fulfillmentStatus: 'REQUEST_DECLINED' },
      'failed',
    ],
  ])('that %s', (_what, changes, state) => {
    expect(orderStateOf(order(changes))).toBe(state);
  });

  it('is one of those that the table names, and the table names them all', () => {
    expect(new Set(ORDER_STATE_TABLE.map(({ state }) => state))).toEqual(new Set(ORDER_STATES));
  });
});

describe('the fulfillment of an order that is over', () => {
  it.each(['UNFULFILLED', 'ON_HOLD', 'IN_PROGRESS', 'OPEN', 'SCHEDULED'])(
    'is not to come: %s',
    (fulfillmentStatus) => {
      expect(fulfillmentToShow(order({ cancelledAt: 1, fulfillmentStatus }))).toBeNull();
      expect(fulfillmentToShow(order({ fulfillmentStatus }))).toBe(fulfillmentStatus);
    },
  );

  it('is what was sent before', () => {
    const sent = order({ cancelledAt: 1, fulfillmentStatus: 'FULFILLED' });
    expect(fulfillmentToShow(sent)).toBe('FULFILLED');
  });
});

describe('the payment of an order that is over', () => {
  it('is not waited for', () => {
    const unpaid = { financialStatus: 'PENDING' };
    expect(paymentToShow(order({ cancelledAt: 1, ...unpaid }))).toBeNull();
    expect(paymentToShow(order(unpaid))).toBe('PENDING');
  });

  it.each(['PAID', 'AUTHORIZED', 'PARTIALLY_PAID', 'REFUNDED', 'VOIDED'])(
    'is what is there or was: %s',
    (financialStatus) => {
      expect(paymentToShow(order({ cancelledAt: 1, financialStatus }))).toBe(financialStatus);
    },
  );
});
