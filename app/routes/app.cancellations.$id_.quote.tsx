import type { LoaderFunctionArgs } from '@remix-run/node';

import { quoteApproval } from '../application/cancellation/answer-request.ts';
import type { StaffQuote } from '../contract/staff/staff-view.ts';
import { parseCancellationId } from '../domain/ids.ts';
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
