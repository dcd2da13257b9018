import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import {
  Case,
  STAFF,
  count,
  line,
  twoLines,
  oneUnit,
  unpaid,
  withGiftCard,
  giftCard,
  pendingCard,
  acceptedWork,
  type Setting,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { SECOND } from '../../time.ts';
import { next } from './next.ts';
import { LIVE_STATUSES, FINAL_STATUSES, isFinal } from '../state.ts';

/** Of so many walks one is taken: all of them take a second, which is too long for every mutant. */
const WALKS_LEFT_OUT = Number(process.env['WALKS_LEFT_OUT'] ?? 1);

describe('the machine as a whole', () => {
  // Seconds on a quiet machine.
  vi.setConfig({ testTimeout: 60_000 });

  /** Walks cancellations of every kind through everything that can happen to them. */
  function walk(seed: readonly number[], setting: Setting, visit: (c: Case) => void): Case {
    const walked = new Case(setting);
    const choices = [...seed];
    const pick = (n: number) => (choices.shift() ?? 0) % n;
    walked.bend = () =>
      (['do', 'do', 'do', 'lose answer', 'lose request', 'refuse'] as const)[pick(6)] ?? 'do';
    walked.refundStatus = (['SUCCESS', 'PENDING', 'FAILURE'] as const)[pick(3)] ?? 'SUCCESS';
    for (let steps = 0; steps < 400 && !isFinal(walked.state.status); steps += 1) {
      visit(walked);
      disturb(walked, pick(40));
      if (walked.step()) continue;
      const offered = walked.state.attention?.choices ?? [];
      const choice = offered[pick(offered.length || 1)];
      if (choice) walked.command({ type: 'resume', actor: STAFF, choice });
      walked.bend = () => 'do';
      walked.refundStatus = 'SUCCESS';
    }
    visit(walked);
    return walked;
  }

  function disturb(c: Case, what: number): void {
    if (what === 1) c.command({ type: 'approve', actor: STAFF, plan: c.state.plan });
    if (what === 2) c.command({ type: 'decline', actor: STAFF, nextStep: 'contact_shop' });
    if (what === 3) c.command({ type: 'withdraw' });
    if (what === 4 && c.facts.cancelledAt === null) {
      c.facts = { ...c.facts, cancelledAt: c.now, cancellationStaffNote: null };
    }
    if (what === 5 && c.facts.cancelledAt === null) {
      c.facts = { ...c.facts, fulfillmentStatus: 'FULFILLED' };
    }
    if (what >= 6 && what <= 12) c.settleRefunds(what === 6 ? 'FAILURE' : 'SUCCESS');
    if (what >= 13 && what <= 16) {
      c.changeWork(acceptedWork.id, (fo) =>
        fo.requestStatus === 'CANCELLATION_REQUESTED'
          ? what === 13
            ? { ...fo, requestStatus: 'CANCELLATION_REJECTED' }
            : { ...fo, status: 'CLOSED', requestStatus: 'CANCELLATION_ACCEPTED' }
          : fo,
      );
    }
    if (what === 17) c.settlePayments('FAILURE');
    if (what === 18 || what === 19) c.settlePayments('SUCCESS');
    if (what === 20 && c.facts.disputes.length === 0) {
      c.facts = { ...c.facts, disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] };
    }
    if (what === 21) c.facts = { ...c.facts, disputes: [] };
    c.now += SECOND;
  }

  const settings = fc.record({
    subject: fc.constantFrom<Pick<Setting, 'facts' | 'selection' | 'method' | 'terms'>>(
      { facts: order() },
      {
        facts: order({
          transactions: [transaction({ kind: 'AUTHORIZATION' })],
          outstanding: eur(10_000),
        }),
      },
      { facts: order({ transactions: [transaction({ isManual: true })] }) },
      { facts: order({ fulfillmentOrders: [acceptedWork] }) },
      { facts: order({ fulfillmentOrders: [] }) },
      { facts: order({ transactions: [pendingCard], outstanding: eur(10_000) }) },
      { facts: twoLines, selection: oneUnit },
      { facts: unpaid, selection: oneUnit },
      { facts: twoLines, method: 'store_credit', terms: { bonusPercent: 10 } },
      { facts: withGiftCard(twoLines, giftCard) },
      {
        facts: {
          ...twoLines,
          lines: twoLines.lines.map((item) =>
            item.id === line(1) ? { ...item, productTags: ['recalled'] } : item,
          ),
        },
        terms: { restock: { byDefault: true, neverTags: ['recalled'] } },
      },
    ),
    handling: fc.constantFrom('automatic' as const, 'review' as const),
    teller: fc.constantFrom('unorder' as const, 'shopify' as const, 'nobody' as const),
    by: fc.constantFrom('shopper' as const, 'staff' as const),
  });
  const settingOf = ({
    subject,
    ...rest
  }: typeof settings extends fc.Arbitrary<infer T> ? T : never) => ({
    ...subject,
    ...rest,
  });
  const seeds = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 });

  it('reaches every status, and from every unfinished one there is a way on', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), (c) => {
          reached.add(c.state.status);
          if (isFinal(c.state.status)) return;
          const step = next(c.state, c.now);
          expect(step.do).not.toBe('nothing');
          if (c.state.status === 'needs_attention')
            expect(c.state.attention?.choices.length).toBeGreaterThan(0);
        });
        for (const status of walked.visited) reached.add(status);
        expect(isFinal(walked.state.status)).toBe(true);
      }),
      { numRuns: 800 / WALKS_LEFT_OUT, seed: 20261122 },
    );
    if (WALKS_LEFT_OUT === 1) {
      expect([...reached].sort()).toEqual([...LIVE_STATUSES, ...FINAL_STATUSES].sort());
    }
  });

  it('never performs a cancel or a hold twice, whatever happens to the answers', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        expect(count(walked.performed, 'cancel')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'refund_lines')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'edit_lines')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'deactivate_gift_card')).toBeLessThanOrEqual(1);
        expect(count(walked.performed, 'hold')).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 / WALKS_LEFT_OUT, seed: 7 },
    );
  });

  it('never gives back more than was planned', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        const givenBack = walked.facts.transactions
          .filter((t) => t.kind === 'REFUND' && t.status !== 'FAILURE')
          .reduce((total, t) => total + t.amount.presentment.minor, 0);
        const { amount, bonus, pendingPayment } = walked.state.plan.refund;
        const promised = amount.minor + bonus.minor + pendingPayment.minor;
        expect(givenBack).toBeLessThanOrEqual(promised);
      }),
      { numRuns: 500 / WALKS_LEFT_OUT, seed: 8 },
    );
  });

  it('leaves no hold of its own behind when it goes back', () => {
    fc.assert(
      fc.property(seeds, settings, (seed, setting) => {
        const walked = walk(seed, settingOf(setting), () => undefined);
        const partial = walked.state.plan.refund.selection.kind === 'lines';
        if (walked.facts.cancelledAt !== null && !partial) return;
        if (walked.state.turnedBack?.ending === 'superseded') return;
        // A person went on although the platform would not release it.
        if (walked.events.some((e) => e.type === 'resumed' && e.choice === 'skip_step')) return;
        const held = walked.facts.fulfillmentOrders.flatMap((fo) => fo.holds);
        expect(held).toEqual([]);
      }),
      { numRuns: 500 / WALKS_LEFT_OUT, seed: 9 },
    );
  });
});
