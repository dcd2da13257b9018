import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { presentPlan } from '../../presentation/shop/present-settings.ts';
import { PlanPage } from './plan-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, messages }) => {
    const { readBilling, clock } = args.context.container;
    return presentPlan(shop, await readBilling(shop), clock.now(), messages);
  });

export default function PlanRoute() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
