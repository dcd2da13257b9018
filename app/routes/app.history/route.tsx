import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { HISTORY_LIST } from '../../application/history/history-search.ts';
import { readHistory } from '../../application/history/read-history.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { ListError } from '../../components/list/list-error.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { presentHistory } from '../../presentation/history/present-history.ts';
import { readListQuery } from '../../presentation/list/list-query.ts';
import { HistoryPage } from './history-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const { container } = args.context;
    const query = readListQuery(HISTORY_LIST, new URL(args.request.url).searchParams);
    const [history, access] = await Promise.all([
      readHistory(container, staff.shop, query),
      staffAccess(args, staff),
    ]);
    return presentHistory(history, query, access, container.clock.now(), staff.messages);
  });

export default function HistoryRoute() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}

/** The page stays when its list could not be read. */
export function ErrorBoundary() {
  const { t } = useMessages();
  return (
    <TitledPage title={t('historyPage.title')} fullWidth>
      <ListError resources={t('historyPage.resource.many')} />
    </TitledPage>
  );
}
