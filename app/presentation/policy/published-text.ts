import { inLanguage } from '../../domain/policy/document/policy.ts';
import type {
  PublishedPolicy,
  PublishedRule,
  PublishedSection,
  Statement,
} from '../../domain/policy/published/publish.ts';
import type { Language, Messages } from '../../messages/message-types.ts';
import { type Formats, formatsIn } from './published-formats.ts';

/** A published policy as customers read it: plain text, to be escaped where it becomes HTML. */
export interface PolicyText {
  readonly version: number;
  /** The language it is really in: English for one that has no words here. */
  readonly language: Language;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly rules: readonly {
    readonly heading: string | null;
    readonly sections: readonly TextSection[];
  }[];
  readonly sections: readonly TextSection[];
}

export interface TextSection {
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

interface Reader {
  readonly messages: Messages<'policy'>;
  readonly format: Formats;
  readonly shop: PublishingShop;
}

/** The words of a published policy. */
export function textOfPolicy(
  policy: PublishedPolicy,
  messages: Messages<'policy'>,
  shop: PublishingShop,
): PolicyText {
  const reader = { messages, format: formatsIn(messages, shop.timeZone), shop };
  const section = ({ heading, statements }: PublishedSection): TextSection => ({
    heading: messages.t(`headings.${heading}`),
    sentences: sentencesOf(statements, reader),
  });
  return {
    version: policy.version,
    language: messages.language,
    title: messages.t('title'),
    introduction: sentencesOf(policy.introduction, reader),
    rules: policy.rules.map(({ heading, sections }) => ({
      heading: heading && ruleHeading(heading, reader),
      sections: sections.map(section),
    })),
    sections: policy.sections.map(section),
  };
}

/** Each once: two exclusions can come to the same words. */
const sentencesOf = (statements: readonly Statement[], reader: Reader): readonly string[] => [
  ...new Set(statements.map((statement) => sentenceOf(statement, reader))),
];

function ruleHeading(
  { who, countries }: NonNullable<PublishedRule['heading']>,
  { messages: { t }, format }: Reader,
): string {
  const buyers = format.and(who.map((buyer) => t(`buyers.${buyer}`)));
  const heading =
    countries.length === 0 ? buyers : `${buyers} (${format.and(countries.map(format.country))})`;
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

/** What has one value of a kind that others have says it by its text alone. */
function sentenceOf(statement: Statement, reader: Reader): string {
  const { messages, format } = reader;
  const { t } = messages;
  if ('window' in statement)
    return t(statement.says, { until: untilText(statement.window, reader) });
  if ('amounts' in statement)
    return t(statement.says, { amounts: format.amounts(statement.amounts) });
  if ('percent' in statement)
    return t(statement.says, { percent: format.percent(statement.percent) });
  if ('days' in statement) {
    return t(statement.says, { days: t('units.day', { count: statement.days }) });
  }
  switch (statement.says) {
    case 'who': {
      const buyers = format.and(statement.buyers.map((buyer) => t(`buyers.${buyer}`)));
      const { countries } = statement;
      return countries.length === 0
        ? t('who.everywhere', { buyers })
        : t('who.countries', { buyers, countries: format.and(countries.map(format.country)) });
    }
    case 'excluded':
      return exclusionText(statement, reader);
    case 'freeShipping':
      return t('freeShipping', {
        minimum: format.amounts(statement.minimum),
        price: format.amounts(statement.price),
      });
    case 'discount':
      return t('discount', {
        title: t('quoted', { text: statement.title }),
        minimum: format.amounts(statement.minimum),
      });
    case 'openingDays':
      return t('openingDays', { days: format.and(statement.weekdays.map(format.weekday)) });
    case 'closedOn':
      return t('closedOn', { dates: format.and(statement.dates.map(format.date)) });
    case 'reasons':
      return reasonsText(statement.reasons, reader);
    case 'afterDecline':
      return statement.requests === 0
        ? t('afterDecline.never')
        : t('afterDecline.again', { requests: t('units.request', { count: statement.requests }) });
    case 'limit': {
      const { cancellations, days, then } = statement.limit;
      return t(`limit.${then}`, {
        cancellations: t('units.cancellation', { count: cancellations }),
        days: t('units.day', { count: days }),
      });
    }
    default:
      return t(statement.says);
  }
}

/** When a window closes: the earliest of what closes it. */
function untilText(
  {
    minutes,
    cutOff,
    untilFulfillment,
  }: Extract<Statement, { says: 'instant' | 'request' }>['window'],
  { messages: { t }, format }: Reader,
): string {
  const ends = [
    ...(minutes === null ? [] : [t('until.duration', { duration: format.duration(minutes) })]),
    ...(cutOff === null ? [] : [t('until.cutOff', format.time(cutOff))]),
    t(untilFulfillment ? 'until.fulfillment' : 'until.shipment'),
  ];
  const listed = format.or(ends);
  return ends.length === 1 ? listed : t('until.earliest', { ends: listed });
}

function exclusionText(
  { kind, then, values, wording }: Extract<Statement, { says: 'excluded' }>,
  { messages, format, shop: { collectionTitles } }: Reader,
): string {
  const { t, language } = messages;
  const named = values.map((value) =>
    t('quoted', { text: kind === 'collection' ? (collectionTitles.get(value) ?? value) : value }),
  );
  const what = t(`exclusions.${kind}`, { values: format.or(named) });
  const sentence = t(then === 'refuse' ? 'refused' : 'reviewed', { what });
  return wording ? `${sentence} ${inLanguage(wording, language)}` : sentence;
}

function reasonsText(
  reasons: Extract<Statement, { says: 'reasons' }>['reasons'],
  { messages: { t, language }, format }: Reader,
): string {
  const offered = reasons.map((reason) => {
    const text = t('quoted', { text: inLanguage(reason, language) });
    return reason.needsComment ? t('withComment', { reason: text }) : text;
  });
  return t('reasons', { reasons: format.or(offered) });
}
