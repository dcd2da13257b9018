import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../../tests/support/facts/order-facts.ts';
import { policy } from '../../../tests/support/facts/policies.ts';
import type { Actor } from '../../domain/actor.ts';
import type {
  Attention,
  CancellationEvent,
  RecordedEvent,
} from '../../domain/cancellation/events.ts';
import { fold } from '../../domain/cancellation/machine/evolve.ts';
import type {
  CancellationId,
  FulfillmentOrderId,
  LineItemId,
  OrderId,
  RefundId,
  TransactionId,
} from '../../domain/ids.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';
import { ok } from '../../domain/result.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { OWNER, member } from '../../../tests/support/facts/staff-access.ts';
import { describeEvent } from './event-words.ts';
import { presentCancellation } from './present-cancellation.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { messagesIn } from '../../messages/messages.ts';

const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const PLAN = refundPlan(eur(10_000));
const ITEMS = refundPlan(eur(2_000), {
  selection: {
    kind: 'lines',
    lines: [{ lineItemId: 'gid://shopify/LineItem/1' as LineItemId, quantity: 2 }],
  },
  execution: 'with_lines',
});

const requested = (
  refund: RefundPlan = PLAN,
  actor: Actor = { kind: 'shopper' },
): Extract<CancellationEvent, { type: 'requested' }> => ({
  type: 'requested',
  orderId: 'gid://shopify/Order/1042' as OrderId,
  actor,
  channel: 'app',
  handling: 'automatic',
  reasonId: null,
  policyVersion: 3,
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
const removed: CancellationEvent = {
  type: 'lines_removed',
  refundId: 'gid://shopify/Refund/1' as RefundId,
};

/** What staff see after these events, one a second. */
function shown(
  events: readonly CancellationEvent[],
  access: StaffAccess = OWNER,
): StaffCancellationView {
  const recorded = events.map((event, index): RecordedEvent => ({
    ...event,
    seq: index + 1,
    at: (index + 1) * 1_000,
  }));
  const texts = {
    customerComment: null,
    noteToCustomer: null,
    internalNote: null,
    proofOfPayment: null,
  };
  return presentCancellation(
    { state: fold(recorded, ID), events: recorded, texts },
    policy(),
    ok(access),
    messagesIn('en', 'staff'),
  );
}

const steps = (events: readonly CancellationEvent[]) =>
  shown(events).steps.map(({ label, state }) => `${label}: ${state}`);

describe('the steps of a cancellation', () => {
  it('of items end with their refund, and leave no order cancelled', () => {
    expect(steps([requested(ITEMS), inspected, ready(ITEMS), removed])).toEqual([
      'Requested: done',
      'Fulfillment stopped: done',
      'Items cancelled: done',
      'Refund sent: done',
      'Customer notified: current',
      'Refund confirmed: todo',
    ]);
  });

  it('call nothing approved that still waits for somebody to look at it', () => {
    const asked: CancellationEvent = { ...requested(), handling: 'review', reviewDeadline: 9_000 };
    const approved: CancellationEvent = {
      type: 'approved',
      actor: { kind: 'staff', staffId: '1' },
      plan: cancellationPlan(PLAN),
    };
    const all = [asked, inspected, ready()];
    expect(steps([asked])).toContain('Approval: todo');
    expect(steps(all)).toContain('Waiting for approval: current');
    expect(steps([...all, approved])).toContain('Approved: done');
  });

  it('case 9: made elsewhere are only what is known: that it happened', () => {
    const outside: CancellationEvent = {
      type: 'recorded_outside',
      orderId: 'gid://shopify/Order/1042' as OrderId,
      policyVersion: 3,
      cancelledAt: 500,
      plan: cancellationPlan(PLAN, { teller: 'nobody' }),
    };
    expect(steps([outside])).toEqual([
      'Cancelled outside Unorder: done',
      'Refund sent outside Unorder: done',
    ]);
    expect(shown([outside])).toMatchObject({ isOutside: true, requestedBy: 'Outside Unorder' });
  });

  it('case 23: wait for the bank first where a payment is pending', () => {
    const awaited: CancellationEvent = { type: 'payment_awaited', pending: eur(10_000) };
    expect(steps([requested(), inspected, awaited]).slice(0, 2)).toEqual([
      'Requested: done',
      'Payment confirmed or declined: current',
    ]);
    expect(steps([requested(), inspected, awaited, ready()]).slice(0, 3)).toEqual([
      'Requested: done',
      'Payment confirmed or declined: done',
      'Fulfillment stopped: done',
    ]);
  });

  it('never show a refund as sent that was refused: the mark stands at it', () => {
    const refused = raised({ what: 'refund_failed', missing: shares, amount, choices: ['retry'] });
    expect(steps([requested(), inspected, ready(), cancelled, refused])).toEqual([
      'Requested: done',
      'Fulfillment stopped: done',
      'Order cancelled: done',
      'Refund sent: failed',
      'Customer notified: todo',
      'Refund confirmed: todo',
    ]);
  });

  it('case 30: never show fulfillment as stopped while a fulfillment service is being asked', () => {
    const asks: CancellationEvent = {
      type: 'readiness_confirmed',
      toRecall: ['gid://shopify/FulfillmentOrder/1' as FulfillmentOrderId],
      refund: PLAN,
    };
    expect(steps([requested(), inspected, asks]).slice(0, 3)).toEqual([
      'Requested: done',
      'Warehouse asked to stop: current',
      'Fulfillment stopped: todo',
    ]);
  });

  it('say where it went back, and nothing that never came', () => {
    const back: CancellationEvent = {
      type: 'turned_back',
      ending: 'declined',
      why: { code: 'already_shipped' },
      actor: { kind: 'system' },
    };
    expect(steps([requested(), inspected, back])).toEqual([
      'Requested: done',
      'The order was shipped before it could be stopped. Offer a return instead.: current',
    ]);
  });
});

describe('the history', () => {
  const told = (events: readonly CancellationEvent[]) =>
    shown(events).history.map(({ who, what }) => `${who}: ${what}`);

  it('case 61: names the version of the policy, and how much was to be cancelled', () => {
    expect(told([requested()])).toEqual([
      'Customer: Asked to cancel the order, under version 3 of the policy',
    ]);
    expect(told([requested(ITEMS, { kind: 'staff', staffId: '42' })])).toEqual([
      'Staff: Began to cancel 2 items, under version 3 of the policy',
    ]);
  });

  it.each([
    ['hold', 'Fulfillment anhalten'],
    ['own_holds', 'Bestellung lesen'],
  ])('says in the reader’s language what an attempt was to do: %s', (during, words) => {
    const failed: CancellationEvent = {
      type: 'attempt_failed',
      during,
      problem: { kind: 'shop_gone', code: 'HTTP_402', message: '' },
      mayHaveApplied: false,
      retryAt: 0,
    };
    expect(describeEvent(failed, messagesIn('de', 'staff'))?.what).toBe(
      `Ein Versuch ist fehlgeschlagen und wird automatisch wiederholt (${words}: Shopify hat mit HTTP 402 geantwortet.)`,
    );
  });

  it('says what a person had to decide', () => {
    const attention = raised({ what: 'warehouse_silent', choices: ['retry'] });
    expect(told([requested(), inspected, attention]).at(-1)).toBe(
      'Unorder: Needs attention: The warehouse has not answered',
    );
  });
});

const raised = (attention: Attention): CancellationEvent => ({
  type: 'attention_raised',
  attention,
});
const shares = [
  {
    parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
    gateway: 'shopify_payments',
    gatewayName: 'Visa',
    isManual: false,
    amount: eur(6_450),
  },
];
const amount = eur(6_450);
const problem = { kind: 'refused', code: null, message: 'No.' } as const;

describe('what a person has to decide', () => {
  const attention = (given: Attention) => {
    const { attention: view } = shown([requested(), inspected, ready(), cancelled, raised(given)]);
    if (!view) throw new Error('Nothing to decide');
    return view;
  };

  it.each<[string, Attention, RegExp]>([
    [
      'case 5: a refund that failed, with its payment and every way on',
      {
        what: 'refund_failed',
        missing: shares,
        amount,
        choices: ['retry', 'refund_as_store_credit', 'settled_by_hand'],
      },
      /€64.50 did not reach the customer \(Visa\).*store credit/,
    ],
    [
      'case 24: money for a cancelled order',
      {
        what: 'late_payment',
        amount,
        shares,
        choices: ['refund_late_payment', 'settled_by_hand'],
      },
      /€64.50 arrived after the order was cancelled \(Visa\)\. Nothing will be shipped/,
    ],
    [
      'case 5: a refund of before the cancellation that came back',
      {
        what: 'late_payment',
        amount,
        shares,
        returned: true,
        choices: ['refund_late_payment', 'settled_by_hand'],
      },
      /€64.50 that was refunded before the order was cancelled did not reach the customer \(Visa\)/,
    ],
    [
      'case 22: money to hand back',
      { what: 'pay_back_by_hand', shares, amount, choices: ['settled_by_hand'] },
      /€64.50 was paid outside Shopify \(Visa\).*note how and when/,
    ],
    [
      'case 23: a bank that does not answer',
      { what: 'payment_silent', amount, choices: ['retry', 'turn_back'] },
      /has not confirmed the payment of €64.50/,
    ],
    [
      'case 25: a dispute',
      { what: 'dispute_open', choices: ['retry', 'go_on_without_refund', 'turn_back'] },
      /could pay the customer twice/,
    ],
    [
      'case 13: a gift card that was used',
      {
        what: 'gift_card_redeemed',
        giftCardId: 'gid://shopify/GiftCard/1' as never,
        choices: ['accept_amount', 'turn_back'],
      },
      /used a gift card sold with this order/,
    ],
    [
      'sums that differ from Shopify’s',
      {
        what: 'platform_disagrees',
        where: 'shipping',
        ours: eur(500),
        theirs: eur(400),
        choices: ['retry', 'turn_back'],
      },
      /Shopify calculates €4.00 for shipping, not €5.00/,
    ],
    [
      'a refusal of Shopify’s',
      { what: 'platform_refused', step: 'refund', problem, choices: ['retry'] },
      /Shopify says: No\./,
    ],
  ])('is explained: %s', (_what, given, words) => {
    expect(attention(given).explanation).toMatch(words);
  });

  it('offers no way on that is final without saying what it leads to', () => {
    const { choices } = attention({
      what: 'refund_failed',
      missing: shares,
      amount,
      choices: [
        'retry',
        'turn_back',
        'accept_amount',
        'settled_by_hand',
        'refund_as_store_credit',
        'refund_late_payment',
        'go_on_without_refund',
        'skip_mail',
      ],
    });
    expect(choices.filter(({ consequence }) => consequence === null).map((c) => c.choice)).toEqual([
      'retry',
    ]);
    expect(choices.filter(({ needsProof }) => needsProof).map((c) => c.choice)).toEqual([
      'settled_by_hand',
    ]);
    expect(choices.find((c) => c.choice === 'refund_as_store_credit')?.consequence).toMatch(
      /^€64.50 is added .* as store credit/,
    );
  });

  it('calls looking again what tries nothing', () => {
    const label = (given: Attention) => attention(given).choices[0]?.label;
    expect(label({ what: 'payment_silent', amount, choices: ['retry'] })).toBe('Check again');
    expect(label({ what: 'refund_failed', missing: [], amount, choices: ['retry'] })).toBe(
      'Try again',
    );
  });
});

describe('what a person may do about it', () => {
  const refundFailed: CancellationEvent = {
    type: 'attention_raised',
    attention: {
      what: 'refund_failed',
      missing: [],
      amount: PLAN.amount,
      choices: ['retry', 'refund_as_store_credit', 'settled_by_hand'],
    },
  };
  const events = [requested(PLAN), inspected, ready(), cancelled, refundFailed];

  it('case 55: does not advise who may not refund to cancel what is cancelled already', () => {
    const refusal = staffRefusalText({ code: 'staff_may_not_refund' }, messagesIn('en', 'staff'));
    expect(refusal).toMatch(/does not have permission to refund/);
    expect(refusal).not.toMatch(/cancel/i);
    const unnamed = staffRefusalText(
      { code: 'staff_refund_limit_unnamed', currencyCode: 'USD' },
      messagesIn('en', 'staff'),
    );
    expect(unnamed).not.toMatch(/cancel/i);
  });

  it('case 55: is not offered to who may not refund, and says why once', () => {
    expect(shown(events).attention).toMatchObject({
      notOffered: [],
      choices: [
        { choice: 'retry' },
        { choice: 'refund_as_store_credit' },
        { choice: 'settled_by_hand' },
      ],
    });
    expect(shown(events, member({ mayRefundOrders: false })).attention).toMatchObject({
      notOffered: [expect.stringMatching(/does not have permission to refund orders in Shopify/)],
      choices: [],
    });
  });
});
