import type { Mail, Mailer } from '../mail/ports.ts';
import { isStaffContent } from '../mail/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/log.ts';
import type { PlatformError } from '../shared/platform-error.ts';
import type { Delivery, MailLog } from './ports.ts';

/** A mailer that notes what became of each mail. What cannot be noted is still sent: a mail goes out once. */
export const loggedMailer = (
  mailer: Mailer,
  deps: {
    readonly mailLog: MailLog;
    readonly clock: Clock;
    readonly log: Pick<Logger, 'error'>;
  },
): Mailer => ({
  async send(mail) {
    const sent = await mailer.send(mail);
    if (!mail.shop) return sent;
    const delivery = deliveryOf(mail, sent.ok ? null : sent.error, deps.clock.now());
    try {
      await deps.mailLog.note(mail.shop, delivery);
    } catch (error) {
      const { template } = delivery;
      deps.log.error({ shop: mail.shop, template, error }, 'a delivery was not noted');
    }
    return sent;
  },
});

const deliveryOf = (
  { key, content, orderName }: Mail,
  error: PlatformError | null,
  at: number,
): Delivery => ({
  key,
  template: content.template,
  audience: isStaffContent(content) ? 'staff' : 'customer',
  orderName: orderName === '' ? null : orderName,
  status: error === null ? 'sent' : isLastWord(error) ? 'refused' : 'retrying',
  code: error?.code ?? null,
  at,
});

/** A mail server's 5xx: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
const isLastWord = ({ code }: PlatformError): boolean => /^SMTP_5\d\d$/.test(code ?? '');
