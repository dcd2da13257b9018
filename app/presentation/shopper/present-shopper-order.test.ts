import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { PLACED_AT, eur, lineItem, order } from '../../../tests/support/facts/order-facts.ts';
import { policy, rule } from '../../../tests/support/facts/policies.ts';
import { nothingBefore } from '../../domain/refund/shares/cancelled-before.ts';
import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import type { ShopperOrder } from '../../application/order/read-shopper-order.ts';
import type { CancellationEvent, RecordedEvent } from '../../domain/cancellation/events.ts';
import { fold } from '../../domain/cancellation/machine/evolve.ts';
import type { CancellationId, LineItemId, ShopDomain } from '../../domain/ids.ts';
import { evaluate } from '../../domain/policy/evaluation/evaluate.ts';
import type { Rule } from '../../domain/policy/document/policy.ts';
import type { PlannedLine } from '../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { MINUTE } from '../../domain/time.ts';
import { presentShopperOrder } from './present-shopper-order.ts';
import { presentShopperRefusal } from '../refusal/shopper-refusal.ts';
import type { ShopperOffer } from '../../contract/shopper/shopper-view.ts';

const ASKING = {
  buyer: 'customer',
  now: PLACED_AT + 10 * MINUTE,
  recentCancellations: 0,
} as const;
const MUG = 'gid://shopify/LineItem/2' as LineItemId;

/** What was cancelled of an order, or not, long before. */
function earlierRecord(end: CancellationEvent): CancellationRecord {
  const line = { lineItemId: MUG, quantity: 2 };
  const refund = refundPlan(eur(4_000), {
    selection: { kind: 'lines', lines: [line] },
    lines: [{ ...line, title: 'Mug' } as PlannedLine],
  });
  const events = [
    {
      type: 'requested',
      orderId: order().id,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'automatic',
      reasonId: null,
      policyVersion: 1,
      plan: cancellationPlan(refund),
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    } as const,
    end,
  ].map((event, index): RecordedEvent => ({ ...event, seq: index + 1, at: PLACED_AT }));
  const texts = {
    customerComment: null,
    noteToCustomer: null,
    internalNote: null,
    proofOfPayment: null,
  };
  return { state: fold(events, `${end.type}` as CancellationId), events, texts };
}

/** The offer for a kettle and two mugs under a rule, ten minutes after the order. */
function offerUnder(
  changes: Partial<Rule>,
  methods: Extract<ShopperOrder['offer'], { available: true }>['methods'] = ['original'],
  locale = 'en',
): Extract<ShopperOffer, { available: true }> {
  const facts = order({
    lines: [
      lineItem({ total: eur(6_000), group: { id: 'set-1', title: 'Set' } }),
      lineItem({ id: MUG, title: 'Mug', quantity: 2, total: eur(4_000), productTags: ['outlet'] }),
    ],
  });
  const law = policy({ rules: [rule(changes)] });
  const evaluation = evaluate(law, facts, ASKING);
  if (!evaluation.rule) throw new Error('The rule is for customers.');
  const { offer } = presentShopperOrder(
    {
      shop: 'kettles.myshopify.com' as ShopDomain,
      order: facts,
      policy: law,
      evaluation,
      cancellation: null,
      before: nothingBefore('EUR'),
      earlier: [],
      states: [],
      offer: { available: true, rule: evaluation.rule, methods, quote: null },
    },
    locale,
    null,
  );
  if (!offer.available) throw new Error('It is available.');
  return offer;
}

describe('what is offered to a shopper', () => {
  it('names each line with what can be taken of it, and what belongs together', () => {
    expect(offerUnder({}).lines).toEqual([
      {
        id: '1',
        title: 'Enamel kettle',
        variantTitle: 'Sage',
        imageUrl: null,
        quantity: 1,
        cancellable: 1,
        refusals: [],
        bundle: 'set-1',
      },
      expect.objectContaining({ id: '2', quantity: 2, cancellable: 2, bundle: null }),
    ]);
  });

  it('case 38: says beside a line why it has to stay, and that the order can’t go as a whole', () => {
    const exclusion = { kind: 'final_sale', values: ['outlet'], then: 'refuse', wording: null };
    const offer = offerUnder({ exclusions: [exclusion as Rule['exclusions'][number]] });
    const refusal = expect.objectContaining({ code: 'excluded_final_sale' }) as object;
    expect(offer.lines[1]).toMatchObject({ cancellable: 0, refusals: [refusal] });
    expect(offer.notWhole).toEqual([refusal]);
    expect(offer.quote).toBeNull();
  });

  it('has nothing against the whole order when there is nothing', () => {
    expect(offerUnder({}).notWhole).toBeNull();
  });

  it('names the bonus of store credit in the customer’s language, and of nothing else', () => {
    const refund = { method: 'customers_choice', storeCreditBonusPercent: 7.5 } as const;
    const methods = ['original', 'store_credit'] as const;
    expect(offerUnder({ refund }, methods, 'de').methods).toEqual([
      { method: 'original', bonus: null },
      { method: 'store_credit', bonus: '7,5\u00a0%' },
    ]);
  });

  it('names what was cancelled of the order before, and nothing that came to nothing', () => {
    const carriedOut = earlierRecord({ type: 'lines_removed', refundId: null });
    const declined = earlierRecord({ type: 'ended', ending: 'declined' });
    const { earlier } = presentShopperOrder(
      {
        shop: 'kettles.myshopify.com' as ShopDomain,
        order: order(),
        policy: policy(),
        before: nothingBefore('EUR'),
        evaluation: evaluate(policy(), order(), ASKING),
        cancellation: carriedOut,
        earlier: [declined, carriedOut],
        states: [],
        offer: { available: false, refusals: [] },
      },
      'en',
      null,
    );
    expect(earlier).toEqual([
      { id: 'lines_removed', items: [{ title: 'Mug', quantity: 2 }], amount: '€40.00' },
    ]);
  });

  it('ends when its window does', () => {
    expect(offerUnder({}).closesAt).toBe(new Date(PLACED_AT + 60 * MINUTE).toISOString());
  });
});

describe('a refusal for shoppers', () => {
  const excluded = (wording: Extract<Refusal, { code: 'excluded' }>['wording']): Refusal => ({
    code: 'excluded',
    exclusion: 'personalised',
    matched: null,
    wording,
    lineItemId: null,
  });

  it('is told in the merchant’s words, in the shopper’s language where there is a translation', () => {
    const own = excluded({ label: 'Engraved.', translations: { fr: 'Gravé.' } });
    expect(presentShopperRefusal(own, 'fr-CH')).toEqual({ code: 'excluded', message: 'Gravé.' });
    expect(presentShopperRefusal(own, 'ja')).toEqual({ code: 'excluded', message: 'Engraved.' });
  });

  it('says what was left out where the merchant wrote nothing', () => {
    expect(presentShopperRefusal(excluded(null), 'en')).toEqual({
      code: 'excluded_personalised',
      message: expect.stringContaining('made for you') as string,
    });
  });
});

describe('somebody who was told no', () => {
  const CONTACT = {
    email: 'hello+orders@kettles.example.com',
    storefrontUrl: 'https://kettles.example.com',
  };
  const turnedBack = (why: Extract<CancellationEvent, { type: 'turned_back' }>['why']) => {
    const record = earlierRecord({
      type: 'turned_back',
      ending: 'declined',
      why,
      actor: { kind: 'system' },
    });
    const ended: RecordedEvent = { type: 'ended', ending: 'declined', seq: 3, at: PLACED_AT };
    const events = [...record.events, ended];
    return { ...record, events, state: fold(events, record.state.id) };
  };
  const wayOn = (
    offer: ShopperOrder['offer'],
    cancellation: CancellationRecord | null = null,
    contact: typeof CONTACT | null = CONTACT,
  ) =>
    presentShopperOrder(
      {
        shop: 'kettles.myshopify.com' as ShopDomain,
        order: order(),
        policy: policy(),
        before: nothingBefore('EUR'),
        evaluation: evaluate(policy(), order(), ASKING),
        cancellation,
        earlier: [],
        states: [],
        offer,
      },
      'en',
      contact,
    ).wayOn;
  const refused = (code: 'limit_reached' | 'already_fulfilled' | 'already_declined') =>
    ({ available: false, refusals: [{ code } as Refusal] }) as const;

  it('is led to the shop by a mail that names the order', () => {
    expect(wayOn(refused('limit_reached'))).toEqual({
      contactUrl: `mailto:hello%2Borders@kettles.example.com?subject=${encodeURIComponent(order().name)}`,
      returnsUrl: null,
    });
  });

  it('is led to the return policy where the goods were sent', () => {
    const returnsUrl = 'https://kettles.example.com/policies/refund-policy';
    expect(wayOn(refused('already_fulfilled'))).toMatchObject({ returnsUrl });
    const declined = refused('already_declined');
    expect(wayOn(declined, turnedBack({ code: 'already_shipped' }))).toMatchObject({ returnsUrl });
    const step = (nextStep: 'return_it' | 'contact_shop') =>
      wayOn(declined, turnedBack({ code: 'staff_declined', nextStep }));
    expect(step('return_it')).toMatchObject({ returnsUrl });
    expect(step('contact_shop')).toMatchObject({ returnsUrl: null });
  });

  it('reads nothing of the kind while the order can be cancelled, or where the contact is not known', () => {
    const { rule: itsRule } = evaluate(policy(), order(), ASKING);
    if (!itsRule) throw new Error('The rule is for customers.');
    const offer = { available: true, rule: itsRule, methods: ['original'], quote: null } as const;
    expect(wayOn(offer)).toBeNull();
    expect(wayOn(refused('limit_reached'), null, null)).toBeNull();
  });
});
