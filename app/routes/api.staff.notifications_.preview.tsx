import type { ActionFunctionArgs } from '@remix-run/node';

import { previewTemplate, sendTestMail } from '../application/notification/mail-templates.ts';
import { type MailPreview, previewBody } from '../contract/notification/notification-bodies.ts';
import { parseOrderId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';
import { staffRefusalText } from '../presentation/refusal/staff-refusal.ts';

/** Enough for a body of 10,000 characters in any script. */
const MOST_BYTES = 64 * 1_024;

/** How a mail looks in words that are not saved yet; on demand it is sent to the shop's own address too. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, previewBody, MOST_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { mail, language, subject, body: text, orderNumber, send } = body.value;
    const orderId = orderNumber === null ? null : parseOrderId(orderNumber);
    if (orderNumber !== null && !orderId) {
      return refusedToStaff(staff, [{ code: 'order_not_found' }]);
    }
    const wanted = { mail, language, words: { subject, body: text } };
    return asPermitted(args, staff, async () => {
      const { container } = args.context;
      const previewed = await previewTemplate(container, staff.shop, wanted, orderId);
      if (!previewed.ok) return refusedToStaff(staff, [previewed.error]);
      const sent = send ? await sendTestMail(container, staff.shop, wanted, orderId) : null;
      if (sent && !sent.ok) return refusedToStaff(staff, [sent.error]);
      const { fault, subject: line, html, text: plain } = container.composeMail(previewed.value);
      return Response.json({
        ...{ subject: line, html, text: plain },
        faults: fault
          ? [staffRefusalText({ code: 'template_faulty', ...fault }, staff.messages)]
          : [],
        sentTo: sent?.value ?? null,
      } satisfies MailPreview);
    });
  });
