import type { Translate } from '../../shared/staff/words.ts';
import { canRefund, isSameAmount, type Offer, type StaffCancelForm } from './cancel-form.ts';

/**
 * What will happen, one sentence each.
 *
 * @param amount the refund amount, ready to read
 */
export function review(
  form: StaffCancelForm,
  offer: Offer,
  amount: string,
  t: Translate,
): readonly string[] {
  const { selection, lines, releases, pending } = offer.quote;
  const items = lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ');
  return [
    selection.kind === 'order' ? t('review.stop') : t('review.stopItems', { items }),
    ...refundSentences(form, offer, amount, t),
    ...releases.map((release) => t('review.release', { ...release })),
    ...(pending === null ? [] : [t('review.pending', { amount: pending })]),
    t(form.restock ? 'review.restock' : 'review.noRestock'),
    t(form.notify ? 'review.notify' : 'review.noNotify'),
  ];
}

function refundSentences(
  form: StaffCancelForm,
  offer: Offer,
  amount: string,
  t: Translate,
): readonly string[] {
  const { quote } = offer;
  if (!form.issueRefund || !canRefund(offer)) return [t('review.noRefund')];
  if (form.method === 'store_credit') return [t('review.storeCredit', { amount })];
  if (!isSameAmount(form.amount, quote.amountDecimal)) {
    const part = t('review.partOfRefund', { amount, maximum: quote.maximumFormatted });
    return [part, ...quote.withoutWayBack];
  }
  const refunds = quote.refunds.map((refund) =>
    t(refund.isManual ? 'review.byHand' : 'review.refund', {
      amount: refund.amount,
      method: refund.method,
    }),
  );
  return [...refunds, ...quote.withoutWayBack];
}
