import type { LoaderFunctionArgs } from '@remix-run/node';

import { type SavedPolicy, policyVersion } from '../contract/policy/policy-bodies.ts';
import { staffJson } from '../http/staff/staff.ts';
import { refusedToStaff } from '../http/staff/staff-order.ts';

/** One version of the shop's policy, as it was saved. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const { shop } = staff;
    const version = policyVersion.safeParse(args.params['version']);
    const policy = version.success
      ? await args.context.container.policies.version(shop, version.data)
      : null;
    return policy
      ? Response.json(policy satisfies SavedPolicy)
      : refusedToStaff(staff, [{ code: 'not_found' }]);
  });
