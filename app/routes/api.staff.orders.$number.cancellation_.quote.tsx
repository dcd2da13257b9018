import type { ActionFunctionArgs } from '@remix-run/node';

import { quoteStaffChoice } from '../application/cancellation/open/quote-staff-choice.ts';
import { staffQuoteBody } from '../contract/staff/staff-bodies.ts';
import type { StaffQuote } from '../contract/staff/staff-view.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { MOST_STAFF_CHOICE_BYTES, choiceOf } from '../http/staff/staff-choice.ts';
import {
  asPermitted,
  refusedBodyOfStaff,
  refusedToStaff,
  staffsOrderJson,
} from '../http/staff/staff-order.ts';
import { presentStaffQuote } from '../presentation/staff/present-staff-quote.ts';

/** What a staff member's choice would do now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffsOrderJson(args, async (asked) => {
    const body = await readJsonBody(args.request, staffQuoteBody, MOST_STAFF_CHOICE_BYTES);
    if (!body.ok) return refusedBodyOfStaff(asked, body.error);
    const choice = choiceOf(body.value);
    if (!choice.ok) return refusedToStaff(asked, choice.error);
    return asPermitted(args, asked, async (by) => {
      const { container } = args.context;
      const { shop, orderId } = asked;
      const quoted = await quoteStaffChoice(container, shop, orderId, by, choice.value);
      return quoted.ok
        ? Response.json(presentStaffQuote(quoted.value, asked.messages) satisfies StaffQuote)
        : refusedToStaff(asked, quoted.error);
    });
  });
