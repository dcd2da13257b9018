import type {
  AmountsByCurrency,
  Buyer,
  Exclusion,
  Policy,
  PolicyDocument,
  Rule,
  Window,
  Wording,
} from '../document/policy.ts';

/** A policy as it is published: what is said and with which values, in order. Presentation has the words. */
export interface PublishedPolicy {
  readonly version: number;
  readonly introduction: readonly Statement[];
  /** One a rule, in the order in which they apply; none when cancelling is switched off. */
  readonly rules: readonly PublishedRule[];
  /** What holds for all rules. */
  readonly sections: readonly PublishedSection[];
}

export interface PublishedRule {
  /** Whom it is for; null when it is the only one. */
  readonly heading: Pick<Rule, 'who' | 'countries'> | null;
  readonly sections: readonly PublishedSection[];
}

export interface PublishedSection {
  readonly heading: 'who' | 'until' | 'exceptions' | 'refund' | 'part' | 'openingDays' | 'how';
  readonly statements: readonly Statement[];
}

/** What is said without a value. */
export type PlainStatement =
  | 'introduction'
  | 'switchedOff'
  | 'ruleOrder'
  | 'nobodyElse'
  | 'earlierOrders'
  | `what.${Rule['what']}`
  | 'noInstant'
  | 'noRequest'
  | 'noExceptions'
  | `always.${'sent' | 'onlyTheShop' | 'usedGiftCard' | 'bundle'}`
  | `method.${Rule['refund']['method']}`
  | 'released'
  | 'wholeOrder'
  | 'fee.none'
  | `fee.touches.${'goods' | 'goods_and_shipping'}`
  | 'fee.limits'
  | `shipping.${'keep' | 'proportional'}`
  | `tip.${'keep' | 'proportional'}`
  | `duties.${'keep' | 'proportional'}`
  | 'keepTheDeal'
  | 'otherDeals'
  | 'how'
  | 'howGuest';

export type Statement =
  | { readonly says: PlainStatement }
  | {
      readonly says: 'who';
      readonly buyers: readonly Buyer[];
      /** Country codes; none where it holds wherever an order goes. */
      readonly countries: readonly string[];
    }
  | { readonly says: 'instant' | 'request'; readonly window: Window }
  | { readonly says: 'reviewAbove' | 'fee.fixed'; readonly amounts: AmountsByCurrency }
  | {
      readonly says: 'excluded';
      readonly kind: Exclusion['kind'];
      readonly then: Exclusion['then'];
      /** None of a kind whose values are nobody else's to read. */
      readonly values: readonly string[];
      /** What the merchant says of it. */
      readonly wording: Wording | null;
    }
  | { readonly says: 'bonus' | 'fee.percent'; readonly percent: number }
  | {
      readonly says: 'freeShipping';
      readonly minimum: AmountsByCurrency;
      readonly price: AmountsByCurrency;
    }
  | { readonly says: 'discount'; readonly title: string; readonly minimum: AmountsByCurrency }
  /** ISO weekdays: Monday is 1. */
  | { readonly says: 'openingDays'; readonly weekdays: readonly number[] }
  /** ISO dates. */
  | { readonly says: 'closedOn'; readonly dates: readonly string[] }
  | { readonly says: 'reasons'; readonly reasons: PolicyDocument['reasons'] }
  | { readonly says: 'reviewDays'; readonly days: number }
  /** How many more requests for the same items there may be. */
  | { readonly says: 'afterDecline'; readonly requests: number }
  | { readonly says: 'limit'; readonly limit: NonNullable<PolicyDocument['limit']> };

/**
 * What a policy tells customers, made from the rules that decide, so that the two cannot disagree: everything of
 * the document that can matter to a customer changes it.
 */
export function publishPolicy(policy: Policy): PublishedPolicy {
  const { version, rules } = policy;
  if (!policy.enabled) {
    return { version, introduction: [{ says: 'switchedOff' }], rules: [], sections: [] };
  }
  return {
    version,
    introduction: [
      { says: 'introduction' },
      ...plainIf(rules.length > 1, 'ruleOrder'),
      { says: 'nobodyElse' },
      { says: 'earlierOrders' },
    ],
    rules: rules.map((rule) => ({
      heading: rules.length > 1 ? { who: rule.who, countries: rule.countries } : null,
      sections: [
        { heading: 'who', statements: whoAndWhat(rule) },
        { heading: 'until', statements: untilWhen(rule) },
        { heading: 'exceptions', statements: exceptions(rule) },
        { heading: 'refund', statements: refund(rule) },
        ...(rule.what === 'whole_order'
          ? []
          : [{ heading: 'part' as const, statements: part(rule) }]),
      ],
    })),
    sections: [
      ...(hasCutOff(policy)
        ? [{ heading: 'openingDays' as const, statements: openingDays(policy) }]
        : []),
      { heading: 'how', statements: how(policy) },
    ],
  };
}

const plain = (says: PlainStatement): Statement => ({ says });
const plainIf = (holds: boolean, says: PlainStatement): readonly Statement[] =>
  holds ? [plain(says)] : [];

const whoAndWhat = ({ who, countries, what }: Rule): readonly Statement[] => [
  { says: 'who', buyers: who, countries },
  plain(`what.${what}`),
];

const untilWhen = ({ instant, request, reviewAbove }: Rule): readonly Statement[] => [
  instant ? { says: 'instant', window: instant } : plain('noInstant'),
  request ? { says: 'request', window: request } : plain('noRequest'),
  ...(reviewAbove ? [{ says: 'reviewAbove' as const, amounts: reviewAbove }] : []),
];

const exceptions = ({ exclusions, what }: Rule): readonly Statement[] => [
  ...plainIf(exclusions.length === 0, 'noExceptions'),
  ...exclusions.map((exclusion) => ({
    says: 'excluded' as const,
    kind: exclusion.kind,
    then: exclusion.then,
    values: valuesOf(exclusion),
    wording: exclusion.wording,
  })),
  plain('always.sent'),
  plain('always.onlyTheShop'),
  plain('always.usedGiftCard'),
  ...plainIf(what !== 'whole_order', 'always.bundle'),
];

function valuesOf(exclusion: Exclusion): readonly string[] {
  if (!('values' in exclusion)) return [];
  switch (exclusion.kind) {
    // How a shop marks customers and orders, and what its fraud check thinks of them, is nobody else's to read.
    case 'risk_level':
    case 'customer_tag':
    case 'order_tag':
    case 'product_tag':
    case 'final_sale':
      return [];
    default:
      return exclusion.values;
  }
}

function refund(rule: Rule): readonly Statement[] {
  const { method, storeCreditBonusPercent: bonus } = rule.refund;
  return [
    plain(`method.${method}`),
    ...(bonus === null ? [] : [{ says: 'bonus' as const, percent: bonus }]),
    plain('released'),
    plain('wholeOrder'),
    ...feeStatements(rule),
  ];
}

function feeStatements({ fee }: Rule): readonly Statement[] {
  switch (fee.kind) {
    case 'none':
      return [plain('fee.none')];
    case 'fixed':
      return [
        { says: 'fee.fixed', amounts: fee.amounts },
        plain(`fee.touches.${fee.touches}`),
        plain('fee.limits'),
      ];
    case 'percent':
      return [
        { says: 'fee.percent', percent: fee.percent },
        plain(`fee.touches.${fee.touches}`),
        plain('fee.limits'),
      ];
  }
}

const part = (rule: Rule): readonly Statement[] => [
  plain(`shipping.${rule.partial.shipping}`),
  plain(`tip.${rule.partial.tip}`),
  plain(`duties.${rule.partial.duties}`),
  ...dealStatements(rule),
];

function dealStatements({ thresholds }: Rule): readonly Statement[] {
  if (thresholds.behaviour === 'keep_the_deal') return [plain('keepTheDeal')];
  const { freeShipping, discounts } = thresholds;
  return [
    ...(freeShipping ? [{ says: 'freeShipping' as const, ...freeShipping }] : []),
    ...discounts.map(({ title, minimum }) => ({ says: 'discount' as const, title, minimum })),
    plain('otherDeals'),
  ];
}

const hasCutOff = ({ rules }: PolicyDocument): boolean =>
  rules.some(({ instant, request }) => instant?.cutOff != null || request?.cutOff != null);

const openingDays = ({ calendar }: PolicyDocument): readonly Statement[] => [
  { says: 'openingDays', weekdays: calendar.openingDays.toSorted((a, b) => a - b) },
  ...(calendar.closedOn.length > 0
    ? [{ says: 'closedOn' as const, dates: calendar.closedOn.toSorted() }]
    : []),
];

const how = ({
  rules,
  reasons,
  reviewDays,
  requestsAfterDecline,
  limit,
}: PolicyDocument): readonly Statement[] => [
  // Nobody is sent to a menu that has no such entry for them.
  ...plainIf(
    rules.some(({ who }) => who.some((buyer) => buyer !== 'guest')),
    'how',
  ),
  ...plainIf(
    rules.some(({ who }) => who.includes('guest')),
    'howGuest',
  ),
  { says: 'reasons', reasons },
  { says: 'reviewDays', days: reviewDays },
  { says: 'afterDecline', requests: requestsAfterDecline },
  ...(limit ? [{ says: 'limit' as const, limit }] : []),
];
