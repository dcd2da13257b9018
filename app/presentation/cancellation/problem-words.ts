import type { WhyUntold } from '../../domain/cancellation/effects/tell.ts';
import type { WhyNotCancelled } from '../../domain/cancellation/seen/saw-cancel.ts';
import type { Problem } from '../../domain/saga/problem.ts';
import type { Messages } from '../../messages/message-types.ts';

type OwnCode = WhyUntold | WhyNotCancelled | 'NO_MAIL_SERVER' | 'NO_CUSTOMER' | 'TIMEOUT';

const OWN_CODES: Readonly<Record<OwnCode, true>> = {
  NO_ADDRESS: true,
  ORDER_GONE: true,
  SWITCHED_OFF: true,
  IN_DIGEST: true,
  CANCEL_WITHOUT_EFFECT: true,
  CANCEL_UNFINISHED: true,
  NO_MAIL_SERVER: true,
  NO_CUSTOMER: true,
  TIMEOUT: true,
};

/** Codes of Node, of its fetch and of nodemailer, for a connection that failed. */
const CONNECTION = /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/;

/**
 * Why something was not done. What Unorder itself says is said in the reader's language; the rest is what Shopify or
 * the mail server said. Before there were codes for everything, what Unorder said was stored as an English sentence:
 * it is shown as it is.
 */
export function problemWords({ kind, code, message }: Problem, { t }: Messages<'staff'>): string {
  if (code !== null && isOwn(code)) return t(`problems.${code}`);
  const mailing = kind === 'mail_failed';
  const [, answer] = /^(?:HTTP|SMTP)_(\d{3})$/.exec(code ?? '') ?? [];
  if (answer !== undefined) {
    return t(mailing ? 'problems.mailServerAnswered' : 'problems.shopifyAnswered', { answer });
  }
  if (code !== null && CONNECTION.test(code)) {
    return t(mailing ? 'problems.mailServerUnreached' : 'problems.shopifyUnreached');
  }
  return kind === 'malformed' ? t('problems.malformed') : message;
}

const isOwn = (code: string): code is OwnCode => Object.hasOwn(OWN_CODES, code);
