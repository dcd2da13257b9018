import { type EpochMs, DAY } from '../../time.ts';
import { type RequestMail, REQUEST_MAILS } from '../events.ts';
import { wasTold } from '../effects/tell.ts';
import type { Cancellation } from '../state.ts';

/* What a request owes while it waits for a person. */

/** A reminder comes a day before the end, or half-way through a shorter time; null where none ends it. */
function remindAt({ request: { at, reviewDeadline } }: Cancellation): EpochMs | null {
  if (reviewDeadline === null) return null;
  return reviewDeadline - Math.min(DAY, Math.floor((reviewDeadline - at) / 2));
}

/** The mail that is due now; null for none. */
export const mailDue = (state: Cancellation, now: EpochMs): RequestMail | null =>
  REQUEST_MAILS.find((mail) => isOwed(state, mail) && isTime(state, mail, now)) ?? null;

/** When a mail is due later than now; null for none. */
export const nextMailAt = (state: Cancellation): EpochMs | null =>
  isOwed(state, 'deadline_near') ? remindAt(state) : null;

const isOwed = (state: Cancellation, mail: RequestMail): boolean =>
  state.request.mails.includes(mail) && !wasTold(state, mail);

function isTime(state: Cancellation, mail: RequestMail, now: EpochMs): boolean {
  if (mail !== 'deadline_near') return true;
  const at = remindAt(state);
  return at !== null && now >= at;
}
