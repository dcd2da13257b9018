import type { Mail, MailContent } from '../application/ports.ts';
import { type Money, formatMoney } from '../domain/money.ts';
import { type Language, languageOf } from './language.ts';

/** What a mail says, in words and in order, before it takes a form. */
export interface Letter {
  readonly languageCode: string;
  readonly subject: string;
  readonly greeting: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly label: string; readonly amount: string }[];
    readonly explanation: string;
  }[];
  readonly note: { readonly heading: string; readonly text: string } | null;
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly closing: string;
  readonly shopName: string;
}

/** Puts a mail's facts into the customer's language. */
export function letterOf(mail: Mail): Letter {
  const { content, orderName, shopName, orderStatusUrl, to } = mail;
  const language = languageOf(mail.locale);
  const { words } = language;
  const about = words[content.template];
  return {
    languageCode: language.code,
    subject: about.subject(orderName),
    greeting: words.greeting(to.firstName),
    intro:
      content.template === 'declined'
        ? `${words.declined.intro(orderName)} ${words.declined.why[content.why]}`
        : words.cancelled.intro(orderName),
    sections: content.template === 'cancelled' ? moneySections(content, language) : [],
    note: content.note ? { heading: words.noteFrom(shopName), text: content.note } : null,
    link: orderStatusUrl ? { label: words.viewOrder, url: orderStatusUrl } : null,
    closing: words.replies(shopName),
    shopName,
  };
}

type Cancelled = Extract<MailContent, { readonly template: 'cancelled' }>;

/** One section for each way in which money comes back; none when none does. */
function moneySections(content: Cancelled, { words, locale }: Language): Letter['sections'] {
  const { refunded, released, byHand, storeCredit } = words.cancelled;
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
  ].filter((section) => section.lines.length > 0);
}
