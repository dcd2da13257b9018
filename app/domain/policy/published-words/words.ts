import type { Buyer, Exclusion, Rule } from '../document/policy.ts';

export const PUBLISHED_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'ja'] as const;
export type PublishedLanguage = (typeof PUBLISHED_LANGUAGES)[number];

/** When a window closes, each part ready to read; null for what does not close it. */
export interface Limits {
  /** "2 hours" */
  readonly duration: string | null;
  /** "14:00" and "Central European Time" */
  readonly cutOff: { readonly time: string; readonly zone: string } | null;
  readonly untilFulfillment: boolean;
}

/** What an exclusion speaks of; `values` quoted and listed, empty for a kind without values. */
export type ExclusionWords = Readonly<Record<Exclusion['kind'], (values: string) => string>>;

/**
 * The sentences of a published policy in one language. They promise and they bind: plain enough for a
 * customer, exact enough for a lawyer. Plain text; whoever makes HTML of it escapes it.
 */
export interface PublishedWords {
  readonly code: PublishedLanguage;
  readonly quoted: (text: string) => string;
  /** A number of something as it stands in a sentence: singular and plural, with `n` for the number. */
  readonly units: Readonly<
    Record<
      'minute' | 'hour' | 'day' | 'cancellation' | 'request',
      readonly [one: string, other: string]
    >
  >;
  readonly title: string;
  readonly introduction: string;
  /** Cancelling is switched off. */
  readonly switchedOff: string;
  readonly headings: {
    readonly who: string;
    readonly until: string;
    readonly exceptions: string;
    readonly refund: string;
    readonly part: string;
    readonly openingDays: string;
    readonly how: string;
  };
  readonly buyers: Readonly<Record<Buyer, string>>;
  /** `buyers` and `countries` ready to read; null = wherever it goes. */
  readonly who: (buyers: string, countries: string | null) => string;
  readonly ruleOrder: string;
  readonly nobodyElse: string;
  readonly what: Readonly<Record<Rule['what'], string>>;
  readonly instant: (limits: Limits) => string;
  readonly request: (limits: Limits) => string;
  readonly noInstant: string;
  readonly noRequest: string;
  /** How long a person has to answer a request. */
  readonly reviewDays: (days: string) => string;
  /** How many more requests for the same items there may be after a decline; null for none. */
  readonly afterDecline: (requests: string | null) => string;
  readonly reviewAbove: (amounts: string) => string;
  readonly refused: (what: string) => string;
  readonly reviewed: (what: string) => string;
  readonly exclusions: ExclusionWords;
  readonly noExceptions: string;
  /** What no policy can promise. */
  readonly always: {
    readonly sent: string;
    readonly onlyTheShop: string;
    readonly usedGiftCard: string;
    readonly bundle: string;
  };
  readonly limit: {
    readonly refuse: (cancellations: string, days: string) => string;
    readonly review: (cancellations: string, days: string) => string;
  };
  readonly method: Readonly<Record<Rule['refund']['method'], string>>;
  readonly bonus: (percent: string) => string;
  readonly fee: {
    readonly none: string;
    readonly fixed: (amounts: string) => string;
    readonly percent: (percent: string) => string;
    readonly touches: Readonly<Record<'goods' | 'goods_and_shipping', string>>;
    readonly limits: string;
  };
  readonly released: string;
  readonly wholeOrder: string;
  readonly shipping: Readonly<Record<'keep' | 'proportional', string>>;
  readonly tip: Readonly<Record<'keep' | 'proportional', string>>;
  readonly duties: Readonly<Record<'keep' | 'proportional', string>>;
  readonly keepTheDeal: string;
  readonly freeShipping: (minimum: string, price: string) => string;
  readonly discount: (title: string, minimum: string) => string;
  readonly otherDeals: string;
  readonly openingDays: (days: string) => string;
  readonly closedOn: (dates: string) => string;
  readonly how: string;
  readonly howGuest: string;
  readonly reasons: (reasons: string) => string;
  readonly withComment: (reason: string) => string;
  readonly earlierOrders: string;
}
