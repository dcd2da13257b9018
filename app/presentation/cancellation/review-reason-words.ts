import { formatMoney } from '../../domain/money.ts';
import type { ReviewReason } from '../../domain/policy/evaluation/evaluation.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { Messages } from '../../messages/message-types.ts';

/** Why a person has to look at a request, for staff. */
export function reviewReasonWords(
  reason: ReviewReason,
  { t, find, locale }: Messages<'staff'>,
): string {
  switch (reason.code) {
    case 'excluded':
      return t('reviewReason.excluded', {
        exclusion: find(`exclusions.${reason.exclusion}`) ?? reason.exclusion,
      });
    case 'above_amount':
      return reason.limit
        ? t('reviewReason.above_limit', { limit: formatMoney(reason.limit, locale) })
        : t('reviewReason.above_amount');
    case 'no_way_back':
      return t('reviewReason.no_way_back', { gateway: reason.gatewayName });
    default:
      return t(`reviewReason.${reason.code}`);
  }
}

/** Why a request waits for a person, a sentence each; empty for what does not wait for an answer. */
export function whyItWaits(
  { request, status }: Cancellation,
  messages: Messages<'staff'>,
): readonly string[] {
  if (status !== 'in_review') return [];
  const reasons = request.reviewReasons.map((reason) => reviewReasonWords(reason, messages));
  const noted = reasons.length > 0 ? reasons : [messages.t('reviewReason.not_noted')];
  return [
    ...new Set(noted),
    ...(request.workUnderWay ? [messages.t('reviewReason.work_under_way')] : []),
  ];
}
