import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readInbox } from '../../application/cancellation/list-cancellations.ts';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { readListQuery } from '../../presentation/list/list-query.ts';
import { presentRequests } from '../../presentation/list/present-lists.ts';
import { REQUEST_LIST } from '../../presentation/list/request-list-query.ts';
import { RequestsPage } from './requests-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const query = readListQuery(REQUEST_LIST, new URL(args.request.url).searchParams);
    const [inbox, access] = await Promise.all([
      readInbox(args.context.container, staff.shop, query.cursor),
      staffAccess(args, staff),
    ]);
    return presentRequests(inbox, query, access, staff.messages);
  });

export default function RequestsRoute() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
