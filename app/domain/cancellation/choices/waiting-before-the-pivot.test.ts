import { describe, expect, it } from 'vitest';
import {
  Case,
  STAFF,
  acceptedWork,
  giftCard,
  pendingCard,
  twoLines,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { eur, order } from '../../../../tests/support/facts/order-facts.ts';
import { HOUR } from '../../time.ts';
import { next } from '../machine/next.ts';

describe('case 63: a question before anything was cancelled', () => {
  const changedAmount = (): Case => {
    const changed = new Case({ facts: order() });
    changed.step();
    changed.refundByOthers(eur(1_000));
    changed.run();
    expect(changed.state.attention).toMatchObject({
      what: 'amount_changed',
      refundable: eur(9_000),
    });
    changed.now += HOUR;
    return changed;
  };
  const declines: readonly [string, () => Case][] = [
    ['another amount', changedAmount],
    [
      'a refused cancel',
      () => {
        const refusing = new Case({ facts: order() });
        refusing.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
        return refusing.run();
      },
    ],
    [
      'a silent warehouse',
      () => new Case({ facts: order({ fulfillmentOrders: [acceptedWork] }), by: 'staff' }).run(),
    ],
    [
      'a silent bank',
      () =>
        new Case({
          facts: order({ transactions: [pendingCard], outstanding: eur(10_000) }),
        }).run(),
    ],
    [
      'an open dispute',
      () => {
        const disputed = new Case({ facts: order() });
        disputed.step();
        disputed.facts = {
          ...disputed.facts,
          disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
        };
        return disputed.run();
      },
    ],
    [
      'a used gift card',
      () => {
        const used = new Case({ facts: withGiftCard(twoLines, giftCard) });
        used.facts = { ...used.facts, soldGiftCards: [{ ...giftCard, balance: eur(1_000) }] };
        return used.run();
      },
    ],
    [
      'a platform that cannot be reached',
      () => {
        const silent = new Case({ facts: order() });
        silent.bend = (effect) => (effect.kind === 'hold' ? 'lose request' : 'do');
        while (silent.state.status !== 'needs_attention') silent.step();
        return silent;
      },
    ],
  ];

  it.each(declines)(
    '%s: cancelled in the admin ends it, and nobody is told it was not',
    (_what, open) => {
      const asked = open();
      expect(asked.state.status).toBe('needs_attention');
      asked.cancelByOthers('in the admin');
      asked.look();
      asked.bend = () => 'do';
      expect(asked.run().state).toMatchObject({
        status: 'superseded',
        turnedBack: { why: { code: 'cancelled_elsewhere' } },
      });
      expect(asked.performed.filter((kind) => kind === 'tell').length).toBe(
        asked.state.done.filter((key) => key === `${asked.state.id}-received`).length,
      );
    },
  );

  it.each(declines)('%s: sent meanwhile ends it as too late', (_what, open) => {
    const asked = open();
    asked.facts = { ...asked.facts, fulfillmentStatus: 'FULFILLED' };
    asked.look();
    asked.bend = () => 'do';
    expect(asked.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
  });

  it.each(declines)('%s: a deleted order ends it', (_what, open) => {
    const asked = open();
    asked.gone = true;
    asked.look();
    expect(asked.run().state).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'order_gone' } },
    });
  });

  it('a cancel that was under way when the order was deleted is of unknown outcome, not undone', () => {
    const accepted = new Case({ facts: order() });
    while (accepted.state.cancel === null) accepted.step();
    const lost = new Case({ facts: order() });
    lost.bend = (effect) => (effect.kind === 'cancel' ? 'lose answer' : 'do');
    while (lost.state.cancelAskedAt === null) lost.step();
    for (const under of [accepted, lost]) {
      under.gone = true;
      expect(under.run().state).toMatchObject({
        status: 'superseded',
        turnedBack: { why: { code: 'outcome_unknown' } },
      });
    }
  });

  it('shows the amount that can be refunded now, each time it changes', () => {
    const changed = changedAmount();
    changed.refundByOthers(eur(500));
    changed.look();
    expect(changed.state.attention).toMatchObject({ refundable: eur(8_500) });
    const events = changed.events.length;
    changed.look();
    expect(changed.events).toHaveLength(events);
  });

  it('an amount that a person accepted is that amount and no other', () => {
    const changed = changedAmount();
    changed.choose('accept_amount');
    changed.refundByOthers(eur(500));
    changed.run();
    expect(changed.state.attention).toMatchObject({
      what: 'amount_changed',
      refundable: eur(8_500),
    });
    changed.choose('accept_amount');
    expect(changed.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(8_500) } },
    });
  });

  it('goes on by itself once the dispute is over, the warehouse agrees, or the bank answers', () => {
    const [, , , , disputed] = declines.map(([, open]) => open);
    const case1 = disputed?.();
    if (!case1) throw new Error('no dispute');
    case1.facts = { ...case1.facts, disputes: [] };
    expect(case1.run().state.status).toBe('completed');

    const silent = new Case({
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    }).run();
    silent.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      status: 'CLOSED',
      requestStatus: 'CANCELLATION_ACCEPTED',
    }));
    expect(silent.run().state.status).toBe('completed');

    const facts = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const bank = new Case({ facts }).run();
    expect(bank.state.attention?.what).toBe('payment_silent');
    bank.settlePayments('SUCCESS');
    expect(bank.run().state.status).toBe('completed');
  });
});

describe('case 63: on the way back', () => {
  it('turning back an order that was cancelled elsewhere tells nobody that it goes on', () => {
    const refusing = new Case({ facts: order() });
    refusing.bend = (effect) => (effect.kind === 'cancel' ? 'refuse' : 'do');
    refusing.run();
    refusing.choose('turn_back');
    refusing.cancelByOthers('in the admin');
    expect(refusing.run().state.status).toBe('superseded');
    expect(refusing.performed).not.toContain('tell');
  });

  it('a request that was declined on an order cancelled meanwhile ends as cancelled elsewhere', () => {
    const waiting = new Case({ facts: order(), handling: 'review' });
    while (waiting.state.status !== 'in_review') waiting.step();
    waiting.command({ type: 'decline', actor: STAFF, nextStep: 'return_it' });
    waiting.cancelByOthers('in the admin');
    expect(waiting.run().state.status).toBe('superseded');
    expect(waiting.performed).not.toContain('tell');
  });

  it('a request under review looks from time to time and ends when it has no object any more', () => {
    const waiting = new Case({ facts: order(), handling: 'review' });
    while (waiting.state.status !== 'in_review') waiting.step();
    const step = next(waiting.state, waiting.now);
    expect(step).toMatchObject({ do: 'wait', look: true });
    expect(step.do === 'wait' && step.until - waiting.now).toBeLessThanOrEqual(6 * HOUR);
    waiting.cancelByOthers(null);
    expect(waiting.run().state.status).toBe('superseded');
  });
});
