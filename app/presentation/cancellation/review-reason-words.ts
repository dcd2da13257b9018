import type { ReviewReason } from '../../domain/policy/evaluation/evaluation.ts';
import type { Messages } from '../../messages/message-types.ts';

/** Why a person has to look at a request, for staff. */
export function reviewReasonWords(reason: ReviewReason, { t, find }: Messages<'staff'>): string {
  switch (reason.code) {
    case 'excluded':
      return t('reviewReason.excluded', {
        exclusion: find(`exclusions.${reason.exclusion}`) ?? reason.exclusion,
      });
    case 'no_way_back':
      return t('reviewReason.no_way_back', { gateway: reason.gatewayName });
    default:
      return t(`reviewReason.${reason.code}`);
  }
}
