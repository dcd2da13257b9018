import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { presentDeliveries } from '../../presentation/notification/present-notification-settings.ts';
import { DeliveriesPage } from './deliveries-page.tsx';

const MOST_LISTED = 100;

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, messages }) =>
    presentDeliveries(await args.context.container.mailLog.list(shop, MOST_LISTED), messages),
  );

export default function DeliveriesRoute() {
  return <DeliveriesPage {...useLoaderData<typeof loader>()} />;
}
