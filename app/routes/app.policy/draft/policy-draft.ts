import type {
  AmountsByCurrency,
  PolicyDocument,
  Rule,
  Window,
  Wording,
} from '../../../domain/policy/document/policy.ts';
import { DAY, HOUR, MINUTE } from '../../../domain/time.ts';
import { notationOf, readNumber } from '../../../domain/text/written-number.ts';

/*
 * The policy as it stands in the form: numbers are still texts, and what is not chosen now keeps what was
 * typed for it. Paths of faults are those of the document.
 */

export type LengthUnit = 'minutes' | 'hours' | 'days';

export interface WindowDraft {
  readonly length: { readonly count: string; readonly unit: LengthUnit } | null;
  readonly cutOff: string | null;
  readonly untilFulfillment: boolean;
}

type Fee = Rule['fee'];
type Thresholds = Rule['thresholds'];
type Recalculation = Extract<Thresholds, { behaviour: 'recalculate' }>;

export interface FeeDraft {
  readonly kind: Fee['kind'];
  readonly amounts: AmountsByCurrency;
  readonly percent: string;
  readonly touches: Extract<Fee, { kind: 'fixed' }>['touches'];
}

export interface ThresholdsDraft extends Omit<Recalculation, 'behaviour'> {
  readonly behaviour: Thresholds['behaviour'];
}

export interface RuleDraft extends Omit<
  Rule,
  'instant' | 'request' | 'refund' | 'fee' | 'thresholds'
> {
  readonly instant: WindowDraft | null;
  readonly request: WindowDraft | null;
  readonly refund: {
    readonly method: Rule['refund']['method'];
    /** Null for none. */
    readonly bonusPercent: string | null;
  };
  readonly fee: FeeDraft;
  readonly thresholds: ThresholdsDraft;
}

type Limit = NonNullable<PolicyDocument['limit']>;

export interface LimitDraft {
  readonly cancellations: string;
  readonly days: string;
  readonly then: Limit['then'];
  readonly exemptTag: string;
}

export interface PolicyDraft extends Omit<
  PolicyDocument,
  'rules' | 'reviewDays' | 'requestsAfterDecline' | 'limit'
> {
  readonly rules: readonly RuleDraft[];
  readonly reviewDays: string;
  readonly requestsAfterDecline: string;
  readonly limit: LimitDraft | null;
}

/** The parts of a rule, in the order of its page. */
export const RULE_SECTIONS = [
  'who',
  'what',
  'when',
  'refund',
  'fee',
  'restock',
  'partial',
  'deals',
] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

const SECTION_OF: Readonly<Record<Exclude<keyof Rule, 'id'>, RuleSection>> = {
  name: 'who',
  who: 'who',
  countries: 'who',
  what: 'what',
  exclusions: 'what',
  instant: 'when',
  request: 'when',
  reviewAbove: 'when',
  refund: 'refund',
  fee: 'fee',
  restock: 'restock',
  partial: 'partial',
  thresholds: 'deals',
};

/** The part of a rule's page on which a field of it stands; the first for what stands on none. */
export const sectionOf = (field: string): RuleSection =>
  Object.hasOwn(SECTION_OF, field) ? SECTION_OF[field as keyof typeof SECTION_OF] : 'who';

/** Fills the form. */
export function draftOf(policy: PolicyDocument): PolicyDraft {
  const { enabled, rules, calendar, reviewDays, requestsAfterDecline, reasons, limit, staff } =
    policy;
  return {
    enabled,
    rules: rules.map(ruleDraftOf),
    calendar,
    reviewDays: String(reviewDays),
    requestsAfterDecline: String(requestsAfterDecline),
    reasons,
    limit: limit && {
      ...limit,
      cancellations: String(limit.cancellations),
      days: String(limit.days),
      exemptTag: limit.exemptTag ?? '',
    },
    staff,
  };
}

/** Fills the form of one rule. */
export function ruleDraftOf(rule: Rule): RuleDraft {
  const { instant, request, refund, fee, thresholds } = rule;
  return {
    ...rule,
    instant: instant && windowDraftOf(instant),
    request: request && windowDraftOf(request),
    refund: {
      method: refund.method,
      bonusPercent: textOf(refund.storeCreditBonusPercent),
    },
    fee: {
      kind: fee.kind,
      amounts: fee.kind === 'fixed' ? fee.amounts : {},
      percent: fee.kind === 'percent' ? String(fee.percent) : '',
      touches: fee.kind === 'none' ? 'goods' : fee.touches,
    },
    thresholds:
      thresholds.behaviour === 'recalculate'
        ? thresholds
        : { behaviour: 'keep_the_deal', freeShipping: null, discounts: [] },
  };
}

const UNITS = { days: DAY / MINUTE, hours: HOUR / MINUTE, minutes: 1 } as const;

function windowDraftOf({ minutes, cutOff, untilFulfillment }: Window): WindowDraft {
  return { length: minutes === null ? null : lengthOf(minutes), cutOff, untilFulfillment };
}

/** A number of minutes in the largest unit that divides it: 120 are 2 hours. */
function lengthOf(minutes: number): NonNullable<WindowDraft['length']> {
  const unit = minutes % UNITS.days === 0 ? 'days' : minutes % UNITS.hours === 0 ? 'hours' : null;
  return unit === null
    ? { count: String(minutes), unit: 'minutes' }
    : { count: String(minutes / UNITS[unit]), unit };
}

/**
 * Reads the form. What is no number becomes `NaN`, which the policy's schema refuses: nothing here decides
 * whether a policy is well-formed.
 */
export function documentOf(draft: PolicyDraft): PolicyDocument {
  const { limit } = draft;
  return {
    enabled: draft.enabled,
    rules: draft.rules.map(ruleOf),
    calendar: draft.calendar,
    reviewDays: wholeNumber(draft.reviewDays),
    requestsAfterDecline: wholeNumber(draft.requestsAfterDecline),
    reasons: draft.reasons.map((reason) => ({ ...reason, ...wordingOf(reason) })),
    limit: limit && {
      cancellations: wholeNumber(limit.cancellations),
      days: wholeNumber(limit.days),
      then: limit.then,
      exemptTag: limit.exemptTag.trim() === '' ? null : limit.exemptTag,
    },
    staff: draft.staff,
  };
}

/** Reads one rule of the form. */
export function ruleOf(draft: RuleDraft): Rule {
  const { instant, request, refund, exclusions, thresholds } = draft;
  const { behaviour, ...recalculation } = thresholds;
  return {
    ...draft,
    exclusions: exclusions.map((exclusion) => ({
      ...exclusion,
      wording: exclusion.wording && wordingOf(exclusion.wording),
    })),
    instant: instant && windowOf(instant),
    request: request && windowOf(request),
    refund: {
      method: refund.method,
      storeCreditBonusPercent:
        refund.method === 'original' || refund.bonusPercent === null
          ? null
          : percentage(refund.bonusPercent),
    },
    fee: feeOf(draft.fee),
    thresholds:
      behaviour === 'recalculate'
        ? { behaviour, ...recalculation }
        : { behaviour: 'keep_the_deal' },
  };
}

function windowOf({ length, cutOff, untilFulfillment }: WindowDraft): Window {
  // An hour and a half is a whole number of minutes.
  const minutes =
    length && numberOf(length.count, length.unit === 'minutes' ? 0 : 2) * UNITS[length.unit];
  return { minutes, cutOff, untilFulfillment };
}

function feeOf({ kind, amounts, percent, touches }: FeeDraft): Fee {
  switch (kind) {
    case 'none':
      return { kind };
    case 'fixed':
      return { kind, amounts, touches };
    case 'percent':
      return { kind, percent: percentage(percent), touches };
  }
}

/** A translation that is left empty is none. */
function wordingOf({ label, translations }: Wording): Wording {
  const given = Object.entries(translations).filter(([, text]) => text.trim() !== '');
  return { label, translations: Object.fromEntries(given) };
}

/** True when saving the form would change something. */
export function isChanged(draft: PolicyDraft, saved: PolicyDocument): boolean {
  return comparable(draft) !== comparable(draftOf(saved));
}

const comparable = (draft: PolicyDraft): string =>
  JSON.stringify(documentOf(draft), (_key, value: unknown) =>
    Number.isNaN(value) ? 'not a number' : value,
  );

const textOf = (value: number | null): string | null => (value === null ? null : String(value));
/** Numbers are shown as they are kept, with a point; another notation is read where it has only one reading. */
const NOTATION = notationOf('en');

/** A number as it was typed; one that the schema refuses with the right words where it is none or not fit. */
function numberOf(text: string, decimals: number, units: readonly string[] = []): number {
  const read = readNumber(text, NOTATION, decimals, units);
  if (read.ok) return Number(read.decimal);
  if (read.fault === 'negative') return -1;
  return read.fault === 'too_many_decimals' && decimals === 0 ? 0.5 : NaN;
}

const wholeNumber = (text: string): number => numberOf(text, 0);
const percentage = (text: string): number => numberOf(text, 2, ['%']);
