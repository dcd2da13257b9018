import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readInbox } from '../../application/cancellation/list-cancellations.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { ListError } from '../../components/list/list-error.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { readListQuery } from '../../presentation/list/list-query.ts';
import { presentRequests } from '../../presentation/list/present-lists.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';
import { RequestsPage } from './requests-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const query = readListQuery(REQUEST_LIST, new URL(args.request.url).searchParams);
    const { assignee } = query.filters;
    const [inbox, access] = await Promise.all([
      readInbox(args.context.container, staff.shop, {
        sort: query.sort.by,
        cursor: query.cursor,
        ...(assignee && { assignedTo: assignee === 'me' ? staff.actor.staffId : null }),
      }),
      staffAccess(args, staff),
    ]);
    return presentRequests(inbox, query, access, {
      me: staff.actor.staffId,
      messages: staff.messages,
    });
  });

export default function RequestsRoute() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}

/** The page stays when its list could not be read. */
export function ErrorBoundary() {
  const { t } = useMessages();
  return (
    <TitledPage title={t('requests.title')}>
      <ListError resources={t('requests.resource')} />
    </TitledPage>
  );
}
