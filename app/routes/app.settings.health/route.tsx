import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { mayReadHealth } from '../../application/health/read-health.ts';
import type { HealthPageView } from '../../contract/shop/health-view.ts';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { staffRefusalText } from '../../presentation/refusal/staff-refusal.ts';
import { HealthPage } from './health-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff): Promise<HealthPageView> => {
    const access = await staffAccess(args, staff);
    const may = await mayReadHealth(args.context.container, staff.shop, access);
    return { forbidden: may.ok ? null : staffRefusalText(may.error, staff.messages) };
  });

export default function HealthRoute() {
  return <HealthPage {...useLoaderData<typeof loader>()} />;
}
