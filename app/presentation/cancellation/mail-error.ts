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
): StaffCancellationView['mailError'] {
  return state.attention?.what === 'mail_failed'
    ? null
    : (stillTrying(state, events) ?? givenUp(state, events));
}

function stillTrying(
  { intent, attempts }: Cancellation,
  events: readonly RecordedEvent[],
): StaffCancellationView['mailError'] {
  if (intent?.effect.kind !== 'tell' || attempts === 0) return null;
  const failures = events.filter((event) => event.type === 'attempt_failed').slice(-attempts);
  const [first] = failures;
  const last = failures.at(-1);
  if (!first || !last || last.retryAt - first.at < MINUTE) return null;
  return {
    title: `The email to ${WHOM[intent.effect.template]} has not been sent yet`,
    text: `${last.problem.message} It is tried again automatically. If this remains, check the email settings of Unorder.`,
  };
}

function givenUp(
  state: Cancellation,
  events: readonly RecordedEvent[],
): StaffCancellationView['mailError'] {
  // A mail to the shop that is not wanted hides none that somebody waits for.
  const last = events.findLast(
    (event) => event.type === 'mail_given_up' && event.problem.code !== 'SWITCHED_OFF',
  );
  if (last?.type !== 'mail_given_up' || !wasTold(state, last.template)) return null;
  const { template, problem } = last;
  return {
    title: `The email to ${WHOM[template]} could not be sent`,
    text: [problem.message, WHAT_NOW[template], ...correction(template, problem)].join(' '),
  };
}

const CUSTOMER = 'the customer';
const SHOP = 'the store';
const WHOM: Readonly<Record<MailTemplate, string>> = {
  received: CUSTOMER,
  cancelled: CUSTOMER,
  declined: CUSTOMER,
  refund_failed: CUSTOMER,
  request_waiting: SHOP,
  deadline_near: SHOP,
};

const SHOP_ADDRESS =
  'Check the contact address under Settings in Shopify. The request is waiting here.';
const WHAT_NOW: Readonly<Record<MailTemplate, string>> = {
  received: 'It only confirmed that the request was received.',
  cancelled: 'Write to the customer yourself.',
  declined: 'Write to the customer yourself.',
  refund_failed: 'Let the customer know that the refund is delayed.',
  request_waiting: SHOP_ADDRESS,
  deadline_near: SHOP_ADDRESS,
};

/** An order that is gone has no address to correct. */
const correction = (template: MailTemplate, { code }: Problem): readonly string[] =>
  WHOM[template] === SHOP || code === 'ORDER_GONE'
    ? []
    : ['Correct the email address on the order in Shopify: the next email goes to the new one.'];
