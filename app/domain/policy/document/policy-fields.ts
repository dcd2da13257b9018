import { HOUR, DAY, MINUTE } from '../../time.ts';
import type {
  AmountsByCurrency,
  Exclusion,
  Fee,
  PolicyDocument,
  PolicyReason,
  Rule,
  Window,
  Wording,
} from './policy.ts';

/** One setting of a policy as staff read it. */
export interface PolicyField {
  /** The same for the same setting of two documents; rules and reasons go by their ids. */
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly value: string;
}

/** Every setting of a document, in the order of the policy page, with nothing left out. */
export function fieldsOf(policy: PolicyDocument): readonly PolicyField[] {
  return [
    field('enabled', 'Policy', 'Customers can cancel', yesNo(policy.enabled)),
    field(
      'rules',
      'Rules',
      'Order',
      policy.rules.map(({ id, name }) => `${name} (${id})`).join(', '),
    ),
    ...policy.rules.flatMap(fieldsOfRule),
    ...fieldsOfCalendar(policy.calendar),
    field('reviewDays', 'Requests', 'Answered within', count(policy.reviewDays, 'day')),
    field(
      'requestsAfterDecline',
      'Requests',
      'Same request again after a decline',
      policy.requestsAfterDecline === 0
        ? 'no'
        : `up to ${count(policy.requestsAfterDecline, 'time')}`,
    ),
    field('reasons', 'Reasons', 'Order', policy.reasons.map(({ id }) => id).join(', ')),
    ...policy.reasons.flatMap(fieldsOfReason),
    ...fieldsOfLimit(policy.limit),
    ...(['member', 'collaborator'] as const).flatMap((role) =>
      fieldsOfStaff(role, policy.staff[role]),
    ),
  ];
}

function field(key: string, section: string, label: string, value: string): PolicyField {
  return { key, section, label, value };
}

function fieldsOfRule(rule: Rule): readonly PolicyField[] {
  const of = (key: string, label: string, value: string): PolicyField =>
    field(`rules.${rule.id}.${key}`, `Rule “${rule.name}”`, label, value);
  const { refund, restock, partial } = rule;
  return [
    of('name', 'Name', rule.name),
    of('who', 'For', rule.who.map((buyer) => BUYERS[buyer]).join(', ')),
    of('countries', 'Countries', rule.countries.join(', ') || 'everywhere'),
    of('what', 'What', WHAT[rule.what]),
    ...rule.exclusions.map((exclusion, index) =>
      of(`exclusions.${index}`, `Exclusion ${index + 1}`, exclusionWords(exclusion)),
    ),
    of('instant', 'Instant', windowWords(rule.instant)),
    of('request', 'By request', windowWords(rule.request)),
    of('reviewAbove', 'Manual review above', amountWords(rule.reviewAbove) ?? 'no amount'),
    of('method', 'Refund', METHODS[refund.method]),
    of('bonus', 'Bonus on store credit', percentWords(refund.storeCreditBonusPercent)),
    of('fee', 'Fee', feeWords(rule.fee)),
    of('restock', 'Restock items', yesNo(restock.byDefault)),
    of('neverRestock', 'Never restock', listed(restock.neverTags)),
    of('shipping', 'Shipping, of a part', SHARES[partial.shipping]),
    of('tip', 'Tip, of a part', SHARES[partial.tip]),
    of('duties', 'Duties, of a part', SHARES[partial.duties]),
    ...fieldsOfThresholds(rule.thresholds, of),
  ];
}

function fieldsOfThresholds(
  thresholds: Rule['thresholds'],
  of: (key: string, label: string, value: string) => PolicyField,
): readonly PolicyField[] {
  if (thresholds.behaviour === 'keep_the_deal') return [of('deals', 'Deals', 'kept')];
  const { freeShipping, discounts } = thresholds;
  return [
    of('deals', 'Deals', 'deducted below their minimum'),
    ...(freeShipping
      ? [
          of('freeShipping.minimum', 'Free shipping from', amountWords(freeShipping.minimum) ?? ''),
          of('freeShipping.price', 'Shipping below that', amountWords(freeShipping.price) ?? ''),
        ]
      : []),
    ...discounts.map(({ title, minimum }, index) =>
      of(
        `discounts.${index}`,
        `Discount ${index + 1}`,
        `“${title}” from ${amountWords(minimum) ?? 'no amount'}`,
      ),
    ),
  ];
}

const fieldsOfCalendar = ({
  openingDays,
  closedOn,
}: PolicyDocument['calendar']): readonly PolicyField[] => [
  field(
    'openingDays',
    'Calendar',
    'Opening days',
    openingDays.map((day) => WEEKDAYS[day - 1]).join(', '),
  ),
  field('closedOn', 'Calendar', 'Closed on', closedOn.join(', ') || 'no day'),
];

const fieldsOfReason = (reason: PolicyReason): readonly PolicyField[] => [
  field(`reasons.${reason.id}.text`, 'Reasons', `Text of “${reason.id}”`, wordingWords(reason)),
  field(
    `reasons.${reason.id}.comment`,
    'Reasons',
    `“${reason.label}” needs a comment`,
    yesNo(reason.needsComment),
  ),
];

function fieldsOfLimit(limit: PolicyDocument['limit']): readonly PolicyField[] {
  if (!limit) return [field('limit', 'Limit', 'Cancellations of one customer', 'no limit')];
  const { cancellations, days, then, exemptTag } = limit;
  return [
    field(
      'limit',
      'Limit',
      'Cancellations of one customer',
      `${cancellations} in ${count(days, 'day')}`,
    ),
    field('limit.then', 'Limit', 'Beyond it', THEN[then]),
    field('limit.exempt', 'Limit', 'Exempt', exemptTag === null ? 'nobody' : `tag “${exemptTag}”`),
  ];
}

const fieldsOfStaff = (
  role: 'member' | 'collaborator',
  granted: PolicyDocument['staff']['member'],
): readonly PolicyField[] => {
  const who = role === 'member' ? 'Staff members' : 'Collaborators';
  return [
    field(`staff.${role}.cancel`, 'Staff', `${who} can cancel`, yesNo(granted.mayCancel)),
    field(
      `staff.${role}.override`,
      'Staff',
      `${who} can override the policy`,
      yesNo(granted.mayOverridePolicy),
    ),
    field(
      `staff.${role}.refundUpTo`,
      'Staff',
      `${who} can refund`,
      granted.refundUpTo === null
        ? 'any amount'
        : `up to ${amountWords(granted.refundUpTo) ?? 'any amount'}`,
    ),
  ];
};

const BUYERS = {
  customer: 'customers with an account',
  guest: 'guests',
  company_buyer: 'company buyers',
} as const;

const WHAT = {
  whole_order: 'the whole order only',
  lines: 'the whole order or whole lines',
  quantities: 'the whole order, lines or single units',
} as const;

const METHODS = {
  original: 'to the original payment methods',
  store_credit: 'as store credit',
  customers_choice: 'as the customer chooses',
} as const;

const SHARES = { keep: 'kept', proportional: 'refunded in proportion' } as const;
const THEN = { refuse: 'refused', review: 'manual review' } as const;
const TOUCHES = { goods: 'the goods', goods_and_shipping: 'the goods and shipping' } as const;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const EXCLUSIONS: Readonly<Record<Exclusion['kind'], string>> = {
  product_tag: 'Products tagged',
  product_type: 'Products of type',
  collection: 'Products in collection',
  final_sale: 'Final sale, tagged',
  gift_card: 'Gift cards',
  subscription: 'Subscriptions',
  pre_order: 'Pre-orders',
  personalised: 'Personalised items',
  digital: 'Digital items',
  customer_tag: 'Customers tagged',
  order_tag: 'Orders tagged',
  sales_channel: 'Orders from',
  payment_method: 'Orders paid with',
  risk_level: 'Fraud risk',
};

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const count = (many: number, unit: string): string => `${many} ${unit}${many === 1 ? '' : 's'}`;

const listed = (values: readonly string[]): string =>
  values.length === 0 ? 'none' : values.map((value) => `“${value}”`).join(', ');

const percentWords = (percent: number | null): string =>
  percent === null ? 'none' : `${percent} %`;

/** Null for none, and for no currency at all. */
function amountWords(amounts: AmountsByCurrency | null): string | null {
  const named = Object.entries(amounts ?? {}).map(([code, amount]) => `${amount} ${code}`);
  return named.length > 0 ? named.join(', ') : null;
}

function durationWords(minutes: number): string {
  const ms = minutes * MINUTE;
  if (ms % DAY === 0) return count(ms / DAY, 'day');
  return ms % HOUR === 0 ? count(ms / HOUR, 'hour') : count(minutes, 'minute');
}

function windowWords(window: Window | null): string {
  if (!window) return 'never';
  const limits = [
    ...(window.minutes === null ? [] : [`within ${durationWords(window.minutes)}`]),
    ...(window.cutOff === null ? [] : [`until ${window.cutOff} of the next opening day`]),
    window.untilFulfillment ? 'before fulfillment starts' : 'until shipped',
  ];
  return limits.join(', ');
}

function feeWords(fee: Fee): string {
  switch (fee.kind) {
    case 'none':
      return 'none';
    case 'fixed':
      return `${amountWords(fee.amounts) ?? 'no amount'}, from ${TOUCHES[fee.touches]}`;
    case 'percent':
      return `${fee.percent} % of ${TOUCHES[fee.touches]}`;
  }
}

function exclusionWords(exclusion: Exclusion): string {
  const values = 'values' in exclusion ? ` ${listed(exclusion.values)}` : '';
  const words = exclusion.wording ? `; the customer reads ${wordingWords(exclusion.wording)}` : '';
  return `${EXCLUSIONS[exclusion.kind]}${values}: ${THEN[exclusion.then]}${words}`;
}

/** The text and all its translations: a changed translation is a change. */
const wordingWords = ({ label, translations }: Wording): string =>
  [
    `“${label}”`,
    ...Object.entries(translations)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, text]) => `${language} “${text}”`),
  ].join(', ');
