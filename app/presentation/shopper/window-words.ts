import type {
  ShopperCancellation,
  ShopperQuote,
  ShopperRefusal,
} from '../../contract/shopper/shopper-view.ts';
import type { Messages, Translate } from '../../messages/message-types.ts';

/** Refusals as the window tells them, each text once; the app's words for those it has none for. */
export const refusalTexts = (
  refusals: readonly ShopperRefusal[],
  { find }: Messages<'shopper'>,
): readonly string[] => [
  ...new Set(refusals.map(({ code, message }) => find(`refusals.${code}`) ?? message)),
];

/** Why a request was declined, as the window tells it. */
export const declineText = (
  { code, message }: ShopperRefusal,
  { find }: Messages<'shopper'>,
): string => find(`declines.${code}`) ?? message;

/** Which of the window's texts about a cancellation's state fits: the key below `status`. */
export function statusWording({ status, scope, timeline }: ShopperCancellation) {
  switch (status) {
    case 'in_progress':
    case 'cancelled':
    case 'completed':
      return `${status}.${scope}` as const;
    case 'needs_attention':
      // Once it is cancelled only the money can still be in question.
      return timeline.some(({ step, at }) => step === 'cancelled' && at !== null)
        ? 'money_needs_attention'
        : status;
    default:
      return status;
  }
}

/** What a line of the breakdown is for. */
export const breakdownText = (
  { kind, detail }: ShopperQuote['breakdown'][number],
  t: Translate<'shopper'>,
): string =>
  kind === 'lost_deal' && detail !== null
    ? t('breakdown.lost_discount', { title: detail })
    : t(`breakdown.${kind}`);
