import type {
  AmountsByCurrency,
  Exclusion,
  Fee,
  PolicyDocument,
  PolicyReason,
  Rule,
  Window,
  Wording,
} from '../../../domain/policy/document/policy.ts';
import { notationOf } from '../../../domain/text/written-number.ts';
import { DAY, HOUR, MINUTE } from '../../../domain/time.ts';
import type { Messages } from '../../../messages/message-types.ts';
import { listed } from '../../text/listed.ts';
import { weekdayName } from '../../text/names.ts';
import { percentText } from '../../text/percent.ts';

/** One setting of a policy as staff read it. */
export interface PolicyField {
  /** The same for the same setting of two documents; rules and reasons go by their ids. */
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly value: string;
}

type StaffMessages = Messages<'staff'>;

/** Every setting of a document, in the order of the policy page, with nothing left out. */
export function fieldsOf(policy: PolicyDocument, messages: StaffMessages): readonly PolicyField[] {
  const { t, locale } = messages;
  const requests = t('policyFields.section.requests');
  const reasons = t('policyFields.section.reasons');
  return [
    field(
      'enabled',
      t('policyFields.section.policy'),
      t('policyFields.enabled'),
      yesNo(policy.enabled, messages),
    ),
    field(
      'rules',
      t('policyFields.section.rules'),
      t('policyFields.order'),
      listed(
        policy.rules.map(({ id, name }) => t('policyFields.named', { name, id })),
        locale,
      ),
    ),
    ...policy.rules.flatMap((rule) => fieldsOfRule(rule, messages)),
    ...fieldsOfCalendar(policy.calendar, messages),
    field(
      'reviewDays',
      requests,
      t('policyFields.reviewDays'),
      t('policyWords.duration.day', { count: policy.reviewDays }),
    ),
    field(
      'requestsAfterDecline',
      requests,
      t('policyFields.again'),
      policy.requestsAfterDecline === 0
        ? t('policyFields.no')
        : t('policyFields.againUpTo', { count: policy.requestsAfterDecline }),
    ),
    field(
      'reasons',
      reasons,
      t('policyFields.order'),
      listed(
        policy.reasons.map(({ id }) => id),
        locale,
      ),
    ),
    ...policy.reasons.flatMap((reason) => fieldsOfReason(reason, messages)),
    ...fieldsOfLimit(policy.limit, messages),
    ...(['member', 'collaborator'] as const).flatMap((role) =>
      fieldsOfStaff(role, policy.staff[role], messages),
    ),
  ];
}

function field(key: string, section: string, label: string, value: string): PolicyField {
  return { key, section, label, value };
}

type FieldOf = (key: string, label: string, value: string) => PolicyField;

function fieldsOfRule(rule: Rule, messages: StaffMessages): readonly PolicyField[] {
  const { t, locale } = messages;
  const section = t('policyFields.section.rule', { rule: rule.name });
  const of: FieldOf = (key, label, value) =>
    field(`rules.${rule.id}.${key}`, section, label, value);
  const { refund, restock, partial } = rule;
  const buyers = rule.who.map((buyer) => t(`policyFields.buyer.${buyer}`));
  return [
    of('name', t('policyFields.name'), rule.name),
    of('who', t('policyFields.for'), listed(buyers, locale)),
    of(
      'countries',
      t('policyFields.countries'),
      listed(rule.countries, locale) || t('policyFields.everywhere'),
    ),
    of('what', t('policyFields.what'), t(`policyFields.whatValue.${rule.what}`)),
    ...rule.exclusions.map((exclusion, index) =>
      of(
        `exclusions.${index}`,
        t('policyFields.exclusionNumber', { number: index + 1 }),
        exclusionWords(exclusion, messages),
      ),
    ),
    of('instant', t('policyFields.instant'), windowWords(rule.instant, messages)),
    of('request', t('policyFields.request'), windowWords(rule.request, messages)),
    of('reviewAbove', t('policyFields.reviewAbove'), amountWords(rule.reviewAbove, messages)),
    of('method', t('policyFields.refund'), t(`policyFields.method.${refund.method}`)),
    of('bonus', t('policyFields.bonus'), percentWords(refund.storeCreditBonusPercent, messages)),
    of('fee', t('policyFields.fee'), feeWords(rule.fee, messages)),
    of('restock', t('policyFields.restock'), yesNo(restock.byDefault, messages)),
    of('neverRestock', t('policyFields.neverRestock'), quotedList(restock.neverTags, messages)),
    ...(['shipping', 'tip', 'duties'] as const).map((part) =>
      of(part, t(`policyFields.share.${part}`), t(`policyFields.shareValue.${partial[part]}`)),
    ),
    ...fieldsOfThresholds(rule.thresholds, of, messages),
  ];
}

function fieldsOfThresholds(
  thresholds: Rule['thresholds'],
  of: FieldOf,
  messages: StaffMessages,
): readonly PolicyField[] {
  const { t } = messages;
  const { behaviour } = thresholds;
  const deals = of('deals', t('policyFields.deals'), t(`policyFields.dealsValue.${behaviour}`));
  if (behaviour === 'keep_the_deal') return [deals];
  const { freeShipping, discounts } = thresholds;
  return [
    deals,
    ...(freeShipping
      ? [
          of(
            'freeShipping.minimum',
            t('policyFields.freeShippingFrom'),
            amountList(freeShipping.minimum, messages) ?? '',
          ),
          of(
            'freeShipping.price',
            t('policyFields.freeShippingPrice'),
            amountList(freeShipping.price, messages) ?? '',
          ),
        ]
      : []),
    ...discounts.map(({ title, minimum }, index) =>
      of(
        `discounts.${index}`,
        t('policyFields.discountNumber', { number: index + 1 }),
        t('policyFields.discountValue', { title, amount: amountWords(minimum, messages) }),
      ),
    ),
  ];
}

function fieldsOfCalendar(
  { openingDays, closedOn }: PolicyDocument['calendar'],
  { t, locale }: StaffMessages,
): readonly PolicyField[] {
  const section = t('policyFields.section.calendar');
  const days = openingDays.map((day) => weekdayName(day, locale, 'short'));
  return [
    field('openingDays', section, t('policyFields.openingDays'), listed(days, locale)),
    field(
      'closedOn',
      section,
      t('policyFields.closedOn'),
      listed(closedOn, locale) || t('policyFields.noDay'),
    ),
  ];
}

function fieldsOfReason(reason: PolicyReason, messages: StaffMessages): readonly PolicyField[] {
  const { t } = messages;
  const section = t('policyFields.section.reasons');
  return [
    field(
      `reasons.${reason.id}.text`,
      section,
      t('policyFields.reasonText', { reason: reason.id }),
      wordingWords(reason, messages),
    ),
    field(
      `reasons.${reason.id}.comment`,
      section,
      t('policyFields.reasonComment', { reason: reason.label }),
      yesNo(reason.needsComment, messages),
    ),
  ];
}

function fieldsOfLimit(
  limit: PolicyDocument['limit'],
  { t }: StaffMessages,
): readonly PolicyField[] {
  const section = t('policyFields.section.limit');
  const label = t('policyFields.limit');
  if (!limit) return [field('limit', section, label, t('policyFields.noLimit'))];
  const { cancellations, days: count, then, exemptTag: tag } = limit;
  const days = t('policyWords.duration.day', { count });
  return [
    field('limit', section, label, t('policyFields.limitValue', { cancellations, days })),
    field('limit.then', section, t('policyFields.beyond'), t(`policyFields.then.${then}`)),
    field(
      'limit.exempt',
      section,
      t('policyFields.exempt'),
      tag === null ? t('policyFields.nobody') : t('policyFields.exemptTag', { tag }),
    ),
  ];
}

function fieldsOfStaff(
  role: 'member' | 'collaborator',
  { mayCancel, mayOverridePolicy, refundUpTo, bulkRefundPerDay }: PolicyDocument['staff']['member'],
  messages: StaffMessages,
): readonly PolicyField[] {
  const { t } = messages;
  const amount = amountList(refundUpTo, messages);
  const of = (key: string, label: string, value: string) =>
    field(`staff.${role}.${key}`, t('policyFields.section.staff'), label, value);
  return [
    of('cancel', t(`policyFields.staffCancel.${role}`), yesNo(mayCancel, messages)),
    of('override', t(`policyFields.staffOverride.${role}`), yesNo(mayOverridePolicy, messages)),
    of(
      'refundUpTo',
      t(`policyFields.staffRefund.${role}`),
      refundUpTo === null
        ? t('policyFields.anyAmount')
        : t('policyFields.upTo', { amount: amount ?? t('policyFields.anyAmount') }),
    ),
    of(
      'bulkRefundPerDay',
      t(`policyFields.staffBulkRefund.${role}`),
      bulkRefundPerDay === null
        ? t('policyFields.anyAmount')
        : t('policyFields.upTo', {
            amount: amountList(bulkRefundPerDay, messages) ?? t('policyFields.anyAmount'),
          }),
    ),
  ];
}

const yesNo = (is: boolean, { t }: StaffMessages): string =>
  t(is ? 'policyFields.yes' : 'policyFields.no');

const quotedList = (texts: readonly string[], { t, locale }: StaffMessages): string =>
  texts.length === 0
    ? t('policyFields.none')
    : listed(
        texts.map((text) => t('policyFields.quoted', { text })),
        locale,
      );

const percentWords = (percent: number | null, { t, locale }: StaffMessages): string =>
  percent === null ? t('policyFields.none') : percentText(percent, locale);

/** Amounts as they are stored, with the reader's decimal sign; null for none, and for no currency at all. */
function amountList(
  amounts: AmountsByCurrency | null,
  { t, locale }: StaffMessages,
): string | null {
  const named = Object.entries(amounts ?? {}).map(([currency, amount]) =>
    t('policyFields.amount', {
      amount: amount.replace('.', notationOf(locale).decimal),
      currency,
    }),
  );
  return named.length > 0 ? listed(named, locale) : null;
}

const amountWords = (amounts: AmountsByCurrency | null, messages: StaffMessages): string =>
  amountList(amounts, messages) ?? messages.t('policyFields.noAmount');

function durationWords(minutes: number, { t }: StaffMessages): string {
  const ms = minutes * MINUTE;
  if (ms % DAY === 0) return t('policyWords.duration.day', { count: ms / DAY });
  return ms % HOUR === 0
    ? t('policyWords.duration.hour', { count: ms / HOUR })
    : t('policyWords.duration.minute', { count: minutes });
}

function windowWords(window: Window | null, messages: StaffMessages): string {
  const { t, locale } = messages;
  if (!window) return t('policyFields.never');
  const { minutes, cutOff, untilFulfillment } = window;
  const limits = [
    ...(minutes === null
      ? []
      : [t('policyWords.window.within', { duration: durationWords(minutes, messages) })]),
    ...(cutOff === null ? [] : [t('policyFields.window.cutOff', { time: cutOff })]),
    t(untilFulfillment ? 'policyWords.window.fulfillment' : 'policyWords.window.shipped'),
  ];
  return listed(limits, locale);
}

function feeWords(fee: Fee, messages: StaffMessages): string {
  const { t, locale } = messages;
  switch (fee.kind) {
    case 'none':
      return t('policyFields.none');
    case 'fixed':
      return t(`policyFields.feeFixed.${fee.touches}`, {
        amount: amountWords(fee.amounts, messages),
      });
    case 'percent':
      return t(`policyFields.feePercent.${fee.touches}`, {
        percent: percentText(fee.percent, locale),
      });
  }
}

function exclusionWords(exclusion: Exclusion, messages: StaffMessages): string {
  const { t } = messages;
  const outcome = t(`policyFields.then.${exclusion.then}`);
  const values = 'values' in exclusion ? quotedList(exclusion.values, messages) : '';
  const excluded = t(`policyFields.exclusion.${exclusion.kind}`, { values });
  return exclusion.wording
    ? t('policyFields.exclusionValueWorded', {
        exclusion: excluded,
        outcome,
        wording: wordingWords(exclusion.wording, messages),
      })
    : t('policyFields.exclusionValue', { exclusion: excluded, outcome });
}

/** The text and all its translations: a changed translation is a change. */
function wordingWords({ label, translations }: Wording, { t, locale }: StaffMessages): string {
  const others = Object.entries(translations)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, text]) => t('policyFields.translation', { language, text }));
  return listed([t('policyFields.quoted', { text: label }), ...others], locale);
}
