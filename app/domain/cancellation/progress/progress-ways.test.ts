import { describe, expect, it } from 'vitest';

import {
  Case,
  STAFF,
  type Setting,
  acceptedWork,
  giftCard,
  half,
  oneUnit,
  pendingCard,
  twoLines,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { Effect } from '../events.ts';
import { progressOf } from './progress.ts';
import type { CancellationStatus } from '../state.ts';

/** The steps as one line: those that are done by their name, the others with what they are. */
const steps = ({ state, events }: Pick<Case, 'state' | 'events'>): string =>
  progressOf(state, events)
    .map(({ key, state: is }) => (is === 'done' ? key : `${key}:${is}`))
    .join(' ');

function until(status: CancellationStatus, setting: Setting): Case {
  const at = new Case(setting);
  while (at.state.status !== status) at.step();
  return at;
}

/** The platform refuses one kind of effect, and nothing else. */
function refusing(kind: Effect['kind'], setting: Setting): Case {
  const at = new Case(setting);
  at.bend = (effect) => (effect.kind === kind ? 'refuse' : 'do');
  return at.run();
}

function settledByHand(at: Case): Case {
  at.choose('settled_by_hand');
  return at.run();
}

const facts = order();
const recalled = {
  ...twoLines,
  lines: twoLines.lines.map((line, index) =>
    index === 0 ? { ...line, productTags: ['recalled'] } : line,
  ),
};
const neverRestock = { restock: { byDefault: true, neverTags: ['recalled'] } };
const withBonus = { facts, method: 'store_credit', terms: { bonusPercent: 10 } } as const;

describe('the steps of a cancellation', () => {
  it('that a person approves wait for the person', () => {
    const at = new Case({ facts, handling: 'review' });
    expect(steps(at)).toBe(
      'requested stopped:current approved:todo cancelled:todo refund_sent:todo told:todo refund_arrived:todo',
    );
    while (at.state.status !== 'in_review') at.step();
    expect(steps(at)).toBe(
      'requested stopped approved:current cancelled:todo refund_sent:todo told:todo refund_arrived:todo',
    );
    at.command({ type: 'approve', actor: STAFF, plan: at.state.plan });
    expect(steps(at)).toBe(
      'requested stopped approved cancelled:current refund_sent:todo told:todo refund_arrived:todo',
    );
    expect(steps(at.run())).toBe(
      'requested stopped approved cancelled refund_sent told refund_arrived',
    );
  });

  it('case 30: of which a fulfillment service is asked are stopped once it has agreed', () => {
    const at = until('recalling', {
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      by: 'staff',
    });
    const rest = 'cancelled:todo refund_sent:todo told:todo refund_arrived:todo';
    expect(steps(at)).toBe(`requested warehouse_asked:current stopped:todo ${rest}`);
    while (at.state.recalls[0]?.state !== 'submitted') at.step();
    expect(steps(at)).toBe(`requested warehouse_asked stopped:current ${rest}`);
    at.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      status: 'CLOSED',
      requestStatus: 'CANCELLATION_ACCEPTED',
    }));
    at.step();
    expect(steps(at)).toBe(`requested warehouse_asked stopped:current ${rest}`);
    expect(steps(at.run())).toBe(
      'requested warehouse_asked stopped cancelled refund_sent told refund_arrived',
    );
  });

  it('case 13: that makes gift cards useless has a step for that: before a part, and after a whole', () => {
    const whole = new Case({ facts: withGiftCard(twoLines, giftCard) });
    while (whole.state.cancelledAt === null) whole.step();
    expect(steps(whole)).toBe(
      'requested stopped cancelled gift_cards_disabled:current refund_sent:todo told:todo refund_arrived:todo',
    );
    expect(steps(whole.run())).toBe(
      'requested stopped cancelled gift_cards_disabled refund_sent told refund_arrived',
    );
    const lines = [{ lineItemId: giftCard.lineItemId, quantity: 1 }];
    const part = new Case({
      facts: withGiftCard(twoLines, giftCard),
      selection: { kind: 'lines', lines },
    });
    expect(steps(part)).toBe(
      'requested stopped:current gift_cards_disabled:todo cancelled:todo refund_sent:todo told:todo refund_arrived:todo',
    );
    expect(steps(part.run())).toBe(
      'requested stopped gift_cards_disabled cancelled refund_sent told refund_arrived',
    );
    expect(steps(new Case({ facts: twoLines, selection: oneUnit }).run())).toBe(
      'requested stopped cancelled refund_sent told refund_arrived',
    );
  });

  it('case 37: that corrects the stock has a step for that, also where a person did it', () => {
    const setting = { facts: recalled, terms: neverRestock };
    const done = 'requested stopped cancelled stock_corrected refund_sent told refund_arrived';
    expect(steps(new Case(setting).run())).toBe(done);
    const asked = refusing('correct_stock', setting);
    expect(steps(asked)).toBe(
      'requested stopped cancelled stock_corrected:failed refund_sent told:todo refund_arrived:todo',
    );
    expect(steps(settledByHand(asked))).toBe(done);
  });

  it('case 14: that gives a bonus has a step for that, also where a person gave it', () => {
    const done = 'requested stopped cancelled bonus_given store_credit_given told';
    expect(steps(new Case(withBonus).run())).toBe(done);
    const asked = refusing('give_bonus', withBonus);
    expect(steps(asked)).toBe(
      'requested stopped cancelled bonus_given:failed store_credit_given:todo told:todo',
    );
    expect(steps(settledByHand(asked))).toBe(done);
  });

  it('case 23: that waits for a bank has a step for that', () => {
    const at = until('awaiting_payment', {
      facts: order({ transactions: [pendingCard], outstanding: eur(10_000) }),
    });
    expect(steps(at)).toBe(
      'requested payment_answered:current stopped:todo cancelled:todo told:todo',
    );
    at.settlePayments('SUCCESS');
    expect(steps(at.run())).toBe(
      'requested payment_answered stopped cancelled refund_sent told refund_arrived',
    );
  });

  it('case 1: of what was only authorized is released, and nothing is refunded', () => {
    const at = new Case({
      facts: order({
        transactions: [transaction({ kind: 'AUTHORIZATION' })],
        outstanding: eur(10_000),
      }),
    });
    expect(steps(at)).toBe(
      'requested stopped:current cancelled:todo told:todo payment_released:todo',
    );
    expect(steps(at.run())).toBe('requested stopped cancelled told payment_released');
  });

  it('case 22: that a person pays back has a step for that, beside the refund of the rest', () => {
    const cash = new Case({ facts: order({ transactions: [transaction({ isManual: true })] }) });
    expect(steps(cash.run())).toBe('requested stopped cancelled paid_by_hand:current told');
    expect(steps(settledByHand(cash))).toBe('requested stopped cancelled paid_by_hand told');
    const mixed = new Case({
      facts: order({
        transactions: [
          transaction({ id: id(1), isManual: true, amount: bag(eur(4_000)) }),
          transaction({ id: id(2), amount: bag(eur(6_000)) }),
        ],
      }),
    });
    expect(steps(mixed.run())).toBe(
      'requested stopped cancelled refund_sent paid_by_hand:current told refund_arrived',
    );
  });

  it('case 4: whose refund failed is failed there, until a person pays or gives credit instead', () => {
    const failing = (): Case => {
      const at = new Case({ facts });
      at.refundStatus = 'FAILURE';
      return at.run();
    };
    const failed = failing();
    expect(steps(failed)).toBe(
      'requested stopped cancelled refund_sent:failed told:todo refund_arrived:todo',
    );
    expect(steps(settledByHand(failed))).toBe('requested stopped cancelled paid_by_hand told');
    const credit = failing();
    credit.refundStatus = 'SUCCESS';
    credit.choose('refund_as_store_credit');
    expect(steps(credit)).toBe('requested stopped cancelled store_credit_given:current told:todo');
    expect(steps(credit.run())).toBe('requested stopped cancelled store_credit_given told');
  });

  it('case 78: whose refund was refused is failed there, until a person pays instead', () => {
    const asked = refusing('refund', { facts, choice: half, by: 'staff' });
    expect(steps(asked)).toBe(
      'requested stopped cancelled refund_sent:failed told:todo refund_arrived:todo',
    );
    expect(steps(settledByHand(asked))).toBe('requested stopped cancelled paid_by_hand told');
  });

  it('whose refund no gateway confirms was sent, and has not arrived until a person saw it', () => {
    const slow = new Case({ facts });
    slow.refundStatus = 'PENDING';
    expect(steps(slow.run())).toBe(
      'requested stopped cancelled refund_sent told refund_arrived:failed',
    );
    expect(steps(settledByHand(slow))).toBe(
      'requested stopped cancelled refund_sent told refund_arrived',
    );
  });

  it('case 24: that was paid late has a step more, whoever gave the payment back', () => {
    const late = (): Case => {
      const at = new Case({ facts }).run();
      const payment = transaction({ id: id(900), amount: bag(eur(700)) });
      at.facts = { ...at.facts, transactions: [...at.facts.transactions, payment] };
      at.step(true);
      return at;
    };
    const done = 'requested stopped cancelled refund_sent told refund_arrived';
    const sent = late();
    expect(steps(sent)).toBe(`${done} late_payment_returned:current`);
    sent.choose('refund_late_payment');
    expect(steps(sent)).toBe(`${done} late_payment_returned:current`);
    expect(steps(sent.run())).toBe(`${done} late_payment_returned`);
    const byHand = late();
    byHand.choose('settled_by_hand');
    expect(steps(byHand)).toBe(`${done} late_payment_returned`);
    expect(steps(byHand.run())).toBe(`${done} late_payment_returned`);
  });

  it('case 58: that Shopify writes about has no mail of its own', () => {
    expect(steps(new Case({ facts, teller: 'shopify' }).run())).toBe(
      'requested stopped cancelled refund_sent refund_arrived',
    );
  });

  it('that others made are what is known of it', () => {
    const { state } = new Case({ facts });
    const outside = {
      ...state,
      status: 'completed',
      cancelledAt: 1,
      request: { ...state.request, actor: { kind: 'outside' } },
    } as const;
    expect(progressOf(outside, [])).toEqual([
      { key: 'cancelled', state: 'done', at: 1 },
      { key: 'refund_sent', state: 'done', at: 1 },
    ]);
    const refund = { ...state.plan.refund, amount: eur(0) };
    expect(progressOf({ ...outside, plan: { ...state.plan, refund } }, [])).toHaveLength(1);
  });
});

describe('the steps of the way back', () => {
  it('are those that were taken, and the release', () => {
    const at = new Case({ facts });
    at.step();
    at.command({ type: 'withdraw' });
    expect(steps(at)).toBe('requested turned_back:current');
    expect(steps(at.run())).toBe('requested turned_back');
  });

  it('case 61: end without success where the customer hears no', () => {
    const at = until('in_review', { facts, handling: 'review' });
    at.command({ type: 'decline', actor: STAFF, nextStep: 'return_it' });
    expect(steps(at)).toBe('requested turned_back:current');
    expect(steps(at.run())).toBe('requested turned_back:failed told');
    expect(steps(new Case({ facts, handling: 'review' }).run())).toBe(
      'requested turned_back:failed told',
    );
  });

  it('keep what a person and a warehouse had said before', () => {
    const at = until('in_review', {
      facts: order({ fulfillmentOrders: [acceptedWork] }),
      handling: 'review',
    });
    at.command({ type: 'approve', actor: STAFF, plan: at.state.plan });
    while (at.state.recalls[0]?.state !== 'submitted') at.step();
    at.command({ type: 'withdraw' });
    expect(steps(at)).toBe('requested approved warehouse_asked turned_back:current');
  });
});
