import { moved, withDone } from '../../saga/underway.ts';
import { type Problem, ownProblem } from '../../saga/problem.ts';
import { attention } from '../choices/verdicts.ts';
import { type MailTemplate, REQUEST_MAILS } from '../events.ts';
import type { Cancellation } from '../state.ts';
import type { CancellationEffect } from './definition.ts';

/** The order has no address or is gone, or the shop is not to be written to. */
export type WhyUntold = 'NO_ADDRESS' | 'ORDER_GONE' | 'SWITCHED_OFF' | 'IN_DIGEST';

declare module '../events.ts' {
  interface EffectShapes {
    tell: {
      takes: { readonly template: MailTemplate };
      /** `untold`: there was nobody to write to. */
      brings: { readonly untold?: WhyUntold };
      records: {
        told: { readonly template: MailTemplate };
        /** The mail server would not take a mail that nothing else waits for, or there was nobody to write to. */
        mail_given_up: { readonly template: MailTemplate; readonly problem: Problem };
      };
    };
  }
}

/** Writes to the customer or to the shop. */
export const tell: CancellationEffect<'tell'> = {
  key: (state, { template }) => mailKey(state, template),
  // A mail leaves no trace to read; it is sent again under the same Message-ID.
  isReadBack: false,
  recognise: () => null,
  succeeded({ template }, { untold: code }) {
    if (!code) return [{ type: 'told', template }];
    return [{ type: 'mail_given_up', template, problem: ownProblem('mail_failed', code) }];
  },
  refused: () => null,
  lasts: isRefusedForGood,
  choices: () => ['retry', 'skip_mail'],
  records: {
    told: (state, { template }) => overWith(state, template),
    mail_given_up: (state, { template }) => overWith(state, template),
  },
  // Nothing waits for these mails: the order page says the same.
  standsStill: ({ template }, problem) =>
    NOTHING_WAITS_FOR.includes(template)
      ? { type: 'mail_given_up', template, problem }
      : attention({ what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] }),
  closedBy: {
    skip_mail({ intent }, on) {
      const mail = intent?.effect.kind === 'tell' ? intent.effect.template : null;
      return mail ? { ...on, ...withDone(on, mailKey(on, mail)) } : on;
    },
  },
  steps: ['told'],
};

const NOTHING_WAITS_FOR: readonly MailTemplate[] = [...REQUEST_MAILS, 'refund_failed'];

const overWith = (state: Cancellation, template: MailTemplate): Cancellation => ({
  ...state,
  ...moved,
  moneyIsStale: state.moneyIsStale || state.attempts > 0 || state.wasAsked,
  ...withDone(state, mailKey(state, template)),
});

type Mailed = Pick<Cancellation, 'id' | 'refundRound' | 'done'>;

/** Sent or given up. */
export const wasTold = (state: Mailed, template: MailTemplate): boolean =>
  state.done.includes(mailKey(state, template));

/** A mail that can be due again carries its round. */
const mailKey = ({ id, refundRound }: Omit<Mailed, 'done'>, template: MailTemplate): string =>
  template === 'refund_failed' ? `${id}-${template}-${refundRound}` : `${id}-${template}`;

/**
 * A mail server's 5xx is its last word on a mail ("no such mailbox"); a 4xx asks to come again. The codes
 * about signing in are about the app's own settings: once these are put right, the same mail goes out.
 * Sources: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 https://www.rfc-editor.org/rfc/rfc4954#section-6
 */
function isRefusedForGood({ kind, code }: Problem): boolean {
  return (
    kind === 'mail_failed' &&
    code !== null &&
    /^SMTP_5\d\d$/.test(code) &&
    !ABOUT_SIGNING_IN.includes(code)
  );
}

const ABOUT_SIGNING_IN: readonly string[] = ['SMTP_530', 'SMTP_534', 'SMTP_535', 'SMTP_538'];
