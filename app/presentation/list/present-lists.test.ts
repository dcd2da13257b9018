import { describe, expect, it } from 'vitest';

import type { OrderList } from '../../application/order/list-orders.ts';
import type { OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { firstPage } from './list-query.ts';
import { ORDER_LIST } from '../../application/order/order-search.ts';
import { presentOrderList } from './present-lists.ts';
import { messagesIn } from '../../messages/messages.ts';

type Item = OrderList['page']['items'][number];

/** The one row of a list of one order. */
function row(changes: Partial<Item>, cancellationStatus: Item['cancellationStatus'] = null) {
  const order: Item = {
    id: 'gid://shopify/Order/5001' as OrderId,
    name: '#1042',
    customerId: null,
    customerName: null,
    email: null,
    createdAt: 0,
    updatedAt: 0,
    cancelledAt: null,
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    total: money(10_000, 'EUR'),
    cancelledInPart: false,
    cancellationStatus,
    ...changes,
  };
  const page = { items: [order], previous: null, next: null, searched: 'all' } as const;
  const list = { page, complete: true, unreadable: [] };
  const [shown] = presentOrderList(list, firstPage(ORDER_LIST), messagesIn('en', 'staff')).orders;
  if (!shown) throw new Error('The list shows no order');
  return shown;
}

describe('a row of the order list', () => {
  it('of a cancelled order waits neither for fulfillment nor for a payment', () => {
    const cancelled = row({ cancelledAt: 1, financialStatus: 'PENDING' });
    expect(cancelled.state.label).toBe('Cancelled');
    expect([cancelled.financialStatus, cancelled.fulfillmentStatus]).toEqual([null, null]);
  });

  it('of an order that lost a part says so in every column, until the whole of it is cancelled', () => {
    const lostPart = row(
      { cancelledInPart: true, financialStatus: 'PARTIALLY_REFUNDED' },
      'completed',
    );
    expect(lostPart.state.label).toBe('Partly cancelled');
    expect(lostPart.cancellation?.statusLabel).toBe('Partly cancelled');
    expect(lostPart.cancellation?.tone).toBe(lostPart.state.tone);
    expect(lostPart.fulfillmentStatus).toBe('UNFULFILLED');
    const whole = row(
      { cancelledInPart: true, cancelledAt: 1, financialStatus: 'REFUNDED' },
      'completed',
    );
    expect(whole.state.label).toBe('Cancelled');
    expect(whole.cancellation?.statusLabel).toBe('Cancelled');
  });
});
