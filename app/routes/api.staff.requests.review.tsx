import type { ActionFunctionArgs } from '@remix-run/node';

import { reviewRequests } from '../application/cancellation/quote-approval.ts';
import {
  type RequestsReview,
  requestsReviewBody,
} from '../contract/list/cancellation-list-view.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';
import { presentReview } from '../presentation/list/present-lists.ts';

/** What approving several requests would do now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, requestsReviewBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const ids = body.value.ids.map(parseCancellationId);
    if (ids.includes(null)) return refusedToStaff(staff, [{ code: 'not_found' }]);
    return asPermitted(args, staff, async ({ access }) => {
      const { container } = args.context;
      const wanted = ids.filter((id) => id !== null);
      const reviewed = await reviewRequests(container, staff.shop, wanted, access);
      return Response.json(presentReview(reviewed, staff.messages) satisfies RequestsReview);
    });
  });
