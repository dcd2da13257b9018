import type { ActionFunctionArgs } from '@remix-run/node';

import { policyPreviewBody } from '../contract/policy/policy-bodies.ts';
import type { PolicyPreviewView } from '../contract/policy/policy-view.ts';
import { previewPolicy } from '../application/policy/preview-policy.ts';
import { parseOrderId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { POLICY_BODY_BYTES } from '../http/body/policy-body.ts';
import { staffJson } from '../http/staff/staff.ts';
import { presentPolicyPreview } from '../presentation/policy/present-policy-preview.ts';
import { refusedToStaff, refusedBodyOfStaff } from '../http/staff/staff-order.ts';

/** How one order would be answered under a draft of the policy. Saves nothing. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const { shop } = staff;
    const body = await readJsonBody(args.request, policyPreviewBody, POLICY_BODY_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { container } = args.context;
    const { document, minutesAfterOrder, locale } = body.value;
    const orderId = parseOrderId(body.value.orderNumber);
    if (!orderId) return refusedToStaff(staff, [{ code: 'order_not_found' }]);
    const { version } = await container.policies.current(shop);
    const draft = { ...document, version: version + 1 };
    const preview = await previewPolicy(container, shop, orderId, draft, minutesAfterOrder);
    return preview.ok
      ? Response.json(
          presentPolicyPreview(preview.value, locale, staff.messages) satisfies PolicyPreviewView,
        )
      : refusedToStaff(staff, preview.error);
  });
