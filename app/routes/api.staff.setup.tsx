import type { ActionFunctionArgs } from '@remix-run/node';

import { setupBody } from '../contract/list/figures-view.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { refusedBodyOfStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';

/** Notes that a step of the guide for a new shop was done, or that the guide is not wanted any more. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, setupBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { home, clock } = args.context.container;
    await home.note(staff.shop, body.value.note, clock.now());
    return Response.json({ noted: true });
  });
