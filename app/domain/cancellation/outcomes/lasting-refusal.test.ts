import { describe, expect, it } from 'vitest';

import {
  Case,
  type Setting,
  half,
  oneUnit,
  twoLines,
  giftCard,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../ids.ts';
import { HOUR, MINUTE, SECOND } from '../../time.ts';
import type { AttentionChoice, Effect } from '../events.ts';
import { isFinal } from '../state.ts';

/** The platform refuses one effect for ever. */
function refusing(kind: Effect['kind'], setting: Setting): Case {
  const at = new Case(setting);
  at.bend = (effect) => (effect.kind === kind ? 'refuse' : 'do');
  return at.run();
}

const recalled = {
  ...twoLines,
  lines: twoLines.lines.map((item, index) =>
    index === 0 ? { ...item, productTags: ['recalled'] } : item,
  ),
};
const neverRestock = { restock: { byDefault: true, neverTags: ['recalled'] } };

describe('case 78: a refusal that lasts', () => {
  it.each<[Effect['kind'], Setting, AttentionChoice, string]>([
    ['correct_stock', { facts: recalled, terms: neverRestock }, 'settled_by_hand', 'completed'],
    ['deactivate_gift_card', { facts: withGiftCard(twoLines, giftCard) }, 'skip_step', 'completed'],
    ['release', { facts: twoLines, selection: oneUnit }, 'skip_step', 'completed'],
    [
      'give_bonus',
      { facts: order(), method: 'store_credit', terms: { bonusPercent: 10 } },
      'settled_by_hand',
      'completed',
    ],
    ['refund', { facts: order(), choice: half, by: 'staff' }, 'settled_by_hand', 'completed'],
    ['cancel', { facts: order() }, 'turn_back', 'declined'],
    ['refund_lines', { facts: twoLines, selection: oneUnit }, 'turn_back', 'declined'],
  ])('%s: offered beside another try, and it ends', (kind, setting, choice, end) => {
    const asked = refusing(kind, setting);
    expect(asked.state.attention).toMatchObject({ what: 'platform_refused', step: kind });
    asked.choose('retry');
    asked.run();
    expect(asked.state.attention?.choices).toContain(choice);
    asked.choose(choice);
    expect(asked.run().state.status).toBe(end);
  });

  it('stock that a person corrected leaves the money to be seen and the customer to be told', () => {
    const asked = refusing('correct_stock', { facts: recalled, terms: neverRestock });
    asked.refundStatus = 'FAILURE';
    asked.returnRefunds();
    asked.choose('settled_by_hand');
    expect(asked.run().state.attention).toMatchObject({
      what: 'refund_failed',
      amount: eur(10_000),
    });
  });

  it('stock stays to be corrected when the order is deleted meanwhile, and is asked about by itself', () => {
    const asked = refusing('correct_stock', {
      facts: recalled,
      selection: oneUnit,
      terms: neverRestock,
    });
    asked.gone = true;
    asked.look();
    expect(asked.state.attention).toMatchObject({ step: 'correct_stock' });
    asked.bend = () => 'do';
    asked.answer('retry');
    asked.run();
    expect(asked.performed).toContain('correct_stock');
    expect(asked.state.attention).toMatchObject({ what: 'order_gone', amount: eur(2_000) });
    asked.answer('settled_by_hand');
    expect(asked.run().state.status).toBe('completed');
  });

  it('what became of a deleted order’s money says nothing of its stock', () => {
    const done = new Case({ facts: recalled, selection: oneUnit, terms: neverRestock });
    while (!done.performed.includes('refund_lines')) done.step();
    done.gone = true;
    done.run();
    expect(done.performed).toContain('correct_stock');
    expect(done.state.attention).toMatchObject({ what: 'order_gone' });
    done.answer('settled_by_hand');
    expect(done.run().state.status).toBe('completed');
  });

  it('one share that a person settled leaves the others to be seen', () => {
    const second = 'gid://shopify/OrderTransaction/2' as TransactionId;
    const facts = order({
      transactions: [
        transaction({ amount: bag(eur(6_000)) }),
        transaction({ id: second, amount: bag(eur(4_000)) }),
      ],
    });
    const done = new Case({ facts }).run();
    const fail = (parentId: TransactionId) => {
      done.facts = {
        ...done.facts,
        transactions: done.facts.transactions.map((t) =>
          t.kind === 'REFUND' && t.parentId === parentId ? { ...t, status: 'FAILURE' } : t,
        ),
      };
      done.look();
    };
    fail(second);
    expect(done.state.attention).toMatchObject({ amount: eur(4_000) });
    done.choose('settled_by_hand');
    expect(done.run().state.status).toBe('completed');
    done.look();
    expect(done.state.status).toBe('completed');
    fail('gid://shopify/OrderTransaction/1' as TransactionId);
    expect(done.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(6_000) });
  });

  it('a bonus that was given is not given again, whatever is tried after it', () => {
    const terms = { bonusPercent: 10 };
    const done = new Case({ facts: order(), method: 'store_credit', terms }).run();
    done.returnRefunds();
    done.look();
    done.choose('retry');
    expect(done.run().state.status).toBe('completed');
    expect(done.performed.filter((kind) => kind === 'give_bonus')).toHaveLength(1);
  });

  it('a cancel whose job failed is asked for anew, not looked for', () => {
    const at = new Case({ facts: order() });
    while (at.state.cancel === null) at.step();
    at.facts = order({ fulfillmentOrders: at.facts.fulfillmentOrders });
    at.job = { done: true, errors: [{ code: 'INTERNAL_ERROR', message: 'x' }] };
    at.run();
    expect(at.state.attention).toMatchObject({ what: 'platform_refused', step: 'cancel' });
    at.job = null;
    at.done.clear();
    at.choose('retry');
    expect(at.run().state.status).toBe('completed');
    expect(at.performed.filter((kind) => kind === 'cancel')).toHaveLength(2);
  });

  it('patience with a cancel counts from the last time it was asked for', () => {
    const at = new Case({ facts: order() });
    at.bend = (effect) => (effect.kind === 'cancel' ? 'lose request' : 'do');
    while (at.state.intent?.effect.kind !== 'cancel') at.step();
    const first = at.state.cancelAskedAt ?? 0;
    while (at.now < first + HOUR) at.step();
    expect(at.state.cancelAskedAt).toBeGreaterThan(first + 30 * MINUTE);
    while (!at.state.attention) at.step();
    const last = at.state.cancelAskedAt ?? 0;
    at.choose('turn_back');
    while (!isFinal(at.state.status) && !at.performed.includes('release')) at.step();
    expect(at.now).toBeGreaterThanOrEqual(last + 15 * MINUTE - SECOND);
  });
});
