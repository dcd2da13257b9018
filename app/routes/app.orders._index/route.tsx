import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { listOrders, readFilters } from '../../application/order/list-orders.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { ListError } from '../../components/list/list-error.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { readListQuery } from '../../presentation/list/list-query.ts';
import { ORDER_LIST } from '../../application/order/order-search.ts';
import { presentOrdersPage } from '../../presentation/list/present-orders-page.ts';
import { OrdersPage } from './orders-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const { shop } = staff;
    const query = readListQuery(ORDER_LIST, new URL(args.request.url).searchParams);
    const { text, sort, cursor } = query;
    const { container } = args.context;
    const { staffPlatform: platform, clock } = container;
    const filters = await readFilters({ platform, clock }, shop, query.filters);
    const [list, views, values, policy, access, bulks] = await Promise.all([
      listOrders(container, shop, { ...filters, text, sort, cursor }),
      container.orderViews.list(shop, staff.actor.staffId),
      container.orders.traitValues(shop, MOST_CHOICES),
      container.policies.current(shop),
      staffAccess(args, staff),
      container.bulks.newest(shop, MOST_BULKS),
    ]);
    return presentOrdersPage({ list, views, values, policy, access, bulks }, query, staff.messages);
  });

/** So many values of a filter are offered. */
const MOST_CHOICES = 50;
/** Of the newest bulk cancellations those are named that are not over. */
const MOST_BULKS = 5;

export default function OrdersRoute() {
  return <OrdersPage {...useLoaderData<typeof loader>()} />;
}

/** The page stays when its list could not be read. */
export function ErrorBoundary() {
  const { t } = useMessages();
  return (
    <TitledPage title={t('orders.title')} fullWidth>
      <ListError resources={t('orders.resource.many')} />
    </TitledPage>
  );
}
