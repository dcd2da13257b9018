import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../../tests/support/facts/order-facts.ts';
import { policy } from '../../../tests/support/facts/policies.ts';
import type {
  Attention,
  CancellationEvent,
  RecordedEvent,
} from '../../domain/cancellation/events.ts';
import { fold } from '../../domain/cancellation/machine/evolve.ts';
import type {
  CancellationId,
  LineItemId,
  OrderId,
  RefundId,
  TransactionId,
} from '../../domain/ids.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { presentShopperCancellation } from './present-shopper-cancellation.ts';
import type { ShopperCancellation } from '../../contract/shopper/shopper-view.ts';

const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const PLAN = refundPlan(eur(10_000));
const SHOPPER = { kind: 'shopper' } as const;
const SYSTEM = { kind: 'system' } as const;

const requested = (
  refund: RefundPlan = PLAN,
  handling: 'automatic' | 'review' = 'automatic',
): CancellationEvent => ({
  type: 'requested',
  orderId: 'gid://shopify/Order/1042' as OrderId,
  actor: SHOPPER,
  channel: 'order_page',
  handling,
  reasonId: 'changed_mind',
  policyVersion: 1,
  plan: cancellationPlan(refund),
  reviewDeadline: null,
  workUnderWay: false,
  mails: [],
  reviewReasons: [],
});
const inspected: CancellationEvent = { type: 'fulfillment_inspected', toHold: [] };
const ready = (refund: RefundPlan = PLAN): CancellationEvent => ({
  type: 'readiness_confirmed',
  toRecall: [],
  refund,
});
const cancelled: CancellationEvent = { type: 'cancel_confirmed', cancelledAt: 4_000 };
const settled: CancellationEvent = {
  type: 'money_observed',
  outcome: 'settled',
  arrived: eur(10_000),
  onItsWay: eur(0),
};
const raised = (attention: Attention): CancellationEvent => ({
  type: 'attention_raised',
  attention,
});
const refundFailed = raised({
  what: 'refund_failed',
  missing: [],
  amount: eur(10_000),
  choices: ['retry'],
});
const turnedBack = (
  ending: 'declined' | 'withdrawn' | 'expired' | 'superseded',
  why: Extract<CancellationEvent, { type: 'turned_back' }>['why'],
): CancellationEvent => ({ type: 'turned_back', ending, why, actor: SYSTEM });

/** What the customer sees after these events, one a second. */
function shown(
  events: readonly CancellationEvent[],
  texts: { readonly noteToCustomer?: string } = {},
  locale = 'en',
): ShopperCancellation {
  const recorded = events.map((event, index): RecordedEvent => ({
    ...event,
    seq: index + 1,
    at: (index + 1) * 1_000,
  }));
  return presentShopperCancellation(
    {
      state: fold(recorded, ID),
      events: recorded,
      texts: {
        customerComment: 'Sorry!',
        noteToCustomer: texts.noteToCustomer ?? null,
        internalNote: 'Not for customers.',
        proofOfPayment: null,
      },
    },
    policy(),
    locale,
  );
}

const stepsOf = ({ timeline }: ShopperCancellation) =>
  timeline.map(({ step, at }) => `${step} ${at === null ? '…' : Date.parse(at)}`);

describe('where a cancellation stands for its customer', () => {
  const unreachable = raised({
    what: 'platform_unreachable',
    step: 'cancel',
    problem: { kind: 'unavailable', code: null, message: '' },
    choices: ['retry'],
  });

  it.each<[ShopperCancellation['status'], string, readonly CancellationEvent[]]>([
    ['requested', 'just asked for', [requested()]],
    ['in_review', 'waiting for a person', [requested(PLAN, 'review'), inspected]],
    [
      'awaiting_payment',
      'waiting for a bank',
      [requested(), inspected, { type: 'payment_awaited', pending: eur(10_000) }],
    ],
    [
      'awaiting_payment',
      'whose bank does not answer',
      [
        requested(),
        inspected,
        { type: 'payment_awaited', pending: eur(10_000) },
        raised({ what: 'payment_silent', amount: eur(10_000), choices: ['turn_back'] }),
      ],
    ],
    ['in_progress', 'being stopped', [requested(), inspected]],
    ['needs_attention', 'that a person has to look at', [requested(), inspected, unreachable]],
    ['cancelled', 'whose refund is on its way', [requested(), inspected, ready(), cancelled]],
    [
      'cancelled',
      'for which only the mail failed',
      [
        requested(),
        inspected,
        ready(),
        cancelled,
        raised({
          what: 'mail_failed',
          problem: { kind: 'mail_failed', code: null, message: '' },
          choices: ['skip_mail'],
        }),
      ],
    ],
    [
      'completed',
      'that is done',
      [requested(), inspected, ready(), cancelled, settled, { type: 'completed' }],
    ],
    [
      'declined',
      'that the warehouse would not stop',
      [requested(), inspected, turnedBack('declined', { code: 'warehouse_refused' })],
    ],
    [
      'declined',
      'that nobody answered',
      [requested(PLAN, 'review'), turnedBack('expired', { code: 'not_answered' })],
    ],
    [
      'withdrawn',
      'that the customer took back',
      [requested(), turnedBack('withdrawn', { code: 'customer_withdrew' })],
    ],
    [
      'cancelled',
      'of an order that somebody else cancelled',
      [requested(), turnedBack('superseded', { code: 'cancelled_elsewhere' })],
    ],
  ])('is %s for one %s', (status, _what, events) => {
    expect(shown(events).status).toBe(status);
  });

  it('case 5: opens again when the bank sends the money back after all', () => {
    const done = [requested(), inspected, ready(), cancelled, settled, { type: 'completed' }];
    const again = shown([...(done as CancellationEvent[]), refundFailed]);
    expect(again.status).toBe('needs_attention');
    expect(stepsOf(again)).toContain('refund_arrived …');
  });

  it('can be taken back until the order is being cancelled', () => {
    expect(shown([requested(), inspected]).canWithdraw).toBe(true);
    expect(shown([requested(), inspected, ready(), cancelled]).canWithdraw).toBe(false);
  });

  it('tells reason, comment and amount as the customer gave and got them', () => {
    expect(shown([requested()], {}, 'de')).toMatchObject({
      scope: 'order',
      items: [],
      reason: 'Ich habe es mir anders überlegt',
      comment: 'Sorry!',
      amount: '100,00\u00a0€',
      comesBack: { total: '100,00\u00a0€' },
    });
    expect(JSON.stringify(shown([requested()]))).not.toContain('Not for customers');
  });

  it('promises nothing when nothing comes back', () => {
    expect(shown([requested(refundPlan(eur(0)))]).amount).toBeNull();
  });
});

describe('the way of a cancellation', () => {
  it('shows what has happened and what is still to come', () => {
    expect(stepsOf(shown([requested(), inspected, ready(), cancelled]))).toEqual([
      'requested 1000',
      'stopped 3000',
      'cancelled 4000',
      'refund_sent 4000',
      'refund_arrived …',
    ]);
    expect(stepsOf(shown([requested(), inspected, ready(), cancelled, settled]))).toContain(
      'refund_arrived 5000',
    );
  });

  it('never shows a refund as sent that was refused', () => {
    const { timeline } = shown([requested(), inspected, ready(), cancelled, refundFailed]);
    expect(timeline.find(({ step }) => step === 'refund_sent')).toEqual({
      step: 'refund_sent',
      state: 'failed',
      at: null,
    });
  });

  it('case 9: shows an order that somebody else cancelled as cancelled, with nothing to come', () => {
    const elsewhere = turnedBack('superseded', { code: 'cancelled_elsewhere' });
    expect(stepsOf(shown([requested(), inspected, elsewhere]))).toEqual([
      'requested 1000',
      'cancelled 3000',
    ]);
  });

  it('case 1: speaks of no refund when nothing comes back', () => {
    const steps = stepsOf(shown([requested(refundPlan(eur(0)))]));
    expect(steps).toEqual(['requested 1000', 'stopped …', 'cancelled …']);
  });

  it('has its refund sent when an amount of its own was accepted', () => {
    const later = refundPlan(eur(10_000), { execution: 'after_cancel' });
    const events = [requested(later), inspected, ready(later), cancelled];
    expect(stepsOf(shown(events))).toContain('refund_sent …');
    const accepted: CancellationEvent = {
      type: 'refund_accepted',
      refundId: 'gid://shopify/Refund/1' as RefundId,
    };
    expect(stepsOf(shown([...events, accepted]))).toContain('refund_sent 5000');
  });

  it('of a part names the items, and ends when they are off the order', () => {
    const line = { lineItemId: 'gid://shopify/LineItem/2' as LineItemId, quantity: 2 };
    const part = refundPlan(eur(4_000), {
      selection: { kind: 'lines', lines: [line] },
      lines: [
        {
          ...line,
          title: 'Mug',
          remaining: 1,
          gross: eur(4_000),
          discount: eur(0),
          goods: eur(4_000),
          tax: eur(0),
          duties: [],
          inventoryItemId: null,
          restock: [],
        },
      ],
      execution: 'with_lines',
    });
    const removed: CancellationEvent = {
      type: 'lines_removed',
      refundId: 'gid://shopify/Refund/1' as RefundId,
    };
    const view = shown([requested(part), inspected, ready(part), removed]);
    expect(view).toMatchObject({ scope: 'lines', items: [{ title: 'Mug', quantity: 2 }] });
    expect(stepsOf(view)).toEqual([
      'requested 1000',
      'stopped 3000',
      'cancelled 4000',
      'refund_sent 4000',
      'refund_arrived …',
    ]);
  });

  it('case 61: ends a declined one with why, what the shop wrote and what to do instead', () => {
    const why = { code: 'staff_declined', nextStep: 'return_it' } as const;
    const view = shown([requested(PLAN, 'review'), inspected, turnedBack('declined', why)], {
      noteToCustomer: 'It is engraved already.',
    });
    expect(view.declined).toEqual({
      code: 'staff_declined',
      message: expect.stringContaining('You can return the items once they arrive.') as string,
      note: 'It is engraved already.',
      nextStep: 'return_it',
    });
    expect(stepsOf(view)).toEqual(['requested 1000', 'declined 3000']);
  });

  it('names the approval where a person gave it', () => {
    const approved: CancellationEvent = {
      type: 'approved',
      actor: { kind: 'staff', staffId: '1' },
      plan: cancellationPlan(PLAN),
    };
    expect(stepsOf(shown([requested(PLAN, 'review'), inspected, approved]))).toContain(
      'approved 3000',
    );
  });

  it('case 4: says of money that the shop handed over itself that it did, as the mail does', () => {
    const share = {
      parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
      gateway: 'shopify_payments',
      gatewayName: 'Visa',
      isManual: false,
      amount: eur(10_000),
    };
    const paid = refundPlan(eur(10_000), { shares: [share] });
    const lacking = raised({
      what: 'refund_failed',
      missing: [{ ...share, amount: eur(4_000) }],
      amount: eur(4_000),
      choices: ['settled_by_hand'],
    });
    const byHand: CancellationEvent = {
      type: 'resumed',
      actor: { kind: 'staff', staffId: '1' },
      choice: 'settled_by_hand',
    };
    const view = shown([requested(paid), inspected, ready(paid), cancelled, lacking, byHand]);
    expect(view.comesBack).toMatchObject({
      refunds: [{ method: 'Visa', amount: '€60.00' }],
      byHand: [{ method: 'Visa', amount: '€40.00' }],
      storeCredit: null,
    });
  });
});
