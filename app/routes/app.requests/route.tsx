import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readInbox } from '../../application/cancellation/list-cancellations.ts';
import { STAFF_LOCALE, staffAccess, staffPage } from '../../http/staff/staff.ts';
import { presentRequests } from '../../presentation/list/present-lists.ts';
import { RequestsPage } from './requests-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const [inbox, access] = await Promise.all([
      readInbox(args.context.container, staff.shop),
      staffAccess(args, staff),
    ]);
    return presentRequests(inbox, access, STAFF_LOCALE);
  });

export default function RequestsRoute() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
