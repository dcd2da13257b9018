import { describe, expect, it } from 'vitest';

import type { BulkSeen } from '../../application/bulk/read-bulk.ts';
import type { BulkOrder } from '../../domain/bulk/bulk.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { messagesIn } from '../../messages/messages.ts';
import { OWNER } from '../../../tests/support/facts/staff-access.ts';
import { bulkCsv } from './bulk-csv.ts';
import { countsOf, presentBulk } from './present-bulk.ts';
import { policy } from '../../../tests/support/facts/policies.ts';
import { ok } from '../../domain/result.ts';

const acting = { actor: { kind: 'staff', staffId: '1' }, channel: 'app', access: OWNER } as const;
const orderId = (position: number) => `gid://shopify/Order/900719925474099${position}` as OrderId;
const orderOf = (position: number, changes: Partial<BulkOrder>): BulkOrder => ({
  position,
  orderId: orderId(position),
  orderName: `#00${position}`,
  cancellationId: `c${position}` as CancellationId,
  status: 'planned',
  plan: {
    withRefund: { ok: true, amount: money(4_250, 'EUR') },
    withoutRefund: { ok: true, amount: money(0, 'EUR') },
    known: null,
  },
  refusals: [],
  ...changes,
});

const seen: BulkSeen = {
  bulk: {
    id: 'b',
    number: 7,
    state: 'stopped',
    created: { ...acting, at: 0 },
    confirmed: {
      ...acting,
      at: 0,
      choice: {
        issueRefund: true,
        restock: true,
        reason: 'CUSTOMER',
        notify: false,
        noteToCustomer: '',
        internalNote: '',
      },
    },
    stopped: { actor: acting.actor, at: 1 },
    paused: null,
    finishedAt: 1,
  },
  orders: [
    orderOf(1, { status: 'opened' }),
    orderOf(2, { status: 'opened' }),
    orderOf(3, { status: 'already', plan: null, refusals: [{ code: 'already_cancelled' }] }),
    orderOf(4, { status: 'refused', orderName: '=1+1,"x"', refusals: [{ code: 'active_return' }] }),
    orderOf(5, {
      status: 'refused',
      orderName: null,
      plan: null,
      refusals: [{ code: 'order_not_found' }],
    }),
    orderOf(6, { status: 'not_reached' }),
  ],
  statuses: new Map([
    [orderId(1), 'completed'],
    [orderId(2), 'needs_attention'],
  ]),
};
const messages = messagesIn('en', 'staff');

describe('case 124: the results of a bulk as a file', () => {
  const lines = bulkCsv(seen, messages).trimEnd().split('\r\n');

  it('has a line for each chosen order, in their order, also for those that were not reached', () => {
    expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual([
      'completed',
      'needs_attention',
      'already',
      // One further: the name before it has a comma of its own.
      '9007199254740994',
      'refused',
      'not_reached',
    ]);
    expect(lines[1]).toMatch(/^#001,9007199254740991,completed,.*,42\.50,EUR,,$/);
    expect(lines[6]).toContain('not_reached');
  });

  it('case 127: keeps amounts numbers, and texts that look like formulas texts', () => {
    expect(lines[4]).toMatch(/^"'=1\+1,""x""",/);
    expect(lines[4]).toContain('active_return');
  });
});

it('the numbers of a bulk are of where each order is now', () => {
  expect(countsOf(seen)).toEqual({
    ...{ all: 6, waiting: 0, planned: 0, underWay: 0, done: 2 },
    ...{ needAttention: 1, refused: 2, notReached: 1 },
  });
});

it('says of an order that the shop does not have nothing but its number', () => {
  const reader = { policy: policy(), access: ok(OWNER), ownMail: true };
  const view = presentBulk(seen, reader, messages);
  expect(view.orders[4]).toMatchObject({ name: '9007199254740995', withRefund: null });
  expect(view.withRefund.amounts).toEqual(['€85.00']);
});
