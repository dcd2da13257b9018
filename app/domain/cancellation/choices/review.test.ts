import { describe, expect, it } from 'vitest';

import { Case, done } from '../../../../tests/support/facts/cancellation-case.ts';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import { DAY, HOUR } from '../../time.ts';
import { REQUEST_MAILS, type RequestMail } from '../events.ts';
import { mailDue, nextMailAt } from './review.ts';
import type { Cancellation } from '../state.ts';

const { request, ...rest } = new Case({ facts: order(), handling: 'review' }).state;
const ASKED_AT = request.at;

/** A request that waits so long for an answer, and owes these mails; for ever where no time is given. */
const waiting = (
  time: number | null,
  mails: readonly RequestMail[] = REQUEST_MAILS,
  told: readonly string[] = [],
): Cancellation => ({
  ...rest,
  ...done(...told),
  request: { ...request, mails, reviewDeadline: time === null ? null : ASKED_AT + time },
});

describe('the mails that a request owes while it waits', () => {
  it('go out one after the other, and each once', () => {
    expect(mailDue(waiting(3 * DAY), ASKED_AT)).toBe('received');
    expect(mailDue(waiting(3 * DAY, REQUEST_MAILS, ['received']), ASKED_AT)).toBe(
      'request_waiting',
    );
    expect(
      mailDue(waiting(3 * DAY, REQUEST_MAILS, ['received', 'request_waiting']), ASKED_AT),
    ).toBe(null);
    expect(mailDue(waiting(3 * DAY, []), ASKED_AT)).toBeNull();
  });

  it.each([
    ['a day before the end', 3 * DAY, 2 * DAY],
    ['a day before the end, of two days', 2 * DAY, DAY],
    ['half-way through a shorter time', 20 * HOUR, 10 * HOUR],
  ])('remind the shop %s', (_when, time, after) => {
    const state = waiting(time, ['deadline_near']);
    expect(nextMailAt(state)).toBe(ASKED_AT + after);
    expect(mailDue(state, ASKED_AT + after - 1)).toBeNull();
    expect(mailDue(state, ASKED_AT + after)).toBe('deadline_near');
    const reminded = waiting(time, ['deadline_near'], ['deadline_near']);
    expect(mailDue(reminded, ASKED_AT + after)).toBeNull();
    expect(nextMailAt(reminded)).toBeNull();
  });

  it('remind of no end where there is none, nor where nobody wants it', () => {
    expect(mailDue(waiting(null, ['deadline_near']), ASKED_AT + 100 * DAY)).toBeNull();
    expect(nextMailAt(waiting(null, ['deadline_near']))).toBeNull();
    expect(nextMailAt(waiting(3 * DAY, ['received']))).toBeNull();
  });
});
