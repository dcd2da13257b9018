import type { ActionFunctionArgs } from '@remix-run/node';

import { saveNotifications } from '../application/notification/save-notifications.ts';
import {
  notificationBody,
  type savedNotifications,
} from '../contract/notification/notification-bodies.ts';
import type { Json } from '../contract/json.ts';
import { notificationSettings } from '../domain/notification/notification-settings.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';

/** Saves who is told, who writes and how; the mails' words are left as they are. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, notificationBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { basedOn, ...given } = body.value;
    const read = notificationSettings.omit({ templates: true }).safeParse(given);
    if (!read.success) {
      const fields = read.error.issues.map(({ path }) => String(path[1] ?? path[0]));
      return refusedToStaff(
        staff,
        [...new Set(fields)].map((field) => ({ code: 'notification_malformed', field })),
      );
    }
    return asPermitted(args, staff, async ({ access }) => {
      const by = { actor: staff.actor, access };
      const { container } = args.context;
      const saved = await saveNotifications(container, staff.shop, by, basedOn, (before) => ({
        ...before,
        ...read.data,
      }));
      return saved.ok
        ? Response.json({ version: saved.value.version } satisfies Json<typeof savedNotifications>)
        : refusedToStaff(staff, [saved.error]);
    });
  });
