import type { LoaderFunctionArgs } from '@remix-run/node';

import type { waitingCount } from '../contract/list/cancellation-list-view.ts';
import type { Json } from '../contract/json.ts';
import { staffJson } from '../http/staff/staff.ts';

/** More than this is a matter of "many" in a line of the navigation. */
const MOST_COUNTED = 99;

/** How many wait for a person, for the navigation. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const counted = await args.context.container.store.countWaiting(shop, MOST_COUNTED + 1);
    return Response.json({
      count: Math.min(counted, MOST_COUNTED),
      hasMore: counted > MOST_COUNTED,
    } satisfies Json<typeof waitingCount>);
  });
