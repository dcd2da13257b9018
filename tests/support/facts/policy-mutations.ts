import {
  BUYERS,
  LINE_EXCLUSIONS,
  type PolicyDocument,
  policyDocument,
} from '../../../app/domain/policy/document/policy.ts';
import { documentOf, policy, rule } from './policies.ts';

/** A document in which every field of the format is in use somewhere, as it is stored. */
export function richPolicy(): PolicyDocument {
  const made = policy({
    rules: [
      rule({
        id: 'nearby',
        name: 'Nearby',
        who: ['customer', 'guest'],
        countries: ['DE', 'AT'],
        exclusions: [
          { kind: 'gift_card', then: 'review', wording: null },
          {
            kind: 'final_sale',
            values: ['final-sale', 'outlet'],
            then: 'refuse',
            wording: { label: 'Ask us.', translations: { de: 'Fragen Sie uns.' } },
          },
          {
            kind: 'collection',
            values: ['gid://shopify/Collection/1'],
            then: 'refuse',
            wording: null,
          },
          { kind: 'risk_level', values: ['HIGH'], then: 'review', wording: null },
        ],
        instant: { minutes: 120, cutOff: '14:00', untilFulfillment: true },
        request: { minutes: 2_880, cutOff: null, untilFulfillment: false },
        reviewAbove: { EUR: '500', JPY: '60000' },
        refund: { method: 'customers_choice', storeCreditBonusPercent: 7.5 },
        fee: { kind: 'fixed', amounts: { EUR: '4.50', USD: '5.00' }, touches: 'goods' },
        restock: { byDefault: true, neverTags: ['perishable'] },
        thresholds: {
          behaviour: 'recalculate',
          freeShipping: { minimum: { EUR: '50' }, price: { EUR: '4.95' } },
          discounts: [{ title: 'WELCOME10', minimum: { EUR: '80' } }],
        },
      }),
      rule({
        id: 'companies',
        name: 'Companies',
        who: ['company_buyer'],
        what: 'lines',
        fee: { kind: 'percent', percent: 5, touches: 'goods_and_shipping' },
      }),
    ],
    calendar: { openingDays: [1, 2, 3, 4, 5], closedOn: ['2026-12-25', '2026-12-28'] },
    reasons: [
      {
        id: 'too_slow',
        label: 'Too slow',
        translations: { de: 'Zu langsam' },
        needsComment: false,
      },
      { id: 'other', label: 'Another reason', translations: {}, needsComment: true },
    ],
    limit: { cancellations: 3, days: 30, then: 'review', exemptTag: 'vip' },
    staff: {
      member: {
        mayCancel: true,
        mayOverridePolicy: false,
        refundUpTo: { EUR: '200' },
        bulkRefundPerDay: { EUR: '900' },
      },
      collaborator: {
        mayCancel: false,
        mayOverridePolicy: false,
        refundUpTo: null,
        bulkRefundPerDay: null,
      },
    },
  });
  return policyDocument.parse(documentOf(made));
}

export interface Mutation {
  /** "rules.0.fee.touches" */
  readonly path: string;
  readonly document: PolicyDocument;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The document with one field changed, in every way that the format allows of those tried here. */
export function mutationsOf(document: PolicyDocument): readonly Mutation[] {
  const original = JSON.stringify(policyDocument.parse(document));
  return variants(JSON.parse(JSON.stringify(document)) as Json, []).flatMap(({ path, value }) => {
    const parsed = policyDocument.safeParse(value);
    return parsed.success && JSON.stringify(parsed.data) !== original
      ? [{ path: path.join('.'), document: parsed.data }]
      : [];
  });
}

/** Paths of everything in a document that is not made of parts itself. */
export function leavesOf(document: PolicyDocument): readonly string[] {
  const leaves = (value: Json, path: string): string[] =>
    value !== null && typeof value === 'object' && Object.keys(value).length > 0
      ? Object.entries(value).flatMap(([key, part]) =>
          leaves(part, path === '' ? key : `${path}.${key}`),
        )
      : [path];
  return leaves(JSON.parse(JSON.stringify(document)) as Json, '');
}

/** What people read and nothing is judged by. */
const NO_FIELDS = ['label', 'translations'];

/** The names of all fields that are in use in a document, those of its parts, too. */
export const fieldNamesOf = (document: PolicyDocument): ReadonlySet<string> =>
  new Set(
    leavesOf(document)
      .flatMap((path) => path.split('.'))
      .filter((name) => /^[a-z]\w{2,}$/.test(name) && !NO_FIELDS.includes(name)),
  );

interface Variant {
  readonly path: readonly string[];
  readonly value: Json;
}

function variants(value: Json, path: readonly string[]): Variant[] {
  const own = replacements(value).map((replacement) => ({ path, value: replacement }));
  if (value === null || typeof value !== 'object') return own;
  const inner = Object.entries(value).flatMap(([key, part]) =>
    variants(part, [...path, key]).map((variant) => ({
      path: variant.path,
      value: Array.isArray(value)
        ? value.map((entry, index) => (String(index) === key ? variant.value : entry))
        : { ...value, [key]: variant.value },
    })),
  );
  return [...own, ...inner];
}

/** Values to try in place of another; most do not fit the format there and fall away. */
function replacements(value: Json): readonly Json[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, null];
  if (typeof value === 'string') return [...WORDS, `${value}x`, null];
  if (value === null) return [...WORDS, ...WHOLES, 11];
  if (Array.isArray(value))
    return [
      value.slice(0, -1),
      ...WORDS.map((word) => [...value, word]),
      [...value, 6],
      [...value, DIGITAL],
    ];
  const keys = Object.keys(value);
  const fewer = keys.map((key) =>
    Object.fromEntries(Object.entries(value).filter(([known]) => known !== key)),
  );
  return [null, ...fewer, { ...value, CHF: '9.99' }, { ...value, it: 'Altro' }, ...WHOLES];
}

const WORDS = [
  ...BUYERS,
  ...LINE_EXCLUSIONS,
  ...['whole_order', 'lines', 'quantities', 'refuse', 'review', 'goods', 'goods_and_shipping'],
  ...['original', 'store_credit', 'customers_choice', 'keep', 'proportional', 'MEDIUM', 'HIGH'],
  ...['FR', '15:45', '2027-01-04', '9.99', '999', 'order_tag', 'payment_method'],
] as const;

const DIGITAL = { kind: 'digital', then: 'refuse', wording: null };

/** Parts of the format that come in several shapes. */
const WHOLES: readonly Json[] = [
  { kind: 'none' },
  { kind: 'fixed', amounts: { EUR: '3' }, touches: 'goods' },
  { kind: 'percent', percent: 9, touches: 'goods' },
  { behaviour: 'keep_the_deal' },
  { behaviour: 'recalculate', freeShipping: null, discounts: [] },
  { minimum: { EUR: '60' }, price: { EUR: '6' } },
  { minutes: 30, cutOff: null, untilFulfillment: true },
  { EUR: '77' },
  { label: 'Write to us.', translations: {} },
  DIGITAL,
  { method: 'customers_choice', storeCreditBonusPercent: 5 },
  { cancellations: 9, days: 90, then: 'refuse', exemptTag: null },
];
