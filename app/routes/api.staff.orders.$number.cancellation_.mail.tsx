import type { ActionFunctionArgs } from '@remix-run/node';

import { previewMail } from '../application/mail/preview-mail.ts';
import type { CustomerMail } from '../contract/staff/customer-mail.ts';
import { staffMailBody } from '../contract/staff/staff-bodies.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { MOST_STAFF_CHOICE_BYTES, choiceOf } from '../http/staff/staff-choice.ts';
import {
  asPermitted,
  refusedBodyOfStaff,
  refusedToStaff,
  staffsOrderJson,
} from '../http/staff/staff-order.ts';

/** What the customer would read of a staff member's choice; changes and sends nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffsOrderJson(args, async (asked) => {
    const body = await readJsonBody(args.request, staffMailBody, MOST_STAFF_CHOICE_BYTES);
    if (!body.ok) return refusedBodyOfStaff(asked, body.error);
    const choice = choiceOf(body.value);
    if (!choice.ok) return refusedToStaff(asked, choice.error);
    return asPermitted(args, asked, async (by) => {
      const { shop, orderId } = asked;
      const shown = await previewMail(args.context.container, shop, orderId, by, choice.value);
      if (!shown.ok) return refusedToStaff(asked, shown.error);
      const mail = shown.value;
      return Response.json({
        mail: mail && { subject: mail.subject, languageCode: mail.languageCode, html: mail.html },
      } satisfies CustomerMail);
    });
  });
