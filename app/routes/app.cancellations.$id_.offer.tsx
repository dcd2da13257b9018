import type { LoaderFunctionArgs } from '@remix-run/node';

import { readChangeOffer } from '../application/cancellation/quote-approval.ts';
import type { ChangeOffer } from '../contract/staff/staff-view.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { asPermitted, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';
import { presentChangeOffer } from '../presentation/staff/present-staff-order.ts';

/** What a request can be changed into before it is approved. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff(staff, [{ code: 'not_found' }]);
    return asPermitted(args, staff, async ({ access }) => {
      const read = await readChangeOffer(args.context.container, staff.shop, id, access);
      if (!read.ok) return refusedToStaff(staff, read.error);
      const { view, asked } = read.value;
      return Response.json(presentChangeOffer(view, asked, staff.messages) satisfies ChangeOffer);
    });
  });
