import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { parseBulkId, readBulkView } from '../../http/staff/staff-bulk.ts';
import { refusedPage } from '../../http/server/failure.ts';
import { staffPage } from '../../http/staff/staff.ts';
import { BulkPage } from './bulk-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const view = await readBulkView(args, staff, parseBulkId(args.params['id']));
    if (!view) throw refusedPage([{ code: 'bulk_not_found' }], staff.messages);
    return view;
  });

export default function BulkRoute() {
  const view = useLoaderData<typeof loader>();
  return <BulkPage key={view.id} {...view} />;
}
