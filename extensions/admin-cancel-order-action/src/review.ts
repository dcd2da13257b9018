import type { StaffCancelBody } from '../../../app/presentation/staff-view.ts';
import type { Translate } from '../../shared/staff/words.ts';
import { isSameAmount, type Offer } from './cancel-form.ts';

/**
 * What will happen, one sentence each.
 *
 * @param amount the refund amount, ready to read
 */
export function review(
  form: StaffCancelBody,
  offer: Offer,
  amount: string,
  t: Translate,
): readonly string[] {
  return [
    t('review.stop'),
    ...refundSentences(form, offer, amount, t),
    ...offer.releases.map((release) => t('review.release', { ...release })),
    t(form.restock ? 'review.restock' : 'review.noRestock'),
    t(form.notify ? 'review.notify' : 'review.noNotify'),
  ];
}

function refundSentences(
  form: StaffCancelBody,
  offer: Offer,
  amount: string,
  t: Translate,
): readonly string[] {
  if (!form.issueRefund) return [t('review.noRefund')];
  if (form.method === 'store_credit') return [t('review.storeCredit', { amount })];
  if (!isSameAmount(form.amount, offer.maximum)) {
    return [t('review.partOfRefund', { amount, maximum: offer.maximumFormatted })];
  }
  return offer.refunds.map((refund) =>
    t(refund.isManual ? 'review.byHand' : 'review.refund', {
      amount: refund.amount,
      method: refund.method,
    }),
  );
}
