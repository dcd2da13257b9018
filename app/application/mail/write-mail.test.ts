import { describe, expect, it } from 'vitest';

import { Case, type Setting, half } from '../../../tests/support/facts/cancellation-case.ts';
import { RECIPIENT } from '../../../tests/support/stages/engine-stage.ts';
import { bag, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import type { CancellationTexts } from '../cancellation/ports.ts';
import type { MailContent } from './ports.ts';
import { writeMail, writePlannedMail } from './write-mail.ts';

const NOTHING_WRITTEN: CancellationTexts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};
const CASH = 'Cash on Delivery (COD)';
const CARD = transaction().gatewayName;

/** As the mail has it; the order page has to say the same. */
const mailed = ({ state }: Case): Partial<Extract<MailContent, { template: 'cancelled' }>> => {
  const mail = writeMail(state, 'cancelled', 'key', RECIPIENT, NOTHING_WRITTEN);
  if (mail?.content.template !== 'cancelled') throw new Error('Nothing was written');
  const { refunds, byHand, storeCredit } = mail.content;
  return { refunds, byHand, storeCredit };
};
const of = (gatewayName: string, minor: number) => ({ gatewayName, amount: eur(minor) });

describe('the mail about a cancelled order', () => {
  it('case 22: names money that was handed over apart from what goes back by card', () => {
    const facts = order({
      transactions: [
        transaction({ amount: bag(eur(6_000)) }),
        transaction({
          id: 'gid://shopify/OrderTransaction/2' as TransactionId,
          amount: bag(eur(4_000)),
          gatewayName: CASH,
          isManual: true,
        }),
      ],
    });
    expect(mailed(new Case({ facts }))).toEqual({
      refunds: [of(CARD, 6_000)],
      byHand: [of(CASH, 4_000)],
      storeCredit: null,
    });
  });

  const refused = (setting: Partial<Setting>): Case => {
    const failing = new Case({ facts: order(), choice: half, by: 'staff', ...setting });
    failing.refundStatus = 'FAILURE';
    failing.run();
    failing.refundStatus = 'SUCCESS';
    failing.now += HOUR;
    return failing;
  };

  it('case 4: names as handed over no more than a person settled, where staff gave back some by card', () => {
    const failing = refused({});
    failing.refundByOthers(eur(2_000));
    failing.look();
    failing.choose('settled_by_hand');
    expect(mailed(failing)).toEqual({
      refunds: [of(CARD, 2_000)],
      byHand: [of(CARD, 3_000)],
      storeCredit: null,
    });
  });

  it('case 14: promises no store credit that a person settled another way', () => {
    const failing = refused({ method: 'store_credit' });
    expect(failing.state.attention?.what).toBe('refund_failed');
    failing.choose('settled_by_hand');
    expect(mailed(failing)).toEqual({
      refunds: [],
      byHand: [of(CARD, 5_000)],
      storeCredit: null,
    });
  });

  it('case 4: nor any that was to stand for a refund and was settled another way', () => {
    const failing = refused({});
    failing.refundStatus = 'FAILURE';
    failing.choose('refund_as_store_credit');
    failing.run();
    expect(failing.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(5_000) });
    failing.choose('settled_by_hand');
    expect(mailed(failing)).toMatchObject({ refunds: [], storeCredit: null });
    expect(mailed(failing).byHand?.map(({ amount }) => amount)).toEqual([eur(5_000)]);
  });
});

describe('the mail as staff see it before they confirm', () => {
  const planned = (of: Case, note = '') =>
    writePlannedMail(of.state.plan.refund, note, 'key', RECIPIENT);

  it('is the one that is sent when all goes as planned', () => {
    const setting = new Case({ facts: order() });
    expect(planned(setting)).toEqual(
      writeMail(setting.state, 'cancelled', 'key', RECIPIENT, NOTHING_WRITTEN),
    );
  });

  it('has the note as it is being written, and no heading for an empty one', () => {
    const setting = new Case({ facts: order() });
    expect(planned(setting, 'Sorry!')?.content).toMatchObject({ note: 'Sorry!' });
    expect(planned(setting, ' \n')?.content).toMatchObject({ note: null });
  });

  it('is none for a customer without an address', () => {
    const { state } = new Case({ facts: order() });
    const nobody = { ...RECIPIENT, email: null };
    expect(writePlannedMail(state.plan.refund, '', 'key', nobody)).toBeNull();
  });
});
