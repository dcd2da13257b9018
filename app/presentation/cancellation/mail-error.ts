import { problemWords } from './problem-words.ts';
import type { Messages } from '../../messages/message-types.ts';
import type { MailTemplate, RecordedEvent } from '../../domain/cancellation/events.ts';
import type { Problem } from '../../domain/saga/problem.ts';
import { wasTold } from '../../domain/cancellation/effects/tell.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import { MINUTE } from '../../domain/time.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';

/**
 * A mail that does not get through, for staff: still being tried after a minute, or refused for good. Null when
 * there is none, or when a person is asked about it anyway.
 */
export function mailErrorOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
  messages: Messages<'staff'>,
): StaffCancellationView['mailError'] {
  return state.attention?.what === 'mail_failed'
    ? null
    : (stillTrying(state, events, messages) ?? givenUp(state, events, messages));
}

function stillTrying(
  { intent, attempts }: Cancellation,
  events: readonly RecordedEvent[],
  messages: Messages<'staff'>,
): StaffCancellationView['mailError'] {
  const { t } = messages;
  if (intent?.effect.kind !== 'tell' || attempts === 0) return null;
  const failures = events.filter((event) => event.type === 'attempt_failed').slice(-attempts);
  const [first] = failures;
  const last = failures.at(-1);
  if (!first || !last || last.retryAt - first.at < MINUTE) return null;
  return {
    title: t(`mailError.pending.${WHOM[intent.effect.template]}`),
    text: t('mailError.pending.text', { message: problemWords(last.problem, messages) }),
  };
}

function givenUp(
  state: Cancellation,
  events: readonly RecordedEvent[],
  messages: Messages<'staff'>,
): StaffCancellationView['mailError'] {
  const { t } = messages;
  // A mail to the shop that is not wanted hides none that somebody waits for.
  const last = events.findLast(
    (event) => event.type === 'mail_given_up' && !WANTED_SO.includes(event.problem.code ?? ''),
  );
  if (last?.type !== 'mail_given_up' || !wasTold(state, last.template)) return null;
  const { template, problem } = last;
  return {
    title: t(`mailError.failed.${WHOM[template]}`),
    text: [
      problemWords(problem, messages),
      t(`mailError.whatNow.${template}`),
      ...(isCorrectable(template, problem) ? [t('mailError.correction')] : []),
    ].join(' '),
  };
}

/** The shop itself wants no mail of its own about it. */
const WANTED_SO: readonly string[] = ['SWITCHED_OFF', 'IN_DIGEST'];

const CUSTOMER = 'customer';
const SHOP = 'shop';
const WHOM: Readonly<Record<MailTemplate, typeof CUSTOMER | typeof SHOP>> = {
  received: CUSTOMER,
  cancelled: CUSTOMER,
  declined: CUSTOMER,
  refund_failed: CUSTOMER,
  request_waiting: SHOP,
  deadline_near: SHOP,
};

/** An order that is gone has no address to correct. */
const isCorrectable = (template: MailTemplate, { code }: Problem): boolean =>
  WHOM[template] === CUSTOMER && code !== 'ORDER_GONE';
