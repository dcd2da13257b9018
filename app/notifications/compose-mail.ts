import type { ComposeMail } from '../application/mail/ports.ts';
import { mailAsHtml } from './mail-as-html.ts';
import { mailAsText } from './mail-as-text.ts';
import { textOf } from './mail.ts';

/** The mail as it is sent and as it is shown before: in its reader's language, as HTML and as plain text. */
export const composeMail: ComposeMail = (mail) => {
  const text = textOf(mail);
  return {
    subject: text.subject,
    languageCode: text.languageCode,
    text: mailAsText(text),
    html: mailAsHtml(text),
  };
};
