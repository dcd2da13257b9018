import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { policyDocument } from '../domain/policy/policy.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refusedBody, refusedWith } from '../http/refused.ts';
import { staffJson } from '../http/staff.ts';

const policyBody = z.strictObject({
  /** The version that the form was filled in on. */
  basedOn: z.int().min(0),
  document: policyDocument,
});

const CHANGED_MEANWHILE = {
  code: 'policy_changed',
  message: 'Somebody else saved these settings while you were editing. Yours were not saved.',
};

/** Saves a new version of the shop's policy, unless somebody else was faster. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async ({ shop, actor }) => {
    const body = await readJsonBody(args.request, policyBody);
    if (!body.ok) return refusedBody(body.error);
    const { clock, policies } = args.context.container;
    const { basedOn, document } = body.value;
    const saved = await policies.save(shop, basedOn, document, actor, clock.now());
    return saved === 'conflict' ? refusedWith(409, [CHANGED_MEANWHILE]) : Response.json(saved);
  });
