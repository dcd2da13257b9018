import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { presentSupport } from '../../presentation/shop/present-settings.ts';
import { SupportPage } from './support-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop }) => {
    const { config, platform } = args.context.container;
    return presentSupport(shop, config.operator, await platform.readShop(shop));
  });

export default function SupportRoute() {
  return <SupportPage {...useLoaderData<typeof loader>()} />;
}
