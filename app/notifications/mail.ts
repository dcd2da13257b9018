import {
  type Mail,
  type MailContent,
  type MailItem,
  isStaffContent,
} from '../application/mail/ports.ts';
import {
  leadsToReturn,
  mailToShop,
  returnPolicyUrl,
} from '../domain/cancellation/choices/way-on.ts';
import { type Money, formatMoney } from '../domain/money.ts';
import { unreachable } from '../domain/result.ts';
import { inDateWords } from '../messages/date-words.ts';
import type { Messages } from '../messages/message-types.ts';
import { messagesIn } from '../messages/messages.ts';
import type { MailText } from './mail-text.ts';

type MailMessages = Messages<'mail'>;

/** Puts a mail's facts into the customer's language. */
export function textOf(mail: Mail): MailText {
  const messages = messagesIn(mail.locale, 'mail');
  const { t, language } = messages;
  const { content, orderName, shopName, to } = mail;
  const greeting =
    to.firstName === null || to.firstName === ''
      ? t('greeting.plain')
      : t('greeting.named', { name: to.firstName });
  const body = bodyOf(content, orderName, messages);
  return {
    ...body,
    languageCode: language,
    greeting,
    body: [
      { kind: 'text', text: greeting },
      { kind: 'text', text: body.intro },
      { kind: 'details' },
      { kind: 'note' },
      { kind: 'links' },
    ],
    color: mail.brand?.color ?? null,
    logoUrl: mail.brand?.logoUrl ?? null,
    note:
      'note' in content && content.note
        ? { heading: t('noteFrom', { shop: shopName }), text: content.note }
        : null,
    link: linkOf(mail, messages),
    waysOn: waysOnOf(mail, messages),
    closing: isStaffContent(content) ? t('staff.closing') : t('replies', { shop: shopName }),
    shopName,
  };
}

type Body = Pick<MailText, 'subject' | 'intro' | 'sections'>;

function bodyOf(content: MailContent, order: string, messages: MailMessages): Body {
  const { t, locale } = messages;
  switch (content.template) {
    case 'cancelled': {
      const about = content.items ? 'cancelled.part' : 'cancelled';
      return {
        subject: t(`${about}.subject`, { order }),
        intro: t(`${about}.intro`, { order }),
        sections: [
          ...itemsUnder(t('cancelled.part.itemsHeading'), content.items, messages),
          ...moneySections(content, messages),
        ],
      };
    }
    case 'declined': {
      const about = content.items ? 'requestedPart.declined' : 'declined';
      const instead = content.nextStep ? [t(`declined.nextStep.${content.nextStep}`)] : [];
      return {
        subject: t(`${about}.subject`, { order }),
        intro: [
          t(`${about}.intro`, { order }),
          t(`declined.why.${content.why}`),
          ...instead,
          // Whoever withdrew a request was refused nothing.
          ...(content.why === 'customer_withdrew' ? [] : [t('legal')]),
        ].join(' '),
        sections: requestedSections(content, messages),
      };
    }
    case 'received': {
      const inReview = content.items ? 'requestedPart.received' : 'received.review';
      return {
        subject: t('received.subject', { order }),
        intro: t(content.waitsFor === 'shop' ? inReview : 'received.intro', { order }),
        sections: requestedSections(content, messages),
      };
    }
    case 'request_waiting':
    case 'deadline_near':
      return staffBody(content, order, messages);
    case 'staff_digest':
      return digestBody(content, messages);
    case 'refund_failed':
      return {
        subject: t('refundFailed.subject', { order }),
        intro: t('refundFailed.intro', { order, amount: formatMoney(content.amount, locale) }),
        sections: [],
      };
    case 'guest_code':
      return codeBody(content.code, order, messages);
    default:
      return unreachable(content);
  }
}

type ToStaff = Extract<MailContent, { readonly template: 'request_waiting' | 'deadline_near' }>;

function linkOf({ content, orderStatusUrl }: Mail, { t }: MailMessages): MailText['link'] {
  if (content.template === 'guest_code') return null;
  if (isStaffContent(content)) return { label: t('staff.open'), url: content.url };
  return orderStatusUrl ? { label: t('viewOrder'), url: orderStatusUrl } : null;
}

/** To the shop, and to its return policy where goods are on their way. */
function waysOnOf(
  { content, shopEmail, storefrontUrl, orderName }: Mail,
  { t }: MailMessages,
): MailText['waysOn'] {
  if (content.template !== 'declined' || content.why === 'customer_withdrew') return [];
  return [
    { label: t('declined.contact'), url: mailToShop(shopEmail, orderName) },
    ...(leadsToReturn(content.why, content.nextStep)
      ? [{ label: t('declined.returns'), url: returnPolicyUrl(storefrontUrl) }]
      : []),
  ];
}

/** The code by which a guest proves that an order is theirs. */
const codeBody = (code: string, order: string, { t }: MailMessages): Body => ({
  subject: t('code.subject', { order }),
  intro: t('code.intro', { order }),
  sections: [
    {
      heading: t('code.heading'),
      lines: [{ label: order, amount: code }],
      explanation: t('code.explanation'),
    },
  ],
});

/** What waits for the shop: what of the order, how much money, until when. */
function staffBody(content: ToStaff, order: string, messages: MailMessages): Body {
  const { t, locale } = messages;
  const about = content.template === 'request_waiting' ? 'staff.waiting' : 'staff.near';
  const { until, timeZone, amount } = content;
  const time =
    until === null
      ? null
      : inDateWords(until, locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    subject: t(`${about}.subject`, { order }),
    intro: [
      t(`${about}.intro`, { order }),
      ...(time === null ? [] : [t('staff.until', { time })]),
    ].join(' '),
    sections: [
      {
        heading: t('staff.what'),
        lines: content.items?.map((item) => itemLine(item, locale)) ?? [
          { label: t('staff.wholeOrder'), amount: '' },
        ],
        explanation: null,
      },
      {
        heading: t('staff.howMuch'),
        lines: [{ label: t('staff.refund'), amount: formatMoney(amount, locale) }],
        explanation: null,
      },
    ],
  };
}

/** All that waits for the shop, and how much money each is about. */
function digestBody(
  content: Extract<MailContent, { readonly template: 'staff_digest' }>,
  { t, locale }: MailMessages,
): Body {
  const { waiting, hasMore, dataRequests } = content;
  const of = (needsAttention: boolean) =>
    waiting
      .filter((one) => one.needsAttention === needsAttention)
      .map(({ orderName, amount }) => ({ label: orderName, amount: formatMoney(amount, locale) }));
  return {
    subject: t('staff.digest.subject', { count: waiting.length + dataRequests }),
    intro: [
      t('staff.digest.intro'),
      ...(hasMore ? [t('staff.digest.more')] : []),
      ...(dataRequests > 0 ? [t('staff.digest.dataRequests', { count: dataRequests })] : []),
    ].join(' '),
    sections: [
      { heading: t('staff.digest.attention'), lines: of(true), explanation: null },
      { heading: t('staff.digest.requests'), lines: of(false), explanation: null },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** What of an order was asked for. */
const requestedSections = (
  { items }: { readonly items: readonly MailItem[] | null },
  messages: MailMessages,
): MailText['sections'] => itemsUnder(messages.t('requestedPart.itemsHeading'), items, messages);

function itemsUnder(
  heading: string,
  items: readonly MailItem[] | null,
  { locale }: MailMessages,
): MailText['sections'] {
  if (!items) return [];
  return [{ heading, lines: items.map((item) => itemLine(item, locale)), explanation: null }];
}

const itemLine = ({ title, quantity }: MailItem, locale: string) => ({
  label: title,
  amount: `${new Intl.NumberFormat(locale).format(quantity)} ×`,
});

type Cancelled = Extract<MailContent, { readonly template: 'cancelled' }>;

/** One section for each way in which money comes back; none when none does. */
function moneySections(content: Cancelled, { t, locale }: MailMessages): MailText['sections'] {
  const { onItsWay } = content;
  const written = (label: string, amount: Money) => ({
    label,
    amount: formatMoney(amount, locale),
  });
  const lines = (payments: Cancelled['refunds']) =>
    payments.map(({ gatewayName, amount }) => written(gatewayName, amount));
  const one = (label: string, amount: Money | null) => (amount ? [written(label, amount)] : []);
  return [
    {
      heading: t('cancelled.refunded.heading'),
      lines: lines(content.refunds),
      explanation: t(onItsWay ? 'cancelled.refunded.onItsWay' : 'cancelled.refunded.sent'),
    },
    {
      heading: t('cancelled.storeCredit.heading'),
      lines: one(t('cancelled.storeCredit.label'), content.storeCredit),
      explanation: t(onItsWay ? 'cancelled.storeCredit.onItsWay' : 'cancelled.storeCredit.given'),
    },
    {
      heading: t('cancelled.released.heading'),
      lines: lines(content.released),
      explanation: t('cancelled.released.explanation'),
    },
    {
      heading: t('cancelled.byHand.heading'),
      lines: lines(content.byHand),
      explanation: t('cancelled.byHand.explanation'),
    },
    {
      heading: t('cancelled.fee.heading'),
      lines: one(t('cancelled.fee.heading'), content.fee),
      explanation: t('cancelled.fee.explanation'),
    },
    {
      heading: t('cancelled.kept.heading'),
      lines: one(t('cancelled.kept.label'), content.kept),
      explanation: t('cancelled.kept.explanation'),
    },
  ].filter((section) => section.lines.length > 0);
}
