import type { Mail, MailContent, MailItem } from '../application/mail/ports.ts';
import {
  leadsToReturn,
  mailToShop,
  returnPolicyUrl,
} from '../domain/cancellation/choices/way-on.ts';
import { type Money, formatMoney } from '../domain/money.ts';
import { unreachable } from '../domain/result.ts';
import { codeMail } from './code-mail.ts';
import { type Language, languageOf } from './language.ts';
import type { MailText } from './mail-text.ts';

/** Puts a mail's facts into the customer's language. */
export function textOf(mail: Mail): MailText {
  const { content, orderName, shopName, to } = mail;
  if (content.template === 'guest_code') return codeMail({ ...mail, content });
  const language = languageOf(mail.locale);
  const { words } = language;
  return {
    ...bodyOf(content, orderName, language),
    languageCode: language.code,
    greeting: words.greeting(to.firstName),
    note:
      'note' in content && content.note
        ? { heading: words.noteFrom(shopName), text: content.note }
        : null,
    link: linkOf(mail, language),
    waysOn: waysOnOf(mail, language),
    closing: isStaffMail(content) ? words.staff.closing : words.replies(shopName),
    shopName,
  };
}

type Body = Pick<MailText, 'subject' | 'intro' | 'sections'>;
type AboutCancellation = Exclude<MailContent, { readonly template: 'guest_code' }>;

function bodyOf(content: AboutCancellation, orderName: string, language: Language): Body {
  const { words, locale } = language;
  switch (content.template) {
    case 'cancelled': {
      const about = content.items ? words.cancelled.part : words.cancelled;
      return {
        subject: about.subject(orderName),
        intro: about.intro(orderName),
        sections: [...itemSections(content, language), ...moneySections(content, language)],
      };
    }
    case 'declined': {
      const { why, nextStep } = words.declined;
      const { subject, intro } = content.items ? words.requestedPart.declined : words.declined;
      const instead = content.nextStep ? [nextStep[content.nextStep]] : [];
      return {
        subject: subject(orderName),
        intro: [intro(orderName), why[content.why], ...instead].join(' '),
        sections: requestedSections(content, language),
      };
    }
    case 'received': {
      const { intro, review } = words.received;
      const inReview = content.items ? words.requestedPart.received : review;
      return {
        subject: words.received.subject(orderName),
        intro: (content.waitsFor === 'shop' ? inReview : intro)(orderName),
        sections: requestedSections(content, language),
      };
    }
    case 'request_waiting':
    case 'deadline_near':
      return staffBody(content, orderName, language);
    case 'refund_failed':
      return {
        subject: words.refundFailed.subject(orderName),
        intro: words.refundFailed.intro(orderName, formatMoney(content.amount, locale)),
        sections: [],
      };
    default:
      return unreachable(content);
  }
}

type ToStaff = Extract<MailContent, { readonly template: 'request_waiting' | 'deadline_near' }>;

const isStaffMail = (content: MailContent): content is ToStaff =>
  content.template === 'request_waiting' || content.template === 'deadline_near';

function linkOf({ content, orderStatusUrl }: Mail, { words }: Language): MailText['link'] {
  if (isStaffMail(content)) return { label: words.staff.open, url: content.url };
  return orderStatusUrl ? { label: words.viewOrder, url: orderStatusUrl } : null;
}

/** To the shop, and to its return policy where goods are on their way. */
function waysOnOf(
  { content, shopEmail, storefrontUrl, orderName }: Mail,
  { words }: Language,
): MailText['waysOn'] {
  if (content.template !== 'declined' || content.why === 'customer_withdrew') return [];
  return [
    { label: words.declined.contact, url: mailToShop(shopEmail, orderName) },
    ...(leadsToReturn(content.why, content.nextStep)
      ? [{ label: words.declined.returns, url: returnPolicyUrl(storefrontUrl) }]
      : []),
  ];
}

/** What waits for the shop: what of the order, how much money, until when. */
function staffBody(content: ToStaff, orderName: string, { words, locale }: Language): Body {
  const { staff } = words;
  const about = content.template === 'request_waiting' ? staff.waiting : staff.near;
  const until =
    content.until === null
      ? null
      : new Intl.DateTimeFormat(locale, {
          dateStyle: 'long',
          timeStyle: 'short',
          timeZone: content.timeZone,
        }).format(content.until);
  const items = content.items?.map(({ title, quantity }) => ({
    label: title,
    amount: `${quantity} ×`,
  })) ?? [{ label: staff.wholeOrder, amount: '' }];
  return {
    subject: about.subject(orderName),
    intro: [about.intro(orderName), ...(until === null ? [] : [staff.until(until)])].join(' '),
    sections: [
      { heading: staff.what, lines: items, explanation: null },
      {
        heading: staff.howMuch,
        lines: [{ label: staff.refund, amount: formatMoney(content.amount, locale) }],
        explanation: null,
      },
    ],
  };
}

/** What was cancelled of an order that goes on. */
const itemSections = ({ items }: Cancelled, { words }: Language): MailText['sections'] =>
  itemsUnder(words.cancelled.part.itemsHeading, items);

/** What of an order was asked for. */
const requestedSections = (
  { items }: { readonly items: readonly MailItem[] | null },
  { words }: Language,
): MailText['sections'] => itemsUnder(words.requestedPart.itemsHeading, items);

function itemsUnder(heading: string, items: readonly MailItem[] | null): MailText['sections'] {
  if (!items) return [];
  const lines = items.map(({ title, quantity }) => ({ label: title, amount: `${quantity} ×` }));
  return [{ heading, lines, explanation: null }];
}

type Cancelled = Extract<MailContent, { readonly template: 'cancelled' }>;

/** One section for each way in which money comes back; none when none does. */
function moneySections(content: Cancelled, { words, locale }: Language): MailText['sections'] {
  const { refunded, released, byHand, storeCredit, fee, kept } = words.cancelled;
  const { onItsWay } = content;
  const written = (label: string, amount: Money) => ({
    label,
    amount: formatMoney(amount, locale),
  });
  const lines = (payments: Cancelled['refunds']) =>
    payments.map(({ gatewayName, amount }) => written(gatewayName, amount));
  return [
    {
      heading: refunded.heading,
      lines: lines(content.refunds),
      explanation: onItsWay ? refunded.onItsWay : refunded.sent,
    },
    {
      heading: storeCredit.heading,
      lines: content.storeCredit ? [written(storeCredit.label, content.storeCredit)] : [],
      explanation: onItsWay ? storeCredit.onItsWay : storeCredit.given,
    },
    { ...released, lines: lines(content.released) },
    { ...byHand, lines: lines(content.byHand) },
    { ...fee, lines: content.fee ? [written(fee.heading, content.fee)] : [] },
    { ...kept, lines: content.kept ? [written(kept.label, content.kept)] : [] },
  ].filter((section) => section.lines.length > 0);
}
