import type { ActionFunctionArgs } from '@remix-run/node';

import { quoteStaffChoice } from '../application/cancellation/open/quote-staff-choice.ts';
import { staffQuoteBody } from '../contract/staff/staff-bodies.ts';
import type { StaffQuote } from '../contract/staff/staff-view.ts';
import { withChoice } from '../http/staff/staff-choice.ts';
import { refusedToStaff, staffsOrderJson } from '../http/staff/staff-order.ts';
import { presentStaffQuote } from '../presentation/staff/present-staff-quote.ts';

/** What a staff member's choice would do now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffsOrderJson(args, (asked) =>
    withChoice(args, asked, staffQuoteBody, async (choice, by) => {
      const { container } = args.context;
      const { shop, orderId } = asked;
      const quoted = await quoteStaffChoice(container, shop, orderId, by, choice);
      return quoted.ok
        ? Response.json(presentStaffQuote(quoted.value, asked.messages) satisfies StaffQuote)
        : refusedToStaff(asked, quoted.error);
    }),
  );
