import { formatMoney, parseMoney, isCurrencyCode } from '../../domain/money.ts';
import type {
  AmountsByCurrency,
  Buyer,
  Exclusion,
  PolicyDocument,
  Rule,
  Window,
} from '../../domain/policy/document/policy.ts';

/*
 * A policy in the words of the shop's staff, a sentence a part. Customers read `publish.ts` instead. What is
 * still being typed is read as well as it can be: these words never throw.
 */

const LOCALE = 'en';
const MOST_NAMES = 3;

const BUYERS: Readonly<Record<Buyer, string>> = {
  customer: 'customers',
  guest: 'guests',
  company_buyer: 'company buyers',
};

export const BUYER_LABELS: Readonly<Record<Buyer, string>> = {
  customer: 'Customers with an account',
  guest: 'Guests',
  company_buyer: 'Buyers of companies (B2B)',
};

/** Who a rule is for: "Customers and guests in Germany and Austria". */
export function whoWords({ who, countries }: Pick<Rule, 'who' | 'countries'>): string {
  const buyers = who.length === 3 ? 'everybody' : who.map((buyer) => BUYERS[buyer]);
  const named = typeof buyers === 'string' ? buyers : listOf(buyers);
  if (named === '') return 'No customers yet';
  const where = countries.length === 0 ? '' : ` in ${shortList(countries.map(countryName))}`;
  return capital(`${named}${where}`);
}

const WHAT: Readonly<Record<Rule['what'], string>> = {
  whole_order: 'Whole orders only',
  lines: 'Whole orders, or single items with all their units',
  quantities: 'Whole orders, single items, or some units of an item',
};

/** What can be cancelled: the choice and what is left out of it. */
export function whatWords({ what, exclusions }: Pick<Rule, 'what' | 'exclusions'>): string {
  const left = (then: Exclusion['then']) =>
    exclusions.filter((exclusion) => exclusion.then === then).map(exclusionName);
  const refused = left('refuse');
  const reviewed = left('review');
  return [
    `${WHAT[what]}.`,
    ...(refused.length === 0 ? [] : [`Not possible: ${listOf(refused)}.`]),
    ...(reviewed.length === 0 ? [] : [`Manual review: ${listOf(reviewed)}.`]),
  ].join(' ');
}

export const EXCLUSION_LABELS: Readonly<Record<Exclusion['kind'], string>> = {
  product_tag: 'Products with a tag',
  product_type: 'Products of a type',
  collection: 'Products of a collection',
  final_sale: 'Final sale',
  gift_card: 'Gift cards',
  subscription: 'Subscriptions',
  pre_order: 'Pre-orders',
  personalised: 'Personalised items',
  digital: 'Digital items',
  customer_tag: 'Customers with a tag',
  order_tag: 'Orders with a tag',
  sales_channel: 'Orders from a sales channel',
  payment_method: 'Orders paid by a method',
  risk_level: 'Orders with a fraud risk',
};

/** What an exclusion leaves out, with its values: "products with a tag (clearance)". */
function exclusionName(exclusion: Exclusion): string {
  const name = uncapital(EXCLUSION_LABELS[exclusion.kind]);
  const values = exclusionValues(exclusion);
  return values.length === 0 ? name : `${name} (${shortList(values)})`;
}

/** The values of an exclusion as people read them; collections have only ids here, so they are counted. */
function exclusionValues(exclusion: Exclusion): readonly string[] {
  switch (exclusion.kind) {
    case 'risk_level':
      return exclusion.values.map((level) => level.toLowerCase());
    case 'collection':
      return [counted(exclusion.values.length, 'collection')];
    default:
      return 'values' in exclusion ? exclusion.values : [];
  }
}

/** When a rule lets whom do what by themselves: "At once within 1 hour. After that by request …". */
export function whenWords({ instant, request }: Pick<Rule, 'instant' | 'request'>): string {
  if (instant && request) {
    return `Instant ${windowWords(instant)}. By request ${windowWords(request)}.`;
  }
  if (instant) return `Instant ${windowWords(instant)}.`;
  if (request) return `By request ${windowWords(request)}, with manual review.`;
  return 'Never: no time window is set.';
}

/** Until when a window is open: "within 2 hours, until 14:00 and before fulfillment starts". */
export function windowWords({ minutes, cutOff, untilFulfillment }: Window): string {
  const limits = [
    ...(minutes === null ? [] : [`within ${durationWords(minutes)}`]),
    ...(cutOff === null ? [] : [`until ${cutOff}`]),
    ...(untilFulfillment ? ['before fulfillment starts'] : []),
  ];
  return limits.length === 0 ? 'until shipped' : listOf(limits);
}

const UNITS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A number of minutes in larger words: 90 are "1 hour 30 minutes". */
export function durationWords(minutes: number): string {
  if (!Number.isSafeInteger(minutes) || minutes < 1) return '…';
  let left = minutes;
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count === 0 ? [] : [counted(count, unit)];
  });
  return parts.join(' ');
}

/** From which worth on a person decides even within the instant window. */
export function reviewAboveWords({ reviewAbove }: Pick<Rule, 'reviewAbove'>): string {
  return reviewAbove === null
    ? 'For orders of any amount.'
    : `Manual review above ${amountsWords(reviewAbove)}.`;
}

/** How the money comes back. */
export function refundWords({ refund }: Pick<Rule, 'refund'>): string {
  const { method, storeCreditBonusPercent } = refund;
  const bonus =
    storeCreditBonusPercent === null ? '' : ` with ${percentWords(storeCreditBonusPercent)} on top`;
  switch (method) {
    case 'original':
      return 'To the original payment methods';
    case 'store_credit':
      return `As store credit${bonus}`;
    case 'customers_choice':
      return `To the original payment methods, or as store credit${bonus}: the customer chooses`;
  }
}

/** What is kept for the trouble. */
export function feeWords({ fee }: Pick<Rule, 'fee'>): string {
  if (fee.kind === 'none') return 'No fee';
  const much = fee.kind === 'fixed' ? amountsWords(fee.amounts) : percentWords(fee.percent);
  const from = fee.touches === 'goods' ? 'the goods' : 'the goods and shipping';
  return `Fee of ${much}, deducted from the refund for ${from}`;
}

/** Where the goods go. */
export function restockWords({ restock }: Pick<Rule, 'restock'>): string {
  const { byDefault, neverTags } = restock;
  if (!byDefault) return 'Items are not restocked';
  return neverTags.length === 0
    ? 'Items are restocked'
    : `Items are restocked, except those tagged ${listOf(neverTags)}`;
}

/** What happens to amounts of the whole order when a part is cancelled. */
export function partialWords({ partial }: Pick<Rule, 'partial'>): string {
  const named = (choice: 'keep' | 'proportional') =>
    (['shipping', 'tip', 'duties'] as const).filter((part) => partial[part] === choice);
  const comesBack = named('proportional');
  const stays = named('keep');
  return [
    ...(comesBack.length === 0
      ? []
      : [`${capital(listOf(comesBack))} refunded in proportion to the items`]),
    ...(stays.length === 0 ? [] : [`${capital(listOf(stays))} not refunded`]),
  ].join('. ');
}

/** What happens to deals that the rest of the order no longer earns. */
export function thresholdWords({ thresholds }: Pick<Rule, 'thresholds'>): string {
  if (thresholds.behaviour === 'keep_the_deal') {
    return 'Discounts and free shipping are kept, even if the remaining items no longer meet their minimum';
  }
  const lost = [
    ...(thresholds.freeShipping
      ? [`free shipping below ${amountsWords(thresholds.freeShipping.minimum)}`]
      : []),
    ...thresholds.discounts.map(
      ({ title, minimum }) => `“${title}” below ${amountsWords(minimum)}`,
    ),
  ];
  return lost.length === 0
    ? 'Lost discounts are deducted. Add at least one discount or free-shipping minimum.'
    : `Deducted from the refund: ${listOf(lost)}`;
}

/** A rule in one line: who, until when, how, what comes back. */
export function ruleWords(rule: Rule): readonly string[] {
  return [
    whoWords(rule),
    ...(rule.instant ? [`instant ${windowWords(rule.instant)}`] : []),
    ...(rule.request ? [`by request ${windowWords(rule.request)}`] : []),
    rule.fee.kind === 'none' ? 'full refund' : uncapital(feeWords(rule)),
    ...(rule.refund.method === 'original' ? [] : [uncapital(refundWords(rule))]),
  ];
}

/** How often one customer may cancel. */
export function limitWords({ limit }: Pick<PolicyDocument, 'limit'>): string {
  if (!limit) return 'No limit to how often one customer cancels.';
  const then =
    limit.then === 'refuse'
      ? 'further requests are declined'
      : 'further requests need manual review';
  const exempt = limit.exemptTag === null ? '' : ` Customers tagged ${limit.exemptTag} are exempt.`;
  return `${counted(limit.cancellations, 'cancellation')} in ${counted(limit.days, 'day')} by one customer; ${then}.${exempt}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The name of an ISO weekday; Monday is 1. */
export const weekdayName = (isoDay: number): string => WEEKDAYS[isoDay - 1] ?? '';

/** On which days the shop works. */
export function calendarWords({ calendar }: Pick<PolicyDocument, 'calendar'>): string {
  const { openingDays, closedOn } = calendar;
  const days = openingDays.length === 7 ? 'every day' : openingDays.toSorted().map(weekdayName);
  const open = typeof days === 'string' ? days : listOf(days);
  const closed =
    closedOn.length === 0 ? '' : `, except on ${counted(closedOn.length, 'closed date')}`;
  return `Open ${open === '' ? 'on no day' : open}${closed}.`;
}

/** What one kind of staff may do. */
export function staffWords({
  mayCancel,
  mayOverridePolicy,
  refundUpTo,
}: PolicyDocument['staff']['member']): string {
  if (!mayCancel) return 'cannot cancel orders';
  const upTo = refundUpTo === null ? '' : `, refunds up to ${amountsWords(refundUpTo)}`;
  const beyond = mayOverridePolicy ? '' : ', within the policy only';
  return `can cancel orders${upTo}${beyond}`;
}

/** Amounts as people read them; a text that is no amount as it stands. */
export function amountsWords(amounts: AmountsByCurrency): string {
  const texts = Object.entries(amounts).map(([code, decimal]) => {
    const amount = isCurrencyCode(code) ? parseMoney(decimal, code) : null;
    return amount ? formatMoney(amount, LOCALE) : `${code} …`;
  });
  return texts.length === 0
    ? '…'
    : new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(texts);
}

const countries = new Intl.DisplayNames(LOCALE, { type: 'region' });
const currencies = new Intl.DisplayNames(LOCALE, { type: 'currency' });
const languages = new Intl.DisplayNames(LOCALE, { type: 'language' });

export const countryName = (code: string): string => nameIn(countries, code);
/** Shopify's codes of four letters have no name in CLDR. */
export const currencyName = (code: string): string =>
  code.length === 3 ? nameIn(currencies, code) : code;
export const languageName = (code: string): string => nameIn(languages, code);

/** Unknown codes are their own name; malformed ones throw in Intl. */
function nameIn(names: Intl.DisplayNames, code: string): string {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code) ? (names.of(code) ?? code) : code;
}

const percentWords = (percent: number): string =>
  Number.isFinite(percent)
    ? new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 }).format(
        percent / 100,
      )
    : '… %';

const counted = (count: number, thing: string): string =>
  `${Number.isFinite(count) ? count : '…'} ${thing}${count === 1 ? '' : 's'}`;

const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);

/** The first few names, and how many more there are. */
function shortList(names: readonly string[]): string {
  if (names.length <= MOST_NAMES + 1) return listOf(names);
  return listOf([...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
