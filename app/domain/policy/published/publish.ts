import {
  type Exclusion,
  type Policy,
  type PolicyDocument,
  type Rule,
  type Window,
  inLanguage,
} from '../document/policy.ts';
import { type Formats, formatsIn } from './published-formats.ts';
import { PUBLISHED_WORDS, publishedLanguage } from '../published-words/languages.ts';
import type { Limits, PublishedLanguage, PublishedWords } from '../published-words/words.ts';

export { PUBLISHED_LANGUAGES, type PublishedLanguage } from '../published-words/words.ts';

/** A policy as customers read it: plain text, to be escaped where it becomes HTML. */
export interface PublishedPolicy {
  readonly version: number;
  /** The language it is really in: English for one that has no words here. */
  readonly language: PublishedLanguage;
  readonly title: string;
  readonly introduction: readonly string[];
  /** One a rule, in the order in which they apply; none when cancelling is switched off. */
  readonly rules: readonly PublishedRule[];
  /** What holds for all rules. */
  readonly sections: readonly PublishedSection[];
}

export interface PublishedRule {
  /** Whom it is for; null when it is the only one. */
  readonly heading: string | null;
  readonly sections: readonly PublishedSection[];
}

export interface PublishedSection {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What the text needs to know of the shop. */
export interface PublishingShop {
  /** IANA name: cut-offs are told in it. */
  readonly timeZone: string;
  /** Titles of the collections that rules name, by id; one without a title is shown by its id. */
  readonly collectionTitles: ReadonlyMap<string, string>;
}

/**
 * The text of a policy in a customer's language, made from the rules that decide, so that the two cannot
 * disagree: everything of the document that can matter to a customer changes the text.
 */
export function publishPolicy(
  policy: Policy,
  locale: string,
  shop: PublishingShop,
): PublishedPolicy {
  const language = publishedLanguage(locale);
  const words = PUBLISHED_WORDS[language];
  const base = { version: policy.version, language, title: words.title };
  if (!policy.enabled) {
    return { ...base, introduction: [words.switchedOff], rules: [], sections: [] };
  }
  const format = formatsIn(words, shop.timeZone);
  return {
    ...base,
    introduction: [
      words.introduction,
      ...(policy.rules.length > 1 ? [words.ruleOrder] : []),
      words.nobodyElse,
      words.earlierOrders,
    ],
    rules: policy.rules.map((rule) => ({
      heading: policy.rules.length > 1 ? headingOf(rule, words, format) : null,
      sections: [
        { heading: words.headings.who, sentences: whoAndWhat(rule, words, format) },
        { heading: words.headings.until, sentences: untilWhen(rule, words, format) },
        { heading: words.headings.exceptions, sentences: exceptions(rule, words, format, shop) },
        { heading: words.headings.refund, sentences: refund(rule, words, format) },
        ...(rule.what === 'whole_order'
          ? []
          : [{ heading: words.headings.part, sentences: part(rule, words, format) }]),
      ],
    })),
    sections: [
      ...(hasCutOff(policy)
        ? [{ heading: words.headings.openingDays, sentences: openingDays(policy, words, format) }]
        : []),
      { heading: words.headings.how, sentences: how(policy, words, format) },
    ],
  };
}

const buyersOf = (rule: Rule, words: PublishedWords, { and }: Formats): string =>
  and(rule.who.map((buyer) => words.buyers[buyer]));

const countriesOf = (rule: Rule, { and, country }: Formats): string | null =>
  rule.countries.length === 0 ? null : and(rule.countries.map(country));

function headingOf(rule: Rule, words: PublishedWords, format: Formats): string {
  const buyers = buyersOf(rule, words, format);
  const countries = countriesOf(rule, format);
  const heading = countries === null ? buyers : `${buyers} (${countries})`;
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

const whoAndWhat = (rule: Rule, words: PublishedWords, format: Formats): readonly string[] => [
  words.who(buyersOf(rule, words, format), countriesOf(rule, format)),
  words.what[rule.what],
];

function untilWhen(rule: Rule, words: PublishedWords, format: Formats): readonly string[] {
  const limits = ({ minutes, cutOff, untilFulfillment }: Window): Limits => ({
    duration: minutes === null ? null : format.duration(minutes),
    cutOff: cutOff === null ? null : format.time(cutOff),
    untilFulfillment,
  });
  return [
    rule.instant ? words.instant(limits(rule.instant)) : words.noInstant,
    rule.request ? words.request(limits(rule.request)) : words.noRequest,
    ...(rule.reviewAbove ? [words.reviewAbove(format.amounts(rule.reviewAbove))] : []),
  ];
}

function exceptions(
  rule: Rule,
  words: PublishedWords,
  format: Formats,
  shop: PublishingShop,
): readonly string[] {
  const { always } = words;
  return [
    ...(rule.exclusions.length === 0 ? [words.noExceptions] : []),
    ...new Set(
      rule.exclusions.map((exclusion) => exclusionSentence(exclusion, words, format, shop)),
    ),
    always.sent,
    always.onlyTheShop,
    always.usedGiftCard,
    ...(rule.what === 'whole_order' ? [] : [always.bundle]),
  ];
}

function exclusionSentence(
  exclusion: Exclusion,
  words: PublishedWords,
  format: Formats,
  shop: PublishingShop,
): string {
  const values = format.or(valuesOf(exclusion, words, shop));
  const sentence = words[exclusion.then === 'refuse' ? 'refused' : 'reviewed'](
    words.exclusions[exclusion.kind](values),
  );
  return exclusion.wording ? `${sentence} ${inLanguage(exclusion.wording, words.code)}` : sentence;
}

function valuesOf(
  exclusion: Exclusion,
  words: PublishedWords,
  { collectionTitles }: PublishingShop,
): readonly string[] {
  if (!('values' in exclusion)) return [];
  switch (exclusion.kind) {
    // How a shop marks customers and orders, and what its fraud check thinks of them, is nobody else's to read.
    case 'risk_level':
    case 'customer_tag':
    case 'order_tag':
    case 'product_tag':
    case 'final_sale':
      return [];
    case 'collection':
      return exclusion.values.map((id) => words.quoted(collectionTitles.get(id) ?? id));
    default:
      return exclusion.values.map(words.quoted);
  }
}

function refund(rule: Rule, words: PublishedWords, format: Formats): readonly string[] {
  const { storeCreditBonusPercent: bonus } = rule.refund;
  return [
    words.method[rule.refund.method],
    ...(bonus === null ? [] : [words.bonus(format.percent(bonus))]),
    words.released,
    words.wholeOrder,
    ...feeSentences(rule, words, format),
  ];
}

function feeSentences({ fee }: Rule, words: PublishedWords, format: Formats): readonly string[] {
  switch (fee.kind) {
    case 'none':
      return [words.fee.none];
    case 'fixed':
      return [
        words.fee.fixed(format.amounts(fee.amounts)),
        words.fee.touches[fee.touches],
        words.fee.limits,
      ];
    case 'percent':
      return [
        words.fee.percent(format.percent(fee.percent)),
        words.fee.touches[fee.touches],
        words.fee.limits,
      ];
  }
}

function part(rule: Rule, words: PublishedWords, format: Formats): readonly string[] {
  const { shipping, tip, duties } = rule.partial;
  return [
    words.shipping[shipping],
    words.tip[tip],
    words.duties[duties],
    ...dealSentences(rule, words, format),
  ];
}

function dealSentences(
  { thresholds }: Rule,
  words: PublishedWords,
  format: Formats,
): readonly string[] {
  if (thresholds.behaviour === 'keep_the_deal') return [words.keepTheDeal];
  const { freeShipping, discounts } = thresholds;
  return [
    ...(freeShipping
      ? [
          words.freeShipping(
            format.amounts(freeShipping.minimum),
            format.amounts(freeShipping.price),
          ),
        ]
      : []),
    ...discounts.map(({ title, minimum }) =>
      words.discount(words.quoted(title), format.amounts(minimum)),
    ),
    words.otherDeals,
  ];
}

const hasCutOff = ({ rules }: PolicyDocument): boolean =>
  rules.some(({ instant, request }) => instant?.cutOff != null || request?.cutOff != null);

function openingDays(
  { calendar }: PolicyDocument,
  words: PublishedWords,
  format: Formats,
): readonly string[] {
  const days = calendar.openingDays.toSorted((a, b) => a - b);
  return [
    words.openingDays(format.and(days.map(format.weekday))),
    ...(calendar.closedOn.length > 0
      ? [words.closedOn(format.and(calendar.closedOn.toSorted().map(format.date)))]
      : []),
  ];
}

function how(
  { rules, reasons, reviewDays, requestsAfterDecline, limit }: PolicyDocument,
  words: PublishedWords,
  format: Formats,
): readonly string[] {
  const offered = reasons.map((reason) => {
    const text = words.quoted(inLanguage(reason, words.code));
    return reason.needsComment ? words.withComment(text) : text;
  });
  return [
    // Nobody is sent to a menu that has no such entry for them.
    ...(rules.some(({ who }) => who.some((buyer) => buyer !== 'guest')) ? [words.how] : []),
    ...(rules.some(({ who }) => who.includes('guest')) ? [words.howGuest] : []),
    words.reasons(format.or(offered)),
    words.reviewDays(format.days(reviewDays)),
    words.afterDecline(requestsAfterDecline === 0 ? null : format.requests(requestsAfterDecline)),
    ...(limit
      ? [
          words.limit[limit.then](
            format.cancellations(limit.cancellations),
            format.days(limit.days),
          ),
        ]
      : []),
  ];
}
