import { expect, it } from 'vitest';

import { fold } from '../../domain/cancellation/machine/evolve.ts';
import type { CancellationEvent, RecordedEvent } from '../../domain/cancellation/events.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { cancellationPlan, refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../../tests/support/facts/order-facts.ts';
import { messagesIn } from '../../messages/messages.ts';
import { standsStillFor, standstillWords } from './standstill.ts';

const messages = messagesIn('en', 'staff');
const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const texts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

const record = (overdueBy: number | null, ...more: readonly CancellationEvent[]) => {
  const plan = cancellationPlan(refundPlan(eur(2_500)));
  const requested: CancellationEvent = {
    type: 'requested',
    orderId: 'gid://shopify/Order/1' as OrderId,
    actor: { kind: 'shopper' },
    channel: 'order_page',
    handling: 'automatic',
    reasonId: null,
    policyVersion: 1,
    plan,
    reviewDeadline: null,
    workUnderWay: false,
    mails: [],
    reviewReasons: [],
  };
  const events = [requested, ...more].map((event, index): RecordedEvent => ({
    ...event,
    seq: index + 1,
    at: index,
  }));
  return { state: fold(events, ID), events, texts, overdueBy };
};
const intended = (effect: Extract<CancellationEvent, { type: 'effect_intended' }>['effect']) =>
  ({ type: 'effect_intended', effect, key: ID }) as const;

it('says within ten seconds that work stands still, what it waits for, and that it goes on', () => {
  expect(standstillWords(record(9_000), messages)).toBe(
    'Nothing has happened for 9 seconds: the cancellation is waiting for its turn. It continues automatically, and nothing is done twice.',
  );
  const plan = cancellationPlan(refundPlan(eur(2_500)));
  expect(standstillWords(record(27_000, intended({ kind: 'cancel', plan })), messages)).toContain(
    'waiting for Shopify to answer',
  );
  const tell = intended({ kind: 'tell', template: 'cancelled' });
  expect(standstillWords(record(27_000, tell), messages)).toContain('waiting for the email server');
});

it('says nothing of work that moves, waits for its time or for a person', () => {
  expect(standsStillFor(record(null))).toBeNull();
  expect(standsStillFor(record(3_000))).toBeNull();
  const asked: CancellationEvent = {
    type: 'attention_raised',
    attention: { what: 'warehouse_silent', choices: ['retry'] },
  };
  expect(standsStillFor(record(60_000, asked))).toBeNull();
  expect(standsStillFor(record(60_000, { type: 'completed' }))).toBeNull();
});
