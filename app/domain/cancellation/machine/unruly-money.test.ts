import { describe, expect, it } from 'vitest';

import {
  Case,
  STAFF,
  line,
  twoLines,
  oneUnit,
  withGiftCard,
  giftCard,
  pendingCard,
  agreeing,
  done as doneKeys,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import type { LocationId, TransactionId } from '../../ids.ts';

describe('money that does not behave', () => {
  it('case 5: a refund that comes back after the end opens the case again and the customer hears of it', () => {
    const done = new Case({ facts: order() }).run();
    expect(done.step(true)).toBe(true);
    expect(done.state.status).toBe('completed');
    done.returnRefunds();
    done.step(true);
    expect(done.state).toMatchObject({
      status: 'needs_attention',
      attention: { what: 'refund_failed', amount: eur(10_000) },
    });
    done.run();
    expect(done.state).toMatchObject(doneKeys('cancelled', 'refund_failed-0'));
    done.command({ type: 'resume', actor: STAFF, choice: 'refund_as_store_credit' });
    done.run();
    expect(done.performed.slice(-2)).toEqual(['tell', 'refund']);
    expect(done.state).toMatchObject({ status: 'completed', creditInstead: eur(10_000) });
    done.step(true);
    expect(done.state.status).toBe('completed');
  });

  it('case 23: a payment that no bank has answered is waited for, and comes back once it is paid', () => {
    const facts = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const waiting = new Case({ facts });
    while (waiting.state.status !== 'awaiting_payment') waiting.step();
    waiting.step();
    expect(waiting.performed).toEqual(['hold', 'tell']);
    expect(waiting.state).toMatchObject(doneKeys('received'));
    waiting.settlePayments('SUCCESS');
    expect(waiting.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(10_000) } },
      ...doneKeys('received', 'cancelled'),
    });
    expect(waiting.performed).toEqual(['hold', 'tell', 'cancel', 'tell']);
  });

  it('case 23: a payment that fails in the end is cancelled without any refund', () => {
    const facts = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const waiting = new Case({ facts });
    while (waiting.state.status !== 'awaiting_payment') waiting.step();
    waiting.settlePayments('FAILURE');
    expect(waiting.run().state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(0), execution: 'cancel_only' } },
    });
  });

  it('case 24: money that comes in for a cancelled order is raised once, and given back on request', () => {
    const facts = order({ transactions: [], outstanding: eur(10_000) });
    const done = new Case({ facts }).run();
    const late = transaction({ id: 'gid://shopify/OrderTransaction/90' as TransactionId });
    done.facts = { ...done.facts, transactions: [...done.facts.transactions, late] };
    done.step(true);
    expect(done.state.attention).toMatchObject({ what: 'late_payment', amount: eur(10_000) });
    done.command({ type: 'resume', actor: STAFF, choice: 'refund_late_payment' });
    done.run();
    expect(done.state.status).toBe('completed');
    expect(done.performed.at(-1)).toBe('refund');
    done.step(true);
    expect(done.state.status).toBe('completed');
  });

  it('case 25: a dispute opened meanwhile stops the refund; a person may cancel without one', () => {
    const disputed = new Case({ facts: order() });
    disputed.step();
    disputed.facts = {
      ...disputed.facts,
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    };
    expect(disputed.run().state.attention?.what).toBe('dispute_open');
    expect(disputed.performed).toEqual(['hold']);
    disputed.command({ type: 'resume', actor: STAFF, choice: 'go_on_without_refund' });
    expect(disputed.run().state.status).toBe('completed');
    expect(disputed.facts.transactions.filter((t) => t.kind === 'REFUND')).toEqual([]);
  });

  it('case 13: a sold gift card is useless before any money goes back', () => {
    const facts = withGiftCard(twoLines, giftCard);
    const done = new Case({ facts }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'deactivate_gift_card', 'refund', 'tell']);
    expect(done.state.status).toBe('completed');
  });

  it('case 13: a gift card used since the request was made stops it before anything is cancelled', () => {
    const used = new Case({ facts: withGiftCard(twoLines, giftCard) });
    used.facts = {
      ...used.facts,
      soldGiftCards: [{ ...giftCard, balance: eur(1_000) }],
    };
    expect(used.run().state.attention?.what).toBe('gift_card_redeemed');
    expect(used.performed).toEqual(['hold']);
  });

  it('case 14: store credit is followed by its bonus, once', () => {
    const terms = { bonusPercent: 10 };
    const done = new Case({ facts: order(), method: 'store_credit', terms }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'refund', 'give_bonus', 'tell']);
    expect(done.state).toMatchObject({ status: 'completed', ...doneKeys('bonus', 'cancelled') });
  });

  it('case 37: where only some units may be sold again, those are put back after the cancel', () => {
    const facts = {
      ...twoLines,
      lines: twoLines.lines.map((item) =>
        item.id === line(1) ? { ...item, productTags: ['recalled'] } : item,
      ),
    };
    const terms = { restock: { byDefault: true, neverTags: ['recalled'] } };
    const done = new Case({ facts, terms }).run();
    expect(done.performed).toEqual(['hold', 'cancel', 'correct_stock', 'tell']);
    const corrected = done.events.find(
      (event) => event.type === 'effect_intended' && event.effect.kind === 'correct_stock',
    );
    expect(corrected).toMatchObject({
      effect: {
        changes: [{ delta: 1, locationId: 'gid://shopify/Location/1' as LocationId }],
      },
    });
  });

  it('case 37: units of a part that may not be sold again are written off after they have left', () => {
    const terms = { restock: { byDefault: false, neverTags: [] } };
    const done = new Case({ facts: twoLines, selection: oneUnit, terms }).run();
    expect(done.performed).toEqual(['hold', 'refund_lines', 'release', 'correct_stock', 'tell']);
    const corrected = done.events.find(
      (event) => event.type === 'effect_intended' && event.effect.kind === 'correct_stock',
    );
    expect(corrected).toMatchObject({ effect: { changes: [{ delta: -1 }] } });
  });

  it('stops before anything is sent when the platform reckons otherwise, and says where', () => {
    const differing = new Case({ facts: order() });
    while (differing.state.status === 'requested') differing.step();
    const suggested = agreeing(differing.state.plan.refund, differing.facts);
    differing.command({
      type: 'saw_readiness',
      order: differing.facts,
      suggested: { ...suggested, shipping: { amount: eur(1), tax: eur(0) } },
    });
    expect(differing.state.attention).toMatchObject({
      what: 'platform_disagrees',
      where: 'shipping',
      ours: eur(0),
      theirs: eur(1),
    });
  });
});
