import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod/mini';

import { changeOrderViews } from '../application/order/order-views.ts';
import { type orderViewAnswer, orderViewBody } from '../contract/list/order-list-view.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { staffJson } from '../http/staff/staff.ts';
import { refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';

/** Keeps, renames, saves or removes a view of the order list. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, orderViewBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { container } = args.context;
    const { staffId } = staff.actor;
    const changed = await changeOrderViews(container, staff.shop, staffId, body.value);
    return changed.ok
      ? Response.json(changed.value satisfies z.infer<typeof orderViewAnswer>)
      : refusedToStaff(staff, [changed.error]);
  });
