import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { presentNotifications } from '../../presentation/shop/present-settings.ts';
import { NotificationsPage } from './notifications-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop }) => {
    const { config, staffMail, platform } = args.context.container;
    const profile = await platform.readShop(shop);
    return presentNotifications(config.mail?.from ?? null, staffMail, profile);
  });

export default function NotificationsRoute() {
  return <NotificationsPage {...useLoaderData<typeof loader>()} />;
}
