import { z } from 'zod';

import type { DeepReadonly } from '../../deep-readonly.ts';
import { isCurrencyCode, isPositive, toDecimal } from '../../money.ts';
import { readAmount } from '../../text/written-amount.ts';
import { amountFaultText, faultText } from './policy-faults.ts';

/*
 * What a merchant allows. A policy is stored whole and never edited in place: each save is a new version, and
 * an order is judged by the version it was placed under (see `applicable.ts`). Everything in it can be read
 * aloud: `publish.ts` does so for customers.
 */

/** Shopify's `OrderCancelReason`. */
export const ORDER_CANCEL_REASONS = [
  'CUSTOMER',
  'DECLINED',
  'FRAUD',
  'INVENTORY',
  'OTHER',
  'STAFF',
] as const;
export type OrderCancelReason = (typeof ORDER_CANCEL_REASONS)[number];

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, faultText('id_malformed'));

/** A text in the shop's own language with its translations, by two-letter language code. */
const wording = (longest: number) =>
  z.strictObject({
    label: z
      .string()
      .trim()
      .min(1, faultText('text_missing'))
      .max(longest, faultText('text_too_long', longest)),
    translations: z.record(
      z.string().regex(/^[a-z]{2}$/, faultText('language_malformed')),
      z
        .string()
        .trim()
        .min(1, faultText('text_missing'))
        .max(longest, faultText('text_too_long', longest)),
    ),
  });
export type Wording = DeepReadonly<z.infer<ReturnType<typeof wording>>>;

/** Policies are kept in plain decimals, and shown so where they are edited. */
const NOTATION = 'en';

/**
 * Decimal amounts by currency code: nothing is ever converted, so each currency is named or has none. What was
 * typed becomes plain decimal text; what could mean another amount is refused.
 */
const amountsByCurrency = z.record(z.string(), z.string()).transform((amounts, context) => {
  const refuse = (code: string, message: string): [] => {
    context.addIssue({ code: 'custom', path: [code], message });
    return [];
  };
  const read = Object.entries(amounts).flatMap(([code, text]) => {
    if (!isCurrencyCode(code)) return refuse(code, faultText('currency_unknown'));
    const amount = readAmount(text, code, NOTATION);
    if (!amount.ok) return refuse(code, amountFaultText(amount.error.fault, code));
    if (!isPositive(amount.value)) return refuse(code, faultText('amount_not_positive'));
    return [[code, toDecimal(amount.value)]];
  });
  return Object.fromEntries(read) as Record<string, string>;
});
export type AmountsByCurrency = DeepReadonly<z.infer<typeof amountsByCurrency>>;

/** A whole number; says whether what was given is none, or only not a whole one. */
const whole = (what: 'minutes' | 'days' | 'requests' | 'cancellations') =>
  z.int({
    error: ({ input }) =>
      faultText(
        typeof input === 'number' && Number.isFinite(input)
          ? `${what}_not_whole`
          : `${what}_missing`,
      ),
  });

const percent = (highest: number) =>
  z
    .number(faultText('percent_malformed'))
    .min(0.01, faultText('percent_too_low'))
    .max(highest, faultText('percent_too_high', highest))
    .multipleOf(0.01, faultText('percent_too_fine'));

/** Who a rule speaks to. A company's buyers are judged by their role at the company location. */
export const BUYERS = ['customer', 'guest', 'company_buyer'] as const;
export type Buyer = (typeof BUYERS)[number];

const tags = z
  .array(z.string().trim().min(1, faultText('tag_empty')).max(255))
  .min(1, faultText('value_missing'))
  .max(50, faultText('above_maximum', 50));

const then = z.enum(['refuse', 'review']);
const withValues = <Kind extends string>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    values: tags,
    then,
    /** What the customer is told; the app's own words when there is none. */
    wording: wording(200).nullable(),
  });
const withoutValues = <Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), then, wording: wording(200).nullable() });

/**
 * What a rule leaves out. The first group concerns single lines, the second the order as a whole. `refuse`:
 * not possible; `review`: possible, and a person decides.
 */
const exclusion = z.discriminatedUnion('kind', [
  withValues('product_tag'),
  withValues('product_type'),
  /** Values are collection ids. */
  withValues('collection'),
  /** Values are the product tags that mark it. */
  withValues('final_sale'),
  withoutValues('gift_card'),
  withoutValues('subscription'),
  withoutValues('pre_order'),
  /** The line carries custom properties, such as an engraving. */
  withoutValues('personalised'),
  /** Nothing is shipped: downloads, tickets. */
  withoutValues('digital'),
  withValues('customer_tag'),
  withValues('order_tag'),
  withValues('sales_channel'),
  /** Values are the platform's gateway names: "Cash on Delivery (COD)". */
  withValues('payment_method'),
  z.strictObject({
    kind: z.literal('risk_level'),
    values: z.array(z.enum(['MEDIUM', 'HIGH'])).min(1, faultText('value_missing')),
    then,
    wording: wording(200).nullable(),
  }),
]);
export type Exclusion = DeepReadonly<z.infer<typeof exclusion>>;

/** Every kind, in the order of the page. */
export const EXCLUSION_KINDS = [
  'product_tag',
  'product_type',
  'collection',
  'final_sale',
  'gift_card',
  'subscription',
  'pre_order',
  'personalised',
  'digital',
  'customer_tag',
  'order_tag',
  'sales_channel',
  'payment_method',
  'risk_level',
] as const satisfies readonly Exclusion['kind'][];

export const LINE_EXCLUSIONS = [
  'product_tag',
  'product_type',
  'collection',
  'final_sale',
  'gift_card',
  'subscription',
  'pre_order',
  'personalised',
  'digital',
] as const satisfies readonly Exclusion['kind'][];

const LONGEST_WINDOW_DAYS = 60;

/**
 * When a request is in time. Each limit that is set has to hold; with none set the window is open until the
 * goods are sent. Limits count from the order's `processedAt` and include their last millisecond.
 */
const window = z.strictObject({
  minutes: whole('minutes')
    .min(1, faultText('no_minutes'))
    .max(LONGEST_WINDOW_DAYS * 24 * 60, faultText('window_too_long'))
    .nullable(),
  /** Until this time of the first opening day on which it comes after the order; the shop's time zone. */
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, faultText('time_malformed'))
    .nullable(),
  untilFulfillment: z.boolean(),
});
export type Window = DeepReadonly<z.infer<typeof window>>;

/** What a fee is taken from: only money that would otherwise come back, and never more than that. */
const touches = z.enum(['goods', 'goods_and_shipping']);
const fee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('fixed'), amounts: amountsByCurrency, touches }),
  z.strictObject({ kind: z.literal('percent'), percent: percent(100), touches }),
]);
export type Fee = DeepReadonly<z.infer<typeof fee>>;

const refund = z.strictObject({
  /** `customers_choice`: the window offers both. */
  method: z.enum(['original', 'store_credit', 'customers_choice']),
  /** Added to what comes back when it comes as store credit. */
  storeCreditBonusPercent: percent(50).nullable(),
});

/** What happens to amounts of the whole order when only a part of it is cancelled. */
const partial = z.strictObject({
  /** Whatever is chosen: once nothing is left to ship, all of the shipping comes back. */
  shipping: z.enum(['keep', 'proportional']),
  tip: z.enum(['keep', 'proportional']),
  duties: z.enum(['keep', 'proportional']),
});

/**
 * What happens when the rest of an order falls below the minimum of a deal it was given. `recalculate` takes
 * from the refund what the deal gave, and shows it first.
 */
const thresholds = z.discriminatedUnion('behaviour', [
  z.strictObject({ behaviour: z.literal('keep_the_deal') }),
  z.strictObject({
    behaviour: z.literal('recalculate'),
    freeShipping: z
      .strictObject({
        /** The goods' worth from which shipping was free. */
        minimum: amountsByCurrency,
        /** What shipping costs below it. */
        price: amountsByCurrency,
      })
      .nullable(),
    discounts: z
      .array(
        z.strictObject({
          /** Code or title, as it stands on orders. */
          title: z.string().trim().min(1, faultText('discount_unnamed')).max(255),
          minimum: amountsByCurrency,
        }),
      )
      .max(20, faultText('too_many_discounts', 20)),
  }),
]);

const restock = z.strictObject({
  byDefault: z.boolean(),
  /** Products with one of these tags never go back on the shelf: made to order, recalled, perishable. */
  neverTags: z.array(z.string().trim().min(1).max(255)).max(50, faultText('too_many_tags', 50)),
});

const rule = z
  .strictObject({
    id,
    name: z
      .string()
      .trim()
      .min(1, faultText('rule_unnamed'))
      .max(60, faultText('text_too_long', 60)),
    who: z.array(z.enum(BUYERS)).min(1, faultText('who_missing')),
    /** ISO 3166-1 codes; empty = everywhere. */
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, faultText('country_malformed'))).max(250),
    what: z.enum(['whole_order', 'lines', 'quantities']),
    exclusions: z.array(exclusion).max(30, faultText('too_many_exclusions', 30)),
    /** Carried out at once; null = never at once. */
    instant: window.nullable(),
    /** A person decides; null = no requests. Usually open for longer than `instant`. */
    request: window.nullable(),
    /** Above this worth a person decides even in the instant window; null = whatever it is worth. */
    reviewAbove: amountsByCurrency.nullable(),
    refund,
    fee,
    restock,
    partial,
    thresholds,
  })
  .superRefine((value, context) => {
    if (!value.instant && !value.request) {
      context.addIssue({
        code: 'custom',
        path: ['instant'],
        message: faultText('window_missing'),
      });
    }
    if (value.refund.method === 'original' && value.refund.storeCreditBonusPercent !== null) {
      context.addIssue({
        code: 'custom',
        path: ['refund', 'storeCreditBonusPercent'],
        message: faultText('bonus_without_credit'),
      });
    }
  });
export type Rule = DeepReadonly<z.infer<typeof rule>>;

const reason = wording(80)
  .extend({
    /** Stable key: what is stored with a cancellation and what translations hang on. */
    id,
    /** The customer has to add a comment. */
    needsComment: z.boolean(),
  })
  .strict();
export type PolicyReason = DeepReadonly<z.infer<typeof reason>>;

const staffPermission = z.strictObject({
  mayCancel: z.boolean(),
  /** Whether what the policy refuses to customers may be done all the same. */
  mayOverridePolicy: z.boolean(),
  /**
   * The most one cancellation may give back; null = no limit. Orders in a currency left out are compared in
   * the shop's, at their own rate; when that is left out too, nothing may be refunded.
   */
  refundUpTo: amountsByCurrency.nullable(),
  /**
   * The most that cancelling many orders at once may give back within 24 hours; null = no limit. Nothing in a currency
   * that it leaves out.
   */
  bulkRefundPerDay: amountsByCurrency.nullable(),
});

export const policyDocument = z
  .strictObject({
    enabled: z.boolean(),
    /** The first rule that speaks to the buyer and country decides; nobody else may cancel. */
    rules: z.array(rule).min(1, faultText('rule_missing')).max(20, faultText('too_many_rules', 20)),
    calendar: z.strictObject({
      /** ISO weekdays, Monday is 1. */
      openingDays: z
        .array(z.int().min(1).max(7))
        .min(1, faultText('opening_day_missing'))
        .max(7, faultText('too_many_weekdays')),
      closedOn: z
        .array(z.iso.date(faultText('date_malformed')))
        .max(100, faultText('too_many_days', 100)),
    }),
    /** Days after which an unanswered request ends and its hold is released. */
    reviewDays: whole('days').min(1, faultText('no_days')).max(30, faultText('too_many_days', 30)),
    /** How often the very same may be requested again after staff declined it. */
    requestsAfterDecline: whole('requests')
      .min(0, faultText('negative'))
      .max(10, faultText('above_maximum', 10)),
    reasons: z
      .array(reason)
      .min(1, faultText('reason_missing'))
      .max(20, faultText('too_many_reasons', 20)),
    /** So many cancellations by one customer in so many days; above it every request is refused or reviewed. */
    limit: z
      .strictObject({
        cancellations: whole('cancellations')
          .min(1, faultText('below_minimum'))
          .max(100, faultText('above_maximum', 100)),
        days: whole('days').min(1, faultText('no_days')).max(365, faultText('more_than_a_year')),
        then,
        /** Customers with this tag are exempt. */
        exemptTag: z.string().trim().min(1).max(255).nullable(),
      })
      .nullable(),
    /** The store owner may always do everything. */
    staff: z.strictObject({ member: staffPermission, collaborator: staffPermission }),
  })
  .superRefine((policy, context) => {
    const unique = (list: 'rules' | 'reasons') => {
      const seen = new Set<string>();
      policy[list].forEach((entry, index) => {
        if (seen.has(entry.id)) {
          context.addIssue({
            code: 'custom',
            path: [list, index, 'id'],
            message: faultText('id_taken'),
          });
        }
        seen.add(entry.id);
      });
    };
    unique('rules');
    unique('reasons');
  });
export type PolicyDocument = DeepReadonly<z.infer<typeof policyDocument>>;

/** A saved policy. Version 0 is the default of a shop that never saved one. */
export interface Policy extends PolicyDocument {
  readonly version: number;
}

/** The text in a language ("de", "de-CH"), or the shop's own when it has no translation. */
export function inLanguage(text: Wording, locale: string): string {
  return text.translations[locale.slice(0, 2).toLowerCase()] ?? text.label;
}
