import type { LoaderFunctionArgs } from '@remix-run/node';

import { readHealth } from '../application/health/read-health.ts';
import type { HealthView } from '../contract/shop/health-view.ts';
import { refusedToStaff } from '../http/staff/staff-order.ts';
import { staffAccess, staffJson } from '../http/staff/staff.ts';
import { presentHealth } from '../presentation/shop/present-health.ts';

/** How the app's setup stands in the shop; asks Shopify and takes seconds. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const access = await staffAccess(args, staff);
    const health = await readHealth(args.context.container, staff.shop, { access });
    if (!health.ok) return refusedToStaff(staff, [health.error]);
    const profile = await args.context.container.platform.readShop(staff.shop);
    const timeZone = profile.ok ? profile.value.timeZone : 'UTC';
    return Response.json(
      presentHealth(health.value, staff.messages, timeZone) satisfies HealthView,
    );
  });
