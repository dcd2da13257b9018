import { describe, expect, it } from 'vitest';

import { wasTold } from '../effects/tell.ts';
import {
  Case,
  STAFF,
  count,
  half,
  acceptedWork,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { PLACED_AT, bag, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../ids.ts';
import { DAY, MINUTE, SECOND } from '../../time.ts';
import { next } from './next.ts';

describe('a cancellation', () => {
  it('holds, cancels with the whole refund, tells and completes', () => {
    const done = new Case({ facts: order() }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'cancel', 'tell']);
  });

  it('cancels before it refunds another amount than everything', () => {
    const done = new Case({ facts: order(), choice: half, by: 'staff' }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'refund', 'tell']);
    expect(done.state.status).toBe('completed');
  });

  it('leaves writing to Shopify or to nobody when the plan says so', () => {
    for (const teller of ['shopify', 'nobody'] as const) {
      expect(new Case({ facts: order(), teller }).run().performed).not.toContain('tell');
    }
  });

  it('holds fulfillment while a request waits for review, and no money moves', () => {
    const waiting = new Case({ facts: order(), handling: 'review' });
    while (waiting.state.status !== 'in_review') waiting.step();
    expect(waiting.performed).toEqual(['hold']);
    const step = next(waiting.state, waiting.now);
    expect(step).toMatchObject({ do: 'wait', look: true });
    const deadline = waiting.state.request.reviewDeadline ?? 0;
    expect(next(waiting.state, deadline - MINUTE)).toEqual({
      do: 'wait',
      until: deadline,
      look: false,
    });
    expect(next(waiting.state, deadline)).toEqual({ do: 'command', command: { type: 'expire' } });
  });

  it('goes on from an approval and ends cancelled', () => {
    const approved = new Case({ facts: order(), handling: 'review' });
    while (approved.state.status !== 'in_review') approved.step();
    approved.command({
      type: 'approve',
      actor: STAFF,
      plan: approved.state.plan,
    });
    expect(approved.run().state.status).toBe('completed');
    expect(count(approved.performed, 'hold')).toBe(1);
  });

  it('releases its hold and tells the customer when staff decline', () => {
    const declined = new Case({ facts: order(), handling: 'review' });
    while (declined.state.status !== 'in_review') declined.step();
    declined.command({ type: 'decline', actor: STAFF, nextStep: 'return_it' });
    declined.run();
    expect(declined.state.status).toBe('declined');
    expect(declined.performed).toEqual(['hold', 'release', 'tell']);
    expect(declined.facts.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('ends by itself when nobody answers a request in time', () => {
    const expired = new Case({ facts: order(), handling: 'review' }).run();
    expect(expired.state.status).toBe('expired');
    expect(expired.now).toBeGreaterThanOrEqual(PLACED_AT + 3 * DAY);
  });

  it('can be withdrawn by the customer until Shopify is asked to cancel, and not after', () => {
    const early = new Case({ facts: order(), handling: 'review' });
    early.step();
    expect(early.command({ type: 'withdraw' }).ok).toBe(true);
    expect(early.run().state.status).toBe('withdrawn');
    const late = new Case({ facts: order() });
    while (late.state.intent?.effect.kind !== 'cancel' && late.state.status !== 'completed')
      late.step();
    expect(late.command({ type: 'withdraw' })).toEqual({
      ok: false,
      error: { code: 'too_late_to_stop' },
    });
  });

  it('asks a fulfillment service and moves no money before its answer', () => {
    const recalling = new Case({
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    });
    while (recalling.state.recalls[0]?.state !== 'submitted') recalling.step();
    expect(recalling.performed).toEqual(['recall']);
    recalling.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      status: 'CLOSED',
      requestStatus: 'CANCELLATION_ACCEPTED',
    }));
    expect(recalling.run().state.status).toBe('completed');
  });

  it('declines when the fulfillment service refuses to stop', () => {
    const refused = new Case({ facts: order({ fulfillmentOrders: [acceptedWork] }), by: 'staff' });
    while (refused.state.recalls[0]?.state !== 'submitted') refused.step();
    refused.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      requestStatus: 'CANCELLATION_REJECTED',
    }));
    expect(refused.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'warehouse_refused' } },
    });
    expect(refused.performed).not.toContain('cancel');
  });

  it('asks a person when the fulfillment service stays silent for a day', () => {
    const silent = new Case({
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    }).run();
    expect(silent.state.attention?.what).toBe('warehouse_silent');
  });

  it('declines when the order was shipped before the hold, and moves no money', () => {
    const lost = new Case({ facts: order() });
    lost.facts = { ...lost.facts, fulfillmentStatus: 'FULFILLED' };
    expect(lost.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
    expect(lost.performed).toEqual(['tell']);
  });

  it('ends when somebody else cancelled the order first, without a second refund', () => {
    const other = new Case({ facts: order() });
    while (other.state.status !== 'cancelling') other.step();
    other.facts = { ...other.facts, cancelledAt: other.now, cancellationStaffNote: 'in the admin' };
    other.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    expect(other.run().state.status).toBe('superseded');
    expect(other.performed).not.toContain('refund');
  });

  it('stops before the cancel when another amount is refundable than was confirmed', () => {
    const changed = new Case({ facts: order() });
    changed.step();
    changed.facts = {
      ...changed.facts,
      transactions: [
        ...changed.facts.transactions,
        transaction({
          id: 'gid://shopify/OrderTransaction/77' as TransactionId,
          kind: 'REFUND',
          parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
          amount: bag({ minor: 1_000, currencyCode: 'EUR' }),
        }),
      ],
    };
    expect(changed.run().state.attention?.what).toBe('amount_changed');
    expect(changed.performed).toEqual(['hold']);
    changed.command({
      type: 'resume',
      actor: STAFF,
      choice: 'accept_amount',
    });
    expect(changed.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: { minor: 9_000 } } },
    });
  });

  it('is not done while a refund is on its way, tells the customer so, and completes when it arrived', () => {
    const slow = new Case({ facts: order() });
    slow.refundStatus = 'PENDING';
    while (!wasTold(slow.state, 'cancelled')) slow.step();
    expect(slow.state).toMatchObject({ status: 'verifying', money: { outcome: 'on_its_way' } });
    slow.settleRefunds('SUCCESS');
    expect(slow.run().state.status).toBe('completed');
    expect(count(slow.performed, 'tell')).toBe(1);
  });

  it('asks a person when the gateway refuses the refund, and sends the missing part again on request', () => {
    const failing = new Case({ facts: order() });
    failing.refundStatus = 'FAILURE';
    expect(failing.run().state.attention).toMatchObject({
      what: 'refund_failed',
      amount: { minor: 10_000 },
    });
    failing.refundStatus = 'SUCCESS';
    failing.command({ type: 'resume', actor: STAFF, choice: 'retry' });
    expect(failing.run().state.status).toBe('completed');
    expect(failing.performed).toEqual(['hold', 'cancel', 'tell', 'refund', 'tell']);
  });

  it('asks a person to hand back money that came by hand before it is done', () => {
    const facts = order({ transactions: [transaction({ isManual: true })] });
    const byHand = new Case({ facts }).run();
    expect(byHand.state.attention?.what).toBe('pay_back_by_hand');
    byHand.command({
      type: 'resume',
      actor: STAFF,
      choice: 'settled_by_hand',
    });
    expect(byHand.run().state.status).toBe('completed');
  });

  it('does nothing twice when answers get lost after the platform acted', () => {
    const lossy = new Case({ facts: order(), choice: half, by: 'staff' });
    const lost = new Set<string>();
    lossy.bend = (effect) => {
      if (lost.has(effect.kind) || effect.kind === 'tell') return 'do';
      lost.add(effect.kind);
      return 'lose answer';
    };
    expect(lossy.run().state.status).toBe('completed');
    expect(lossy.performed).toEqual(['hold', 'cancel', 'refund', 'tell']);
  });

  it('does not ask for a cancel again while the first one, whose answer was lost, may be at work', () => {
    const waiting = new Case({ facts: order() });
    while (waiting.state.intent?.effect.kind !== 'cancel') {
      waiting.bend = (effect) => (effect.kind === 'cancel' ? 'lose request' : 'do');
      waiting.step();
    }
    const askedAt = waiting.state.cancelAskedAt ?? 0;
    expect(next(waiting.state, askedAt + 4 * SECOND)).toEqual({ do: 'observe', what: 'cancel' });
    expect(next(waiting.state, askedAt + 5 * SECOND)).toMatchObject({
      do: 'effect',
      announced: true,
    });
  });

  it('asks a person when the platform refuses, and turns back with the hold released', () => {
    const refusing = new Case({ facts: order() });
    refusing.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    expect(refusing.run().state.attention).toMatchObject({
      what: 'platform_refused',
      step: 'cancel',
    });
    refusing.command({
      type: 'resume',
      actor: STAFF,
      choice: 'turn_back',
    });
    expect(refusing.run().state.status).toBe('declined');
    expect(refusing.facts.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('takes only the ways on that are offered', () => {
    const running = new Case({ facts: order() });
    const command = { type: 'resume', actor: { kind: 'system' }, choice: 'retry' } as const;
    expect(running.command(command)).toEqual({ ok: false, error: { code: 'choice_not_offered' } });
  });
});
