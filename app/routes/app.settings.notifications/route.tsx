import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { presentNotificationSettings } from '../../presentation/notification/present-notification-settings.ts';
import { presentNotifications } from '../../presentation/shop/present-settings.ts';
import { NotificationsPage } from './notifications-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop }) => {
    const { config, staffMail, platform, notifications } = args.context.container;
    const [profile, saved] = await Promise.all([
      platform.readShop(shop),
      notifications.current(shop),
    ]);
    const installed = presentNotifications(config.mail?.from ?? null, staffMail, profile);
    return presentNotificationSettings(
      saved,
      installed,
      profile.ok ? profile.value.currencyCode : null,
    );
  });

export default function NotificationsRoute() {
  const view = useLoaderData<typeof loader>();
  return <NotificationsPage key={view.version} {...view} />;
}
