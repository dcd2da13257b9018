import { describe, expect, it } from 'vitest';

import type { CustomerId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { mergeReport } from './merge-report.ts';
import type { OrderSnapshot } from '../order/ports.ts';

const T = Date.UTC(2026, 10, 29, 22, 0, 0);

const order = (changes: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  id: 'gid://shopify/Order/1042' as OrderId,
  name: '#1042',
  customerId: 'gid://shopify/Customer/7' as CustomerId,
  customerName: 'Casey Doe',
  email: 'casey@example.com',
  createdAt: T - 60_000,
  updatedAt: T,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: money(5_920, 'EUR'),
  ...changes,
});

describe('case 53: a webhook that comes late', () => {
  const refunded = order({ financialStatus: 'REFUNDED', cancelledAt: T });

  it('of the same second changes nothing by itself, and has the order read', () => {
    expect(mergeReport(refunded, order())).toEqual({ store: null, inDoubt: true });
    expect(mergeReport(order(), refunded)).toEqual({ store: null, inDoubt: true });
  });

  it('of the same second that says what is known asks for nothing', () => {
    expect(mergeReport(refunded, refunded)).toEqual({ store: null, inDoubt: false });
  });

  it('of an earlier second is over', () => {
    const earlier = order({ updatedAt: T - 1_000 });
    expect(mergeReport(refunded, earlier)).toEqual({ store: null, inDoubt: false });
  });

  it('of a later second is believed', () => {
    const later = order({ updatedAt: T + 1_000, financialStatus: 'REFUNDED' });
    expect(mergeReport(order(), later)).toEqual({ store: later, inDoubt: false });
  });
});

describe('what a webhook cannot say', () => {
  it.each(['IN_PROGRESS', 'ON_HOLD', 'SCHEDULED', 'REQUEST_DECLINED'])(
    'erases nothing: %s stays until the order was read',
    (fulfillmentStatus) => {
      const later = order({ updatedAt: T + 1_000 });
      expect(mergeReport(order({ fulfillmentStatus }), later)).toEqual({
        store: { ...later, fulfillmentStatus },
        inDoubt: true,
      });
    },
  );

  it('gives way to what it can: work that was held and is sent is sent', () => {
    const sent = order({ updatedAt: T + 1_000, fulfillmentStatus: 'FULFILLED' });
    expect(mergeReport(order({ fulfillmentStatus: 'ON_HOLD' }), sent)).toEqual({
      store: sent,
      inDoubt: false,
    });
    // A fulfillment that was cancelled again leaves the order unfulfilled.
    const back = order({ updatedAt: T + 2_000 });
    expect(mergeReport(sent, back)).toEqual({ store: back, inDoubt: false });
  });

  it('leaves the customer that is known', () => {
    const bare = order({
      updatedAt: T + 1_000,
      customerId: null,
      customerName: null,
      email: null,
    });
    expect(mergeReport(order(), bare).store).toMatchObject({
      customerName: 'Casey Doe',
      email: 'casey@example.com',
    });
  });
});
