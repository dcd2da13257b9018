import type { ActionFunctionArgs } from '@remix-run/node';

import { readFaultText } from '../domain/policy/document/policy-faults.ts';
import { policyFaultWords } from '../presentation/policy/policy-fault-words.ts';
import { savePolicy } from '../application/policy/save-policy.ts';
import { type SavedPolicy, policyBody } from '../contract/policy/policy-bodies.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { POLICY_BODY_BYTES } from '../http/body/policy-body.ts';
import { type Staff, staffAccess, staffJson } from '../http/staff/staff.ts';
import type { PolicyRefusedBody } from '../contract/policy/policy-view.ts';
import { refusedToStaff, refusedBodyOfStaff } from '../http/staff/staff-order.ts';

/** Saves a new version of the shop's policy, unless somebody else was faster. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, policyBody, POLICY_BODY_BYTES);
    if (!body.ok) {
      return body.error.code === 'body_malformed'
        ? faulty(staff, body.error.fields)
        : refusedBodyOfStaff(staff, body.error);
    }
    const access = await staffAccess(args, staff);
    if (!access.ok) return refusedToStaff(staff, [access.error]);
    const { container } = args.context;
    const { shop, actor } = staff;
    const by = { actor, access: access.value };
    const saved = await savePolicy(container, shop, by, body.value);
    if (!saved.ok) return refusedToStaff(staff, [saved.error]);
    if (saved.value !== 'conflict') return Response.json(saved.value satisfies SavedPolicy);
    return refusedSave(409, {
      refusals: [
        {
          code: 'policy_changed',
          message: staff.messages.t('refusals.policy_changed'),
        },
      ],
      inForce: await container.policies.current(shop),
    });
  });

/** Names every field of the document that is wrong, by its path in it. */
function faulty({ messages }: Staff, fields: Readonly<Record<string, string>>): Response {
  const inDocument = Object.entries(fields).flatMap(([path, message]) =>
    path.startsWith('document.')
      ? [
          [
            path.slice('document.'.length),
            policyFaultWords(readFaultText(message), messages),
          ] as const,
        ]
      : [],
  );
  return refusedSave(422, {
    refusals: [{ code: 'policy_malformed', message: messages.t('refusals.policy_malformed') }],
    faults: Object.fromEntries(inDocument),
  });
}

const refusedSave = (status: number, body: PolicyRefusedBody): Response =>
  Response.json(body, { status });
