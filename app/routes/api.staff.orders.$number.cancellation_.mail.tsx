import type { ActionFunctionArgs } from '@remix-run/node';

import { previewMail } from '../application/mail/preview-mail.ts';
import type { CustomerMail } from '../contract/staff/customer-mail.ts';
import { staffMailBody } from '../contract/staff/staff-bodies.ts';
import { withChoice } from '../http/staff/staff-choice.ts';
import { refusedToStaff, staffsOrderJson } from '../http/staff/staff-order.ts';

/** What the customer would read of a staff member's choice; changes and sends nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffsOrderJson(args, (asked) =>
    withChoice(args, asked, staffMailBody, async (choice, by) => {
      const { shop, orderId } = asked;
      const shown = await previewMail(args.context.container, shop, orderId, by, choice);
      if (!shown.ok) return refusedToStaff(asked, shown.error);
      const mail = shown.value;
      return Response.json({
        mail: mail && { subject: mail.subject, languageCode: mail.languageCode, html: mail.html },
      } satisfies CustomerMail);
    }),
  );
