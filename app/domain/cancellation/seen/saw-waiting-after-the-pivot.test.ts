import { describe, expect, it } from 'vitest';
import {
  Case,
  agreeing,
  giftCard,
  half,
  twoLines,
  withGiftCard,
  done,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { GiftCardId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { DAY } from '../../time.ts';
import type { Attention, AttentionChoice, CancellationEvent, Effect } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { sawGone, sawWaiting } from './saw-waiting.ts';
import { type Cancellation, FINAL_STATUSES } from '../state.ts';

const NOW = PLACED_AT + DAY;

const PROBLEM: Problem = { kind: 'refused', code: null, message: 'made up' };

const choices: readonly AttentionChoice[] = ['retry'];

const { state } = new Case({ facts: order() });

const WORK = fulfillmentOrder().id;

const refused = (step: Effect['kind']): Attention => ({
  what: 'platform_refused',
  step,
  problem: PROBLEM,
  choices,
});

const unreachable = (step: string): Attention => ({
  what: 'platform_unreachable',
  step,
  problem: PROBLEM,
  choices,
});

/** A person is asked, before the pivot. */
const asked = (attention: Attention, changes: Partial<Cancellation> = {}): Cancellation => ({
  ...state,
  status: 'needs_attention',
  resumeTo: 'holding',
  since: NOW - 1,
  attention,
  holds: [{ fulfillmentOrderId: WORK, state: 'skipped', holdId: null }],
  ...changes,
});

const afterwards = { cancelledAt: NOW - 5, resumeTo: 'verifying' } as const;

const turnedBack = { ending: 'withdrawn', why: { code: 'customer_withdrew' } } as const;

const goingBack = { resumeTo: 'releasing', turnedBack } as const;

const saw = (of: Cancellation, facts: OrderFacts, now = NOW): readonly CancellationEvent[] =>
  sawWaiting(of, facts, agreeing(of.plan.refund, facts), now);

const settled = (what: Attention['what'], ...events: readonly object[]) => [
  { type: 'attention_settled', what },
  ...events,
];

describe('case 63: a question after the pivot', () => {
  it('is over once the platform answers again', () => {
    expect(saw(asked(unreachable('money'), afterwards), order())).toEqual(
      settled('platform_unreachable'),
    );
  });

  it('about an authorization is over once it is released, and nothing else is wrong', () => {
    const authorized = order({
      transactions: [transaction({ id: id(1), kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    const { state: held } = new Case({ facts: authorized });
    const question: Attention = {
      what: 'release_unconfirmed',
      amount: eur(10_000),
      choices: ['retry', 'settled_by_hand'],
    };
    const of = { ...asked(question, afterwards), plan: held.plan };
    expect(saw(of, authorized)).toEqual([]);
    expect(saw(of, order({ transactions: [] }))).toEqual(settled('release_unconfirmed'));
    const unconfirmed: Attention = {
      what: 'refund_unconfirmed',
      amount: eur(1),
      shares: null,
      choices,
    };
    expect(saw({ ...of, attention: unconfirmed }, authorized)).toEqual(
      settled('refund_unconfirmed'),
    );
  });

  it('about a refund that was refused is over once others gave it all back', () => {
    const paying = new Case({ facts: order(), choice: half, by: 'staff' });
    paying.bend = (effect) => (effect.kind === 'refund' ? 'refuse' : 'do');
    paying.run();
    expect(paying.state.attention).toEqual({
      ...refused('refund'),
      problem: PROBLEM,
      choices: ['retry', 'settled_by_hand'],
    });
    expect(saw(paying.state, paying.facts)).toEqual([]);
    paying.refundByOthers(eur(2_000));
    expect(saw(paying.state, paying.facts)).toMatchObject([
      { type: 'refund_recounted', due: { amount: eur(3_000) } },
    ]);
    paying.refundByOthers(eur(3_000));
    expect(saw(paying.state, paying.facts)).toEqual(
      settled('platform_refused', { type: 'refund_recounted', due: null }),
    );
  });

  it('case 13: about a gift card is over once that one is off', () => {
    const other = { ...giftCard, id: 'gid://shopify/GiftCard/2' as GiftCardId };
    const plan = { ...state.plan, giftCards: [other.id, giftCard.id] };
    const of = asked(refused('deactivate_gift_card'), {
      ...afterwards,
      plan,
      ...done('gift-card-2'),
    });
    const cards = (isEnabled: boolean, isOtherEnabled: boolean): OrderFacts => ({
      ...withGiftCard(twoLines, giftCard),
      soldGiftCards: [
        { ...other, isEnabled: isOtherEnabled },
        { ...giftCard, isEnabled },
      ],
    });
    const off = settled('platform_refused', {
      type: 'gift_card_deactivated',
      giftCardId: giftCard.id,
    });
    expect(saw(of, cards(true, false))).toEqual([]);
    expect(saw(of, cards(false, true))).toEqual(off);
    const both = { ...of, ...done('gift-card-2', 'gift-card-1') };
    expect(saw(both, cards(false, false))).toEqual([]);
  });

  it('case 24: about a late payment is over once somebody gave it back', () => {
    const late = (shares: readonly number[]): OrderFacts => ({
      ...order(),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1) }),
        ...shares.map((minor, index) =>
          transaction({ id: id(3 + index), amount: bag(eur(minor)) }),
        ),
      ],
    });
    const [event] = saw(
      asked({ what: 'late_payment', amount: eur(1), shares: [], choices }, afterwards),
      late([700]),
    );
    if (event?.type !== 'attention_raised') throw new Error('a late payment is asked about');
    expect(saw(asked(event.attention, afterwards), late([700]))).toEqual([]);
    expect(saw(asked(event.attention, afterwards), late([700, 50]))).toHaveLength(1);
    expect(saw(asked(event.attention, afterwards), late([]))).toEqual(settled('late_payment'));
  });
});

describe('case 63: an order that is shown no more', () => {
  const gone = (code: 'order_gone' | 'outcome_unknown') => [
    { type: 'turned_back', ending: 'superseded', why: { code }, actor: { kind: 'system' } },
  ];

  it('changes nothing of what is over', () => {
    for (const status of FINAL_STATUSES) expect(sawGone({ ...state, status })).toEqual([]);
  });

  it('ends what had not begun; what may have been done is of unknown outcome', () => {
    const cancel = { effect: { kind: 'cancel', plan: state.plan }, key: 'key' } as const;
    const tell = { effect: { kind: 'tell', template: 'received' }, key: 'key' } as const;
    expect(sawGone(state)).toEqual(gone('order_gone'));
    expect(sawGone({ ...state, intent: tell })).toEqual(gone('order_gone'));
    expect(sawGone({ ...state, intent: cancel })).toEqual(gone('outcome_unknown'));
    expect(sawGone({ ...state, cancel: { jobResultId: null } })).toEqual(gone('outcome_unknown'));
    // What the platform refused certainly did not happen.
    const certain = asked(refused('cancel'), { cancel: { jobResultId: null } });
    expect(sawGone(certain)).toEqual(gone('order_gone'));
  });

  it('leaves no holds to let go on the way back', () => {
    const noHolds = { type: 'own_holds_found', holds: [] };
    const back: Cancellation = { ...state, status: 'releasing', turnedBack };
    expect(sawGone(back)).toEqual([noHolds]);
    expect(sawGone(asked(refused('release'), goingBack))).toEqual(
      settled('platform_refused', noHolds),
    );
    const failed: Attention = { what: 'mail_failed', problem: PROBLEM, choices };
    expect(sawGone(asked(failed, goingBack))).toEqual([]);
    expect(sawGone({ ...back, cancelAskedAt: NOW })).toEqual(gone('outcome_unknown'));
    const over = { ...turnedBack, ending: 'superseded' } as const;
    expect(sawGone({ ...back, cancelAskedAt: NOW, turnedBack: over })).toEqual([noHolds]);
  });

  const { state: inCredit } = new Case({
    facts: order(),
    method: 'store_credit',
    terms: { bonusPercent: 10 },
  });
  const money = { outcome: 'settled', arrived: eur(10_000), onItsWay: eur(0) } as const;
  const failed: Attention = { what: 'refund_failed', missing: [], amount: eur(1), choices };

  it.each<[string, Partial<Cancellation>, number]>([
    ['nothing of it was seen', {}, 11_000],
    ['the bonus was given', done('bonus'), 10_000],
    ['a person settled some of it', { settledShares: inCredit.plan.refund.shares }, 1_000],
    ['it was seen to arrive', { money }, 1_000],
    ['it was seen, and came back', { money, attention: failed }, 11_000],
    ['it was on its way', { money: { ...money, outcome: 'on_its_way' } }, 11_000],
    ['all of it was seen', { money, ...done('bonus') }, 0],
  ])('after the pivot is asked about for what nobody saw arrive: %s', (_what, changes, minor) => {
    const of: Cancellation = {
      ...inCredit,
      status: 'verifying',
      cancelledAt: NOW,
      ...changes,
    };
    expect(sawGone(of)).toEqual(
      minor === 0
        ? [{ type: 'completed' }]
        : [
            {
              type: 'attention_raised',
              attention: { what: 'order_gone', amount: eur(minor), choices: ['settled_by_hand'] },
            },
          ],
    );
  });

  it('is asked about once', () => {
    const question: Attention = { what: 'order_gone', amount: eur(1), choices };
    expect(sawGone(asked(question, afterwards))).toEqual([]);
  });
});
