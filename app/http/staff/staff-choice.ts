import type { StaffChoice } from '../../application/cancellation/open/staff-choice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, ok } from '../../domain/result.ts';
import type { StaffQuoteBody } from '../../contract/staff/staff-bodies.ts';
import { MOST_SELECTION_BYTES, selectionOf } from '../body/selection-body.ts';

/** Enough for a selection and two notes. */
export const MOST_STAFF_CHOICE_BYTES = MOST_SELECTION_BYTES;

/** The notation of windows that do not name theirs. */
const OLD_WINDOWS_LOCALE = 'en';

/** A body's choice with its selection in the domain's words. */
export function choiceOf<Body extends StaffQuoteBody>(
  body: Body,
): Result<
  Omit<Body, 'selection' | 'locale'> & Pick<StaffChoice, 'selection' | 'amount' | 'locale'>,
  readonly Refusal[]
> {
  const selection = selectionOf(body.selection);
  if (!selection.ok) return selection;
  // Windows that do not name their language are older than it: an empty amount meant everything there.
  const { amount, locale = OLD_WINDOWS_LOCALE } = body;
  const isOldEverything = amount === '' && body.locale === undefined;
  return ok({
    ...body,
    selection: selection.value,
    amount: isOldEverything ? null : amount,
    locale,
  });
}
