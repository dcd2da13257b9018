import type { LoaderFunctionArgs } from '@remix-run/node';

import { beginningOf } from '../domain/text/text.ts';
import { refused } from '../http/server/refused.ts';
import { staffJson } from '../http/staff/staff.ts';
import { presentStaffRefusal } from '../presentation/staff/present-staff-order.ts';
import type { CollectionChoice } from '../contract/policy/policy-view.ts';

const LONGEST_SEARCH = 100;

/** The shop's collections by title, for the policy's form. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const text = new URL(args.request.url).searchParams.get('query') ?? '';
    const { platform } = args.context.container;
    const found = await platform.searchCollections(shop, beginningOf(text.trim(), LONGEST_SEARCH));
    return found.ok
      ? Response.json(found.value satisfies readonly CollectionChoice[])
      : refused([{ code: 'platform_unavailable' }], presentStaffRefusal);
  });
