import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { quoteApproval, quoteChange } from '../application/cancellation/quote-approval.ts';
import { staffQuoteBody } from '../contract/staff/staff-bodies.ts';
import type { StaffQuote } from '../contract/staff/staff-view.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { withChoice } from '../http/staff/staff-choice.ts';
import { asPermitted, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';
import { presentStaffQuote } from '../presentation/staff/present-staff-quote.ts';

/** What saying yes to a request would do now; changes nothing. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff(staff, [{ code: 'not_found' }]);
    return asPermitted(args, staff, async ({ access }) => {
      const quoted = await quoteApproval(args.context.container, staff.shop, id, access);
      return quoted.ok
        ? Response.json(presentStaffQuote(quoted.value, staff.messages) satisfies StaffQuote)
        : refusedToStaff(staff, quoted.error);
    });
  });

/** What saying yes to what staff made of it would do now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff(staff, [{ code: 'not_found' }]);
    return withChoice(args, staff, staffQuoteBody, async (choice, { access }) => {
      const { container } = args.context;
      const quoted = await quoteChange(container, staff.shop, id, access, choice);
      return quoted.ok
        ? Response.json(presentStaffQuote(quoted.value, staff.messages) satisfies StaffQuote)
        : refusedToStaff(staff, quoted.error);
    });
  });
