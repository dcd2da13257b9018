import type { Mail, MailContent } from '../application/mail/ports.ts';
import { languageOf } from './language.ts';
import type { MailText } from './mail-text.ts';
import { CODE_WORDS } from './words/code-words.ts';

type CodeMail = Omit<Mail, 'content'> & {
  readonly content: Extract<MailContent, { readonly template: 'guest_code' }>;
};

/** The mail with the code by which a guest proves that an order is theirs. */
export function codeMail({ content, orderName, shopName, locale, to }: CodeMail): MailText {
  const { code: languageCode, words } = languageOf(locale);
  const about = CODE_WORDS[languageCode] ?? CODE_WORDS.en;
  return {
    languageCode,
    subject: about.subject(orderName),
    greeting: words.greeting(to.firstName),
    intro: about.intro(orderName),
    sections: [
      {
        heading: about.heading,
        lines: [{ label: orderName, amount: content.code }],
        explanation: about.explanation,
      },
    ],
    note: null,
    waysOn: [],
    link: null,
    closing: words.replies(shopName),
    shopName,
  };
}
