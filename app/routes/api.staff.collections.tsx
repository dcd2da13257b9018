import type { LoaderFunctionArgs } from '@remix-run/node';

import { beginningOf } from '../domain/text/text.ts';
import { staffJson } from '../http/staff/staff.ts';
import type { CollectionChoices } from '../contract/policy/policy-view.ts';
import { refusedToStaff } from '../http/staff/staff-order.ts';

const LONGEST_SEARCH = 100;

/** The shop's collections by title, for the policy's form. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const { shop } = staff;
    const text = new URL(args.request.url).searchParams.get('query') ?? '';
    const { platform } = args.context.container;
    const found = await platform.searchCollections(shop, beginningOf(text.trim(), LONGEST_SEARCH));
    return found.ok
      ? Response.json(found.value satisfies CollectionChoices)
      : refusedToStaff(staff, [{ code: 'platform_unavailable' }]);
  });
