import type { ActionFunctionArgs } from '@remix-run/node';

import { saveTemplate } from '../application/notification/mail-templates.ts';
import {
  type savedNotifications,
  templateBody,
} from '../contract/notification/notification-bodies.ts';
import type { Json } from '../contract/json.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';

/** Enough for a body of 10,000 characters in any script. */
const MOST_BYTES = 64 * 1_024;

/** Saves a mail's words in one language, or the app's own again. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, templateBody, MOST_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { basedOn, ...wanted } = body.value;
    return asPermitted(args, staff, async ({ access }) => {
      const by = { actor: staff.actor, access };
      const saved = await saveTemplate(args.context.container, staff.shop, by, basedOn, wanted);
      return saved.ok
        ? Response.json({ version: saved.value.version } satisfies Json<typeof savedNotifications>)
        : refusedToStaff(staff, [saved.error]);
    });
  });
