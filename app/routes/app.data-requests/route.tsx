import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { listDataRequests } from '../../application/shop/data-requests.ts';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { presentDataRequests } from '../../presentation/shop/present-data-requests.ts';
import { DataRequestsPage } from './data-requests-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const { container } = args.context;
    const by = { actor: staff.actor, access: await staffAccess(args, staff) };
    const listed = await listDataRequests(container, staff.shop, by);
    return presentDataRequests(listed, container.clock.now(), staff.messages);
  });

export default function DataRequestsRoute() {
  return <DataRequestsPage {...useLoaderData<typeof loader>()} />;
}
