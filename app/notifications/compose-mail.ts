import type { ComposeMail, Mail, WordsFault } from '../application/mail/ports.ts';
import { mailAsHtml } from './mail-as-html.ts';
import { mailAsText } from './mail-as-text.ts';
import type { MailText } from './mail-text.ts';
import { textOf } from './mail.ts';
import { renderTemplate } from './template/render-template.ts';

/** The mail as it is sent and as it is shown before: in its reader's language, as HTML and as plain text. */
export const composeMail: ComposeMail = (mail) => {
  const { text, fault } = written(mail);
  return {
    subject: text.subject,
    languageCode: text.languageCode,
    text: mailAsText(text),
    html: mailAsHtml(text),
    fault,
  };
};

/**
 * In the merchant's words where they have any, and in the app's own where those fail: a mail that somebody waits for
 * never stays away for its words.
 */
function written(mail: Mail): { readonly text: MailText; readonly fault: WordsFault | null } {
  const text = textOf(mail);
  if (!mail.words) return { text, fault: null };
  const facts = { order: mail.orderName, firstName: mail.to.firstName };
  const rendered = renderTemplate(mail.words, text, facts);
  return rendered.ok ? { text: rendered.value, fault: null } : { text, fault: rendered.error };
}
