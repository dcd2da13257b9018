import { formatMoney, parseMoney, isCurrencyCode } from '../../domain/money.ts';
import type {
  AmountsByCurrency,
  Exclusion,
  PolicyDocument,
  Rule,
  Window,
} from '../../domain/policy/document/policy.ts';
import type { Messages } from '../../messages/message-types.ts';
import { countryName, weekdayName } from '../text/names.ts';
import { listed } from '../text/listed.ts';
import { percentText } from '../text/percent.ts';

/*
 * A policy in the words of the shop's staff, a sentence a part. Customers read `publish.ts` instead. What is
 * still being typed is read as well as it can be: these words never throw.
 */

type StaffMessages = Messages<'staff'>;

const MOST_NAMES = 3;

/** Who a rule is for: "Customers and guests in Germany and Austria". */
export function whoWords(
  { who, countries }: Pick<Rule, 'who' | 'countries'>,
  messages: StaffMessages,
): string {
  const { t, locale } = messages;
  if (who.length === 0) return t('policyWords.who.none');
  const buyers =
    who.length === 3
      ? t('policyWords.who.everybody')
      : listOf(
          who.map((buyer) => t(`policyWords.who.buyers.${buyer}`)),
          messages,
        );
  if (countries.length === 0) return capital(buyers, messages);
  const named = shortList(
    countries.map((code) => countryName(code, locale)),
    messages,
  );
  return capital(t('policyWords.who.in', { buyers, countries: named }), messages);
}

/** What can be cancelled: the choice and what is left out of it. */
export function whatWords(
  { what, exclusions }: Pick<Rule, 'what' | 'exclusions'>,
  messages: StaffMessages,
): string {
  const { t } = messages;
  const excluded = (['refuse', 'review'] as const).flatMap((then) => {
    const things = exclusions.filter((exclusion) => exclusion.then === then);
    return things.length === 0
      ? []
      : [
          t(`policyWords.excluded.${then}`, {
            things: listOf(
              things.map((thing) => exclusionName(thing, messages)),
              messages,
            ),
          }),
        ];
  });
  return [t(`policyWords.what.${what}`), ...excluded].join(' ');
}

/** What an exclusion leaves out, with its values: "products with a tag (clearance)". */
function exclusionName(exclusion: Exclusion, messages: StaffMessages): string {
  const thing = messages.t(`policy.exclusion.name.${exclusion.kind}`);
  const values = exclusionValues(exclusion, messages);
  return values.length === 0
    ? thing
    : messages.t('policyWords.excluded.values', { thing, values: shortList(values, messages) });
}

/** The values of an exclusion as people read them; collections have only ids here, so they are counted. */
function exclusionValues(exclusion: Exclusion, { t }: StaffMessages): readonly string[] {
  switch (exclusion.kind) {
    case 'risk_level':
      return exclusion.values.map((level) => t(`policyWords.risk.${level}`));
    case 'collection':
      return [t('policyWords.collections', { count: exclusion.values.length })];
    default:
      return 'values' in exclusion ? exclusion.values : [];
  }
}

/** When a rule lets whom do what by themselves: "Instant within 1 hour. By request …". */
export function whenWords(
  { instant, request }: Pick<Rule, 'instant' | 'request'>,
  messages: StaffMessages,
): string {
  const { t } = messages;
  const words = (window: Window) => windowWords(window, messages);
  if (instant && request) {
    return t('policyWords.when.both', { instant: words(instant), request: words(request) });
  }
  if (instant) return t('policyWords.when.instant', { instant: words(instant) });
  if (request) return t('policyWords.when.request', { request: words(request) });
  return t('policyWords.when.never');
}

/** Until when a window is open: "within 2 hours, until 14:00 and before fulfillment starts". */
export function windowWords(
  { minutes, cutOff, untilFulfillment }: Window,
  messages: StaffMessages,
): string {
  const { t } = messages;
  const limits = [
    ...(minutes === null
      ? []
      : [t('policyWords.window.within', { duration: durationWords(minutes, messages) })]),
    ...(cutOff === null ? [] : [t('policyWords.window.until', { time: cutOff })]),
    ...(untilFulfillment ? [t('policyWords.window.fulfillment')] : []),
  ];
  return limits.length === 0 ? t('policyWords.window.shipped') : listOf(limits, messages);
}

const UNITS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A number of minutes in larger words: 90 are "1 hour 30 minutes". */
export function durationWords(minutes: number, { t }: StaffMessages): string {
  if (!Number.isSafeInteger(minutes) || minutes < 1) return t('policyWords.unknown');
  let left = minutes;
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count === 0 ? [] : [t(`policyWords.duration.${unit}`, { count })];
  });
  return parts.join(' ');
}

/** From which worth on a person decides even within the instant window. */
export function reviewAboveWords(
  { reviewAbove }: Pick<Rule, 'reviewAbove'>,
  messages: StaffMessages,
): string {
  return reviewAbove === null
    ? messages.t('policyWords.reviewAbove.none')
    : messages.t('policyWords.reviewAbove.above', { amount: amountsWords(reviewAbove, messages) });
}

/** How the refund is paid. */
export const refundWords = (rule: Pick<Rule, 'refund'>, messages: StaffMessages): string =>
  capital(refundPhrase(rule, messages), messages);

function refundPhrase({ refund }: Pick<Rule, 'refund'>, messages: StaffMessages): string {
  const { method, storeCreditBonusPercent: bonus } = refund;
  return method === 'original' || bonus === null
    ? messages.t(`policyWords.refund.${method}`)
    : messages.t(`policyWords.refund.${method}Bonus`, { percent: percentWords(bonus, messages) });
}

/** What is kept for the trouble. */
export const feeWords = (rule: Pick<Rule, 'fee'>, messages: StaffMessages): string =>
  capital(feePhrase(rule, messages), messages);

function feePhrase({ fee }: Pick<Rule, 'fee'>, messages: StaffMessages): string {
  if (fee.kind === 'none') return messages.t('policyWords.fee.none');
  const amount =
    fee.kind === 'fixed'
      ? amountsWords(fee.amounts, messages)
      : percentWords(fee.percent, messages);
  return messages.t(`policyWords.fee.${fee.touches}`, { amount });
}

/** Where the goods go. */
export function restockWords({ restock }: Pick<Rule, 'restock'>, messages: StaffMessages): string {
  const { byDefault, neverTags } = restock;
  if (!byDefault) return messages.t('policyWords.restock.none');
  return neverTags.length === 0
    ? messages.t('policyWords.restock.all')
    : messages.t('policyWords.restock.except', { tags: listOf(neverTags, messages) });
}

/** What happens to amounts of the whole order when a part is cancelled. */
export function partialWords({ partial }: Pick<Rule, 'partial'>, messages: StaffMessages): string {
  const { t } = messages;
  return (['proportional', 'keep'] as const)
    .flatMap((choice) => {
      const parts = (['shipping', 'tip', 'duties'] as const)
        .filter((part) => partial[part] === choice)
        .map((part) => t(`policyWords.partial.parts.${part}`));
      return parts.length === 0
        ? []
        : [
            t(`policyWords.partial.${choice}`, {
              parts: capital(listOf(parts, messages), messages),
            }),
          ];
    })
    .join('. ');
}

/** What happens to deals that the rest of the order no longer earns. */
export function thresholdWords(
  { thresholds }: Pick<Rule, 'thresholds'>,
  messages: StaffMessages,
): string {
  const { t } = messages;
  if (thresholds.behaviour === 'keep_the_deal') return t('policyWords.deals.keep');
  const { freeShipping, discounts } = thresholds;
  const lost = [
    ...(freeShipping
      ? [
          t('policyWords.deals.freeShipping', {
            amount: amountsWords(freeShipping.minimum, messages),
          }),
        ]
      : []),
    ...discounts.map(({ title, minimum }) =>
      t('policyWords.deals.discount', { title, amount: amountsWords(minimum, messages) }),
    ),
  ];
  return lost.length === 0
    ? t('policyWords.deals.none')
    : t('policyWords.deals.deducted', { deals: listOf(lost, messages) });
}

/** A rule in one line: who, until when, how, what comes back. */
export function ruleWords(rule: Rule, messages: StaffMessages): readonly string[] {
  const { t } = messages;
  const window = (of: Window) => ({ window: windowWords(of, messages) });
  return [
    whoWords(rule, messages),
    ...(rule.instant ? [t('policyWords.line.instant', window(rule.instant))] : []),
    ...(rule.request ? [t('policyWords.line.request', window(rule.request))] : []),
    rule.fee.kind === 'none' ? t('policyWords.fee.full') : feePhrase(rule, messages),
    ...(rule.refund.method === 'original' ? [] : [refundPhrase(rule, messages)]),
  ];
}

/** How often one customer may cancel. */
export function limitWords(
  { limit }: Pick<PolicyDocument, 'limit'>,
  messages: StaffMessages,
): string {
  const { t } = messages;
  if (!limit) return t('policyWords.limit.none');
  const { then, exemptTag: tag } = limit;
  const [cancellations, days] = limitCounts(limit, messages);
  return [
    t(`policyWords.limit.${then}`, { cancellations, days }),
    ...(tag === null ? [] : [t('policyWords.limit.exempt', { tag })]),
  ].join(' ');
}

/** "3 cancellations" and "30 days". */
function limitCounts(
  { cancellations, days }: NonNullable<PolicyDocument['limit']>,
  { t }: StaffMessages,
): readonly [string, string] {
  const counted = (key: 'limit.cancellations' | 'duration.day', count: number) =>
    Number.isFinite(count) ? t(`policyWords.${key}`, { count }) : t('policyWords.unknown');
  return [counted('limit.cancellations', cancellations), counted('duration.day', days)];
}

/** On which days the shop works. */
export function calendarWords(
  { calendar }: Pick<PolicyDocument, 'calendar'>,
  messages: StaffMessages,
): string {
  const { t, locale } = messages;
  const { openingDays, closedOn } = calendar;
  const count = closedOn.length;
  if (openingDays.length === 0) return t('policyWords.calendar.never');
  if (openingDays.length === 7) {
    return count === 0
      ? t('policyWords.calendar.everyDay')
      : t('policyWords.calendar.everyDayExcept', { count });
  }
  const names = openingDays.toSorted().map((day) => weekdayName(day, locale));
  const days = listOf(names, messages);
  return count === 0
    ? t('policyWords.calendar.days', { days })
    : t('policyWords.calendar.daysExcept', { days, count });
}

/** What one kind of staff may do: "Collaborators cannot cancel orders." */
export function staffWords(
  role: 'member' | 'collaborator',
  { mayCancel, mayOverridePolicy, refundUpTo }: PolicyDocument['staff']['member'],
  messages: StaffMessages,
): string {
  const { t } = messages;
  const who = t(`policy.role.${role}`);
  if (!mayCancel) return t('policyWords.staff.none', { role: who });
  if (refundUpTo === null) {
    return t(mayOverridePolicy ? 'policyWords.staff.any' : 'policyWords.staff.anyWithin', {
      role: who,
    });
  }
  return t(mayOverridePolicy ? 'policyWords.staff.upTo' : 'policyWords.staff.upToWithin', {
    role: who,
    amount: amountsWords(refundUpTo, messages),
  });
}

/** Amounts as people read them; a text that is no amount as it stands. */
export function amountsWords(amounts: AmountsByCurrency, { t, locale }: StaffMessages): string {
  const texts = Object.entries(amounts).map(([currency, decimal]) => {
    const amount = isCurrencyCode(currency) ? parseMoney(decimal, currency) : null;
    return amount ? formatMoney(amount, locale) : t('policyWords.amountUnknown', { currency });
  });
  return texts.length === 0 ? t('policyWords.unknown') : listed(texts, locale, 'disjunction');
}

const percentWords = (percent: number, { t, locale }: StaffMessages): string =>
  Number.isFinite(percent) ? percentText(percent, locale) : t('policyWords.percentUnknown');

const listOf = (names: readonly string[], { locale }: StaffMessages): string =>
  listed(names, locale, 'conjunction');

/** The first few names, and how many more there are. */
function shortList(names: readonly string[], messages: StaffMessages): string {
  if (names.length <= MOST_NAMES + 1) return listOf(names, messages);
  const more = messages.t('policyWords.more', { count: names.length - MOST_NAMES });
  return listOf([...names.slice(0, MOST_NAMES), more], messages);
}

const capital = (text: string, { locale }: StaffMessages): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
