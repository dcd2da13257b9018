import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { collectCustomerData, markHandedOver } from '../application/shop/data-requests.ts';
import type { CustomerDataFile, DataHandedOver } from '../contract/shop/data-request-view.ts';
import { staffAccess, staffJson } from '../http/staff/staff.ts';
import { presentCustomerData } from '../presentation/shop/present-data-requests.ts';
import { refusedToStaff } from '../http/staff/staff-order.ts';

/** Everything stored about the customer who asked, as a file to hand over. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const by = { actor: staff.actor, access: await staffAccess(args, staff) };
    const id = args.params['id'] ?? '';
    const data = await collectCustomerData(args.context.container, staff.shop, by, id);
    if (!data.ok) return refusedToStaff(staff, [data.error]);
    return Response.json(
      presentCustomerData(data.value, staff.messages) satisfies CustomerDataFile,
      {
        headers: { 'Cache-Control': 'no-store' },
      },
    );
  });

/** Notes that the customer has been answered. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const by = { actor: staff.actor, access: await staffAccess(args, staff) };
    const id = args.params['id'] ?? '';
    const marked = await markHandedOver(args.context.container, staff.shop, by, id);
    return marked.ok
      ? Response.json({ handedOver: true } satisfies DataHandedOver)
      : refusedToStaff(staff, [marked.error]);
  });
