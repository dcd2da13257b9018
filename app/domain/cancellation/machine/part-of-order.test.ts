import { describe, expect, it } from 'vitest';

import {
  Case,
  line,
  twoLines,
  oneUnit,
  unpaid,
  done,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { eur } from '../../../../tests/support/facts/order-facts.ts';

describe('a cancellation of a part of an order', () => {
  it('takes the units off with their money, frees the rest for sending, tells and completes', () => {
    const done = new Case({ facts: twoLines, selection: oneUnit }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'refund_lines', 'release', 'tell']);
    expect(done.facts.lines.map((item) => item.currentQuantity)).toEqual([2, 1]);
    expect(done.facts.fulfillmentOrders[0]?.holds).toEqual([]);
    expect(done.state.money?.arrived).toEqual(eur(2_000));
  });

  it('edits the order where nothing was paid yet, and refunds nothing', () => {
    const done = new Case({ facts: unpaid, selection: oneUnit }).run();
    expect(done.state.status).toBe('completed');
    expect(done.performed).toEqual(['hold', 'edit_lines', 'release', 'tell']);
  });

  it('does nothing twice when answers get lost after the platform acted', () => {
    for (const facts of [twoLines, unpaid]) {
      const lossy = new Case({ facts, selection: oneUnit });
      const lost = new Set<string>();
      lossy.bend = (effect) => {
        if (lost.has(effect.kind) || effect.kind === 'tell') return 'do';
        lost.add(effect.kind);
        return 'lose answer';
      };
      expect(lossy.run().state.status).toBe('completed');
      expect(new Set(lossy.performed).size).toBe(lossy.performed.length);
    }
  });

  it('goes on when other lines of the order were sent, and turns back when its own were', () => {
    const other = new Case({ facts: twoLines, selection: oneUnit });
    other.facts = {
      ...other.facts,
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: other.facts.lines.map((item) =>
        item.id === line(2) ? { ...item, unfulfilledQuantity: 0 } : item,
      ),
    };
    expect(other.run().state.status).toBe('completed');
    const own = new Case({ facts: twoLines, selection: oneUnit });
    own.facts = {
      ...own.facts,
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: own.facts.lines.map((item) =>
        item.id === line(1) ? { ...item, unfulfilledQuantity: 0 } : item,
      ),
    };
    expect(own.run().state).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'already_shipped' } },
    });
  });

  it('case 63: a part that was taken off is completed, whoever cancels the rest before its hold is let go', () => {
    const at = new Case({ facts: twoLines, selection: oneUnit });
    while (!at.performed.includes('refund_lines')) at.step();
    at.cancelByOthers();
    expect(at.run().state).toMatchObject({ status: 'completed', ...done('cancelled') });
  });
});
