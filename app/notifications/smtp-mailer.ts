import { createTransport } from 'nodemailer';

import type { Mailer } from '../application/mail/ports.ts';
import type { PlatformError } from '../application/shared/platform.ts';
import { err, ok } from '../domain/result.ts';
import { SECOND } from '../domain/time.ts';
import { composeMail } from './compose-mail.ts';

/** Sends the mails over SMTP. Each goes once; whoever calls decides about another attempt. */
export function createSmtpMailer(options: {
  readonly smtpUrl: string;
  /** The plain address that mails come from. */
  readonly from: string;
}): Mailer {
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  });
  const domain = options.from.slice(options.from.lastIndexOf('@') + 1);
  return {
    async send(mail) {
      const composed = composeMail(mail);
      const senderName = mail.brand?.senderName ?? mail.shopName;
      try {
        await transport.sendMail({
          messageId: `<${mail.key}@${domain}>`,
          from: { name: senderName, address: options.from },
          to: [
            { name: mail.to.firstName ?? '', address: mail.to.email },
            ...(mail.also ?? []).map((address) => ({ name: '', address })),
          ],
          replyTo: { name: senderName, address: mail.brand?.replyTo ?? mail.shopEmail },
          subject: composed.subject,
          text: composed.text,
          html: composed.html,
          headers: {
            'Auto-Submitted': 'auto-generated', // https://www.rfc-editor.org/rfc/rfc3834#section-5
            'Content-Language': composed.languageCode,
          },
        });
        return ok(null);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return err(mailFailure(error));
      }
    },
  };
}

/** For an app without a mail server: its mails fail loudly. Nothing plans one then. */
export function createNoMailer(): Mailer {
  return {
    send: async () =>
      err({
        kind: 'mail_failed',
        code: 'NO_MAIL_SERVER',
        message: 'No mail server is set up (SMTP_URL).',
        mayHaveApplied: false,
        retryAfter: null,
      }),
  };
}

/** Failures that come before a message is handed over. Codes of nodemailer and Node. */
const BEFORE_THE_MESSAGE = new Set([
  'EAUTH',
  'EDNS',
  'EENVELOPE',
  'EHOSTUNREACH',
  'ETLS',
  'ECONNREFUSED',
]);

/**
 * A server that answers with a code has not taken the message. A connection that breaks may have been cut
 * after the last byte: the message may be out, and goes again under the same Message-ID.
 */
function mailFailure(error: Error): PlatformError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const answer =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  const connecting = 'syscall' in error && error.syscall === 'connect';
  const untouched =
    answer !== null || connecting || (code !== null && BEFORE_THE_MESSAGE.has(code));
  return {
    kind: 'mail_failed',
    code: answer === null ? code : `SMTP_${answer}`,
    // Never the server's own words: they quote the recipient.
    message:
      answer === null ? 'The mail server was not reached.' : `The mail server answered ${answer}.`,
    mayHaveApplied: !untouched,
    retryAfter: null,
  };
}
