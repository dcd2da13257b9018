import type { Exclusion, RefusalCode, TurnBackReason } from '../../../app/contract/codes.ts';
import type { ShopperRefusal } from '../../../app/contract/shopper/shopper-view.ts';

/** `shopify.i18n.translate`, as far as text goes. */
export type Translate = (key: string, replacements?: Record<string, string | number>) => string;

/** `shopify.i18n`, as far as this extension needs it. */
export interface Words {
  readonly translate: Translate;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/**
 * Refusals the locale files have words for. Those a shopper can never meet (they answer to staff, or stand
 * for something more exact) are left out: the app's own message stands in for them and for codes newer than
 * this bundle.
 */
const REFUSALS: Record<RefusalCode, boolean> = {
  policy_disabled: true,
  window_closed: true,
  fulfillment_started: true,
  already_fulfilled: true,
  partly_fulfilled: true,
  label_bought: true,
  already_cancelled: true,
  active_return: true,
  payment_pending: true,
  company_purchase: true,
  not_a_company_buyer: true,
  no_rule_for_buyer: true,
  no_rule_for_country: true,
  only_whole_order: true,
  only_whole_lines: true,
  // Either the merchant's own words or one of the exclusions below.
  excluded: false,
  limit_reached: true,
  units_already_sent: true,
  work_at_fulfillment_service: true,
  bundle_cancels_together: true,
  free_item_left: true,
  gift_card_redeemed: true,
  dispute_open: true,
  not_editable: true,
  point_of_sale: true,
  ready_for_pickup: true,
  older_than_orders_shown: true,
  nothing_selected: true,
  selection_malformed: true,
  too_many_units: true,
  too_many_lines: true,
  platform_disagrees: true,
  method_not_offered: true,
  comment_needed: true,
  already_answered: false,
  staff_unknown: false,
  settings_changed: false,
  notification_malformed: false,
  template_faulty: false,
  no_mail_server: false,
  test_mail_failed: false,
  note_needed: false,
  proof_needed: false,
  staff_may_not_cancel: false,
  staff_may_not_override: false,
  staff_may_not_change_policy: false,
  staff_refund_limit: false,
  staff_refund_limit_unnamed: false,
  staff_may_not_refund: false,
  staff_may_not_edit_orders: false,
  staff_may_not_see_customer_data: false,
  flow_beyond_staff: false,
  nothing_to_hold: false,
  staff_may_not_see_health: false,
  data_request_not_found: false,
  order_not_found: true,
  already_open: true,
  already_declined: true,
  unknown_reason: true,
  text_too_long: true,
  amount_malformed: true,
  amount_not_positive: false,
  amount_above_maximum: false,
  store_credit_needs_customer: true,
  amount_changed: true,
  not_found: true,
  not_waiting_for_review: true,
  too_late_to_stop: true,
  choice_not_offered: true,
  too_many_requests: true,
  overtaken: true,
  platform_unavailable: true,
  order_unreadable: true,
  in_other_bulk: false,
  too_many_orders: false,
  bulk_not_found: false,
  bulk_not_reviewed: false,
  bulk_day_limit: false,
  view_name_taken: false,
  too_many_views: false,
  view_not_found: false,
};

/** What a policy can leave out: each has words of its own for merchants who wrote none. */
const EXCLUSIONS: Record<Exclusion['kind'], true> = {
  product_tag: true,
  product_type: true,
  collection: true,
  final_sale: true,
  gift_card: true,
  subscription: true,
  pre_order: true,
  personalised: true,
  digital: true,
  customer_tag: true,
  order_tag: true,
  sales_channel: true,
  payment_method: true,
  risk_level: true,
};

/** Codes of refusals that must have a text in every locale. */
export const TRANSLATED_REFUSALS: readonly string[] = [
  ...codesIn(REFUSALS),
  ...codesIn(EXCLUSIONS).map((kind) => `excluded_${kind}`),
];

/** Codes that the app tells in its own words, or never to a shopper. */
export const UNTRANSLATED_REFUSALS: readonly string[] = Object.keys(REFUSALS).filter(
  (code) => !TRANSLATED_REFUSALS.includes(code),
);

/**
 * What happened and what to do next, in the shopper's language where there are words for it; refusals that
 * say the same are told once.
 */
export function refusalTexts(
  translate: Translate,
  refusals: readonly ShopperRefusal[],
): readonly string[] {
  const texts = refusals.map(({ code, message }) =>
    TRANSLATED_REFUSALS.includes(code) ? translate(`refusals.${code}`) : message,
  );
  return [...new Set(texts)];
}

/** Why a request can end without a cancellation; the others are not told as a decline. */
const DECLINES: Record<TurnBackReason['code'], boolean> = {
  staff_declined: true,
  not_answered: true,
  already_shipped: true,
  fulfillment_started: true,
  warehouse_refused: true,
  not_possible: true,
  customer_withdrew: true,
  cancelled_elsewhere: false,
  order_gone: true,
  outcome_unknown: true,
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

/** What the way into the window is called: a whole order that cannot be cancelled is not promised. */
export const menuLabel = ({ notWhole }: { readonly notWhole: unknown }): string =>
  notWhole === null ? 'menu.cancelOrder' : 'menu.cancelItems';

/** "5 March at 14:05", as the shopper's language writes it; French has an ordinal for the first of a month. */
export function moment(words: Words, iso: string): string {
  const said = words.formatDate(new Date(iso), {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return words.translate('language') === 'fr' ? said.replace(/^1(?= )/, '1er') : said;
}
