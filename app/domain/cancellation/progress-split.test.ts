import { describe, expect, it } from 'vitest';

import {
  Case,
  type Setting,
  oneUnit,
  twoLines,
} from '../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { id } from '../../../tests/support/facts/refund-plans.ts';
import type { TransactionId } from '../ids.ts';
import type { TransactionFacts } from '../order/facts.ts';
import { progressOf } from './progress/progress.ts';

/** The steps as one line: those that are done by their name, the others with what they are. */
const steps = ({ state, events }: Pick<Case, 'state' | 'events'>): string =>
  progressOf(state, events)
    .map(({ key, state: is }) => (is === 'done' ? key : `${key}:${is}`))
    .join(' ');

const CARD = id(1);
const GIFT_CARD = id(2);
const transactions = [
  transaction({ id: CARD, amount: bag(eur(6_000)) }),
  transaction({ id: GIFT_CARD, amount: bag(eur(4_000)), gateway: 'gift_card' }),
];
const whole: Setting = { facts: order({ transactions }) };
const part: Setting = { facts: { ...twoLines, transactions }, selection: oneUnit };

/** What becomes of a refund that was asked for. */
function becomes(at: Case, payment: TransactionId, status: TransactionFacts['status']): void {
  at.facts = {
    ...at.facts,
    transactions: at.facts.transactions.map((made) =>
      made.kind === 'REFUND' && made.parentId === payment ? { ...made, status } : made,
    ),
  };
}

function refunding(setting: Setting): Case {
  const at = new Case(setting);
  while (!at.facts.transactions.some(({ kind }) => kind === 'REFUND')) at.step();
  return at;
}

describe('the steps of a refund to several payments', () => {
  function giftCardFailed(): Case {
    const at = refunding(whole);
    becomes(at, GIFT_CARD, 'FAILURE');
    return at.run();
  }
  const before = 'requested stopped cancelled';

  it('fail with one of them, and nothing has arrived then', () => {
    expect(steps(giftCardFailed())).toBe(
      `${before} refund_sent:failed told:todo refund_arrived:todo`,
    );
  });

  it('case 22: of which a person pays one back still wait for the other', () => {
    const at = giftCardFailed();
    becomes(at, CARD, 'PENDING');
    at.choose('settled_by_hand');
    at.run();
    expect(at.state.attention?.what).toBe('refund_unconfirmed');
    expect(steps(at)).toBe(`${before} refund_sent paid_by_hand told refund_arrived:failed`);
    becomes(at, CARD, 'SUCCESS');
    at.step(true);
    expect(steps(at.run())).toBe(`${before} refund_sent paid_by_hand told refund_arrived`);
  });

  it('case 14: of which one becomes store credit show both', () => {
    const at = giftCardFailed();
    at.choose('refund_as_store_credit');
    expect(steps(at)).toBe(
      `${before} refund_sent store_credit_given:current told:todo refund_arrived:todo`,
    );
    expect(steps(at.run())).toBe(`${before} refund_sent store_credit_given told refund_arrived`);
  });

  it('case 34: of a part fail with the one payment it goes back to', () => {
    const at = refunding(part);
    becomes(at, CARD, 'FAILURE');
    expect(steps(at.run())).toBe(`${before} refund_sent:failed told:todo refund_arrived:todo`);
    at.choose('settled_by_hand');
    expect(steps(at.run())).toBe(`${before} paid_by_hand told`);
  });
});
