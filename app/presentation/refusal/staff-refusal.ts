import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Refusal, RefusalOf } from '../../domain/refusal.ts';
import { unreachable } from '../../domain/result.ts';
import type { WrittenAmountFault } from '../../domain/text/written-amount.ts';
import type { Messages } from '../../messages/message-types.ts';
import { dateAndTime } from '../text/dates.ts';

type StaffMessages = Messages<'staff'>;

/** A refusal in staff words, with the lines it is about. */
export function presentStaffRefusal(refusal: Refusal, messages: StaffMessages): StaffRefusal {
  const said = { code: refusal.code, message: staffRefusalText(refusal, messages) };
  if ('lineItemIds' in refusal)
    return { ...said, lineIds: refusal.lineItemIds.map(legacyNumberOf) };
  return 'lineItemId' in refusal && refusal.lineItemId !== null
    ? { ...said, lineIds: [legacyNumberOf(refusal.lineItemId)] }
    : said;
}

/** What happened and what to do next, for the shop's staff. */
export function staffRefusalText(refusal: Refusal, messages: StaffMessages): string {
  const { t, locale } = messages;
  switch (refusal.code) {
    case 'window_closed':
      return t('refusals.window_closed', {
        time: dateAndTime(refusal.closedAt, locale, refusal.timeZone),
      });
    case 'no_rule_for_country':
      return refusal.countryCode === null
        ? t('refusals.no_rule_without_address')
        : t('refusals.no_rule_for_country', { country: refusal.countryCode });
    case 'excluded':
      return exclusionText(refusal, messages);
    case 'limit_reached':
      return t('refusals.limit_reached', {
        orders: t('refusals.limit_orders', { count: refusal.cancellations }),
        days: t('refusals.limit_days', { count: refusal.days }),
      });
    case 'units_already_sent':
      return t('refusals.units_already_sent', { count: refusal.sent });
    case 'bundle_cancels_together':
      return t('refusals.bundle_cancels_together', { bundle: refusal.groupTitle });
    case 'too_many_units':
      return refusal.available > 0
        ? t('refusals.too_many_units', { count: refusal.available })
        : t('refusals.too_many_units_none');
    case 'in_other_bulk':
      return t('refusals.in_other_bulk', { number: String(refusal.number) });
    case 'too_many_orders':
      return t('refusals.too_many_orders', { count: refusal.limit });
    case 'bulk_day_limit':
      return t('refusals.bulk_day_limit', { limit: formatMoney(refusal.limit, locale) });
    case 'too_many_views':
      return t('refusals.too_many_views', { count: refusal.limit });
    case 'too_many_lines':
      return t('refusals.too_many_lines', { count: refusal.limit });
    case 'platform_disagrees':
      return t('refusals.platform_disagrees', {
        where: disagreementText(refusal.where, messages),
        theirs: formatMoney(refusal.theirs, locale),
        ours: formatMoney(refusal.ours, locale),
      });
    case 'staff_refund_limit':
      return t('refusals.staff_refund_limit', { limit: formatMoney(refusal.limit, locale) });
    case 'staff_refund_limit_unnamed':
      return t('refusals.staff_refund_limit_unnamed', { currency: refusal.currencyCode });
    case 'text_too_long':
      return t(`refusals.text_too_long.${refusal.field}`, { count: refusal.limit });
    case 'amount_malformed':
      return refusal.written
        ? amountFaultText(refusal.written, messages)
        : t('refusals.amount_malformed', { example: amountExample(locale) });
    case 'notification_malformed':
      return (
        messages.find(`refusals.notification_malformed.${refusal.field}`) ??
        t('refusals.notification_malformed.other')
      );
    case 'template_faulty': {
      const said = t(`refusals.template_faulty.${refusal.fault}`, {
        where: t(`refusals.template_faulty.in.${refusal.where}`),
        what: refusal.what,
      });
      const { line, column } = refusal;
      return line === null || column === null
        ? said
        : `${said} ${t('refusals.template_faulty.at', { line, column })}`;
    }
    case 'already_answered':
      return refusal.by !== null &&
        (refusal.answered === 'approved' || refusal.answered === 'declined')
        ? t(`refusals.already_answered.${refusal.answered}_by`, { name: refusal.by })
        : t(`refusals.already_answered.${refusal.answered}`);
    case 'amount_above_maximum':
      return t('refusals.amount_above_maximum', {
        maximum: formatMoney(refusal.maximum, locale),
      });
    case 'amount_changed':
      return t('refusals.amount_changed', {
        shown: formatMoney(refusal.shown, locale),
        now: formatMoney(refusal.now, locale),
      });
    default:
      return t(`refusals.${refusal.code}`);
  }
}

/** Refusals as staff read them, each once. */
export const staffRefusalTexts = (
  refusals: readonly Refusal[],
  messages: StaffMessages,
): readonly string[] => [
  ...new Set(refusals.map((refusal) => staffRefusalText(refusal, messages))),
];

/** What is wrong with a text that should be an amount, and what would be right. */
export function amountFaultText(
  { fault, currencyCode: currency, decimals, example }: WrittenAmountFault,
  { t }: StaffMessages,
): string {
  switch (fault) {
    case 'too_many_decimals':
      return decimals === 0
        ? t('amountFaults.no_decimals', { currency, example })
        : t('amountFaults.too_many_decimals', { currency, example, count: decimals });
    case 'missing':
    case 'negative':
    case 'ambiguous':
    case 'exponent':
      return t(`amountFaults.${fault}`, { example });
    case 'too_long':
      return t('amountFaults.too_long');
    case 'not_a_number':
      return t('amountFaults.not_a_number', { currency, example });
    default:
      return unreachable(fault);
  }
}

/** Where the app and the platform differ: a `BreakdownPart`, or the English phrase that events of before keep. */
export function disagreementText(where: string, { t }: StaffMessages): string {
  const [part = '', ...rest] = asPart(where).split(':');
  const of = rest.join(':');
  switch (part) {
    case 'goods':
    case 'goods_tax':
      return t(`breakdownParts.${part}`, { title: of });
    case 'payment':
      return t('breakdownParts.payment', { method: of });
    case 'shipping':
    case 'shipping_tax':
    case 'duties':
    case 'maximum':
      return t(`breakdownParts.${part}`);
    default:
      return where;
  }
}

/** A phrase that was stored before parts had codes, as the part that it means. */
const asPart = (where: string): string =>
  where
    .replace(/^line (.*): goods$/s, 'goods:$1')
    .replace(/^line (.*): tax$/s, 'goods_tax:$1')
    .replace(/^payment by /, 'payment:')
    .replace(/^shipping: tax$/, 'shipping_tax')
    .replace(/^the maximum refund$/, 'maximum');

function exclusionText(
  { exclusion, matched }: RefusalOf<'excluded'>,
  { t }: StaffMessages,
): string {
  const kind = t(`exclusions.${exclusion}`);
  const what = matched === null ? kind : t('refusals.excluded_matched', { what: kind, matched });
  return t('refusals.excluded', { what });
}

/** Twelve and a half of anything. */
const amountExample = (locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(12.5);
