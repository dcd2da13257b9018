import type * as z from 'zod/mini';

import type { StaffMember } from '../../application/cancellation/open/asked-by-staff.ts';
import type { StaffChoice } from '../../application/cancellation/open/staff-choice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, ok } from '../../domain/result.ts';
import type { StaffQuoteBody } from '../../contract/staff/staff-bodies.ts';
import { readJsonBody } from '../body/json-body.ts';
import { MOST_SELECTION_BYTES, selectionOf } from '../body/selection-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from './staff-order.ts';
import type { Staff } from './staff.ts';

/** Enough for a selection and two notes. */
export const MOST_STAFF_CHOICE_BYTES = MOST_SELECTION_BYTES;

/** The notation of windows that do not name theirs. */
const OLD_WINDOWS_LOCALE = 'en';

type ChoiceOf<Body> = Omit<Body, 'selection' | 'locale'> &
  Pick<StaffChoice, 'selection' | 'amount' | 'locale'>;

/** A body's choice with its selection in the domain's words. */
export function choiceOf<Body extends StaffQuoteBody>(
  body: Body,
): Result<ChoiceOf<Body>, readonly Refusal[]> {
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

/** Reads a choice from a request's body and runs the work that it is for, as far as the platform permits it. */
export async function withChoice<Body extends StaffQuoteBody>(
  asked: Parameters<typeof asPermitted>[0],
  staff: Staff,
  schema: z.core.$ZodType<Body>,
  work: (choice: ChoiceOf<Body>, by: StaffMember) => Promise<Response>,
): Promise<Response> {
  const body = await readJsonBody(asked.request, schema, MOST_STAFF_CHOICE_BYTES);
  if (!body.ok) return refusedBodyOfStaff(staff, body.error);
  const choice = choiceOf(body.value);
  if (!choice.ok) return refusedToStaff(staff, choice.error);
  return asPermitted(asked, staff, (by) => work(choice.value, by));
}
