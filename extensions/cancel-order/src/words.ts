import type { TurnBackReason } from '../../../app/domain/cancellation/events.ts';
import type { RefusalCode } from '../../../app/domain/refusal.ts';
import type { ShopperRefusal } from '../../../app/presentation/shopper-view.ts';

/** `shopify.i18n.translate`, as far as text goes. */
export type Translate = (key: string, replacements?: Record<string, string | number>) => string;

/** `shopify.i18n`, as far as this extension needs it. */
export interface Words {
  readonly translate: Translate;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/**
 * Refusals the locale files have words for. Those a shopper can never meet (they answer to staff's
 * input) are left out: the app's own message stands in for them and for codes newer than this bundle.
 */
const REFUSALS: Record<RefusalCode, boolean> = {
  policy_disabled: true,
  window_closed: true,
  fulfilment_started: true,
  already_fulfilled: true,
  partly_fulfilled: true,
  already_cancelled: true,
  active_return: true,
  payment_pending: true,
  company_purchase: true,
  order_not_found: true,
  already_open: true,
  unknown_reason: true,
  text_too_long: true,
  amount_malformed: false,
  amount_not_positive: false,
  amount_above_maximum: false,
  store_credit_needs_customer: true,
  amount_changed: true,
  not_found: true,
  not_waiting_for_review: true,
  too_late_to_stop: true,
  choice_not_offered: true,
  platform_unavailable: true,
};

/** Codes of refusals that must have a text in every locale. */
export const TRANSLATED_REFUSALS: readonly string[] = codesIn(REFUSALS);

/** What happened and what to do next, in the shopper's language where there are words for it. */
export function refusalText(translate: Translate, refusal: ShopperRefusal): string {
  return TRANSLATED_REFUSALS.includes(refusal.code)
    ? translate(`refusals.${refusal.code}`)
    : refusal.message;
}

/** Why a request can end without a cancellation; the others are not told as a decline. */
const DECLINES: Record<TurnBackReason['code'], boolean> = {
  staff_declined: true,
  not_answered: true,
  already_shipped: true,
  fulfilment_started: true,
  warehouse_refused: true,
  not_possible: true,
  customer_withdrew: false,
  cancelled_elsewhere: false,
};

/** Codes of declines that must have a text in every locale. */
export const TRANSLATED_DECLINES: readonly string[] = codesIn(DECLINES);

/** Why the request was declined and what to do next. */
export function declineText(translate: Translate, declined: ShopperRefusal): string {
  return TRANSLATED_DECLINES.includes(declined.code)
    ? translate(`declines.${declined.code}`)
    : declined.message;
}

function codesIn(translated: Record<string, boolean>): readonly string[] {
  return Object.keys(translated).filter((code) => translated[code]);
}

/** "5 March at 14:05", as the shopper's language writes it. */
export function moment(words: Words, iso: string): string {
  return words.formatDate(new Date(iso), {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
}
