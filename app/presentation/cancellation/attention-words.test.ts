import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../../tests/support/facts/order-facts.ts';
import { effectNamed } from '../../domain/cancellation/effects/effects.ts';
import type {
  Attention,
  AttentionChoice,
  CancellationEvent,
  EffectName,
} from '../../domain/cancellation/events.ts';
import { fold } from '../../domain/cancellation/machine/evolve.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/saga/problem.ts';
import english from '../../messages/en/staff/attention.json' with { type: 'json' };
import { messagesIn } from '../../messages/messages.ts';
import { presentAttention } from './attention-words.ts';

const messages = messagesIn('en', 'staff');
const problem: Problem = { kind: 'refused', code: null, message: 'No.' };

const requested: CancellationEvent = {
  type: 'requested',
  orderId: 'gid://shopify/Order/1042' as OrderId,
  actor: { kind: 'shopper' },
  channel: 'app',
  handling: 'automatic',
  reasonId: null,
  policyVersion: 0,
  plan: cancellationPlan(refundPlan(eur(10_000))),
  reviewDeadline: null,
  workUnderWay: false,
  mails: [],
  reviewReasons: [],
};
const asked = fold([{ ...requested, seq: 1, at: 0 }], 'one' as CancellationId);
const cancelled: Cancellation = { ...asked, cancelledAt: 1 };

const EFFECTS = Object.keys(english.attention.refused).filter(
  (key): key is EffectName => key !== 'text',
);
const offering = (choice: AttentionChoice): readonly EffectName[] =>
  EFFECTS.filter((name) =>
    [asked, cancelled].some((state) => effectNamed(name).choices(state).includes(choice)),
  );

function offer(attention: Attention) {
  const [choice] = presentAttention(
    attention,
    { choices: attention.choices, refusals: [] },
    messages,
  ).choices;
  if (!choice) throw new Error('Nothing is offered.');
  return choice;
}

const refusing = (step: EffectName, choice: AttentionChoice) =>
  offer({ what: 'platform_refused', step, problem, choices: [choice] });
const silentAt = (step: string, choice: AttentionChoice) =>
  offer({ what: 'platform_unreachable', step, problem, choices: [choice] });

describe('to go on without a step', () => {
  it.each(offering('skip_step'))('%s says what stays undone, in words of its own', (step) => {
    expect(refusing(step, 'skip_step').consequence).not.toBe(
      messages.t('attention.consequence.skip_step'),
    );
  });

  it('says the same of the holds, whether they are looked for or released', () => {
    const { consequence } = refusing('release', 'skip_step');
    expect(consequence).toMatch(/stays on hold/);
    expect(silentAt('own_holds', 'skip_step').consequence).toBe(consequence);
  });

  it('says nothing untrue of a step that has no words of its own', () => {
    expect(silentAt('water_the_plants', 'skip_step').consequence).toBe(
      'The cancellation continues without this step. If it is still needed, do it in Shopify.',
    );
  });
});

describe('what a person settles', () => {
  const MOVES_MONEY: readonly EffectName[] = [
    ...(['cancel', 'refund', 'refund_lines', 'edit_lines', 'give_bonus'] as const),
    // Offered past the pivot alone, where neither is due any more.
    ...(['hold', 'recall'] as const),
  ];

  it.each(offering('settled_by_hand').filter((step) => !MOVES_MONEY.includes(step)))(
    'of %s is no refund',
    (step) => {
      const { label, consequence } = refusing(step, 'settled_by_hand');
      expect(label).not.toBe(messages.t('attention.choice.settled_by_hand'));
      expect(consequence).not.toMatch(/refund/);
      expect(silentAt(step, 'settled_by_hand')).toMatchObject({ label, consequence });
    },
  );

  it('of money is a refund that nobody sends any more, or that may have been sent', () => {
    expect(refusing('refund', 'settled_by_hand').consequence).toMatch(/^No further refund is sent/);
    expect(silentAt('refund', 'settled_by_hand').consequence).toMatch(/may have sent one before/);
  });
});
