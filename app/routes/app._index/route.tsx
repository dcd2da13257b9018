import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readHome } from '../../application/cancellation/list-cancellations.ts';
import { STAFF_LOCALE, staffPage } from '../../http/staff/staff.ts';
import { presentHome } from '../../presentation/list/present-lists.ts';
import { HomePage } from './home-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop }) =>
    presentHome(await readHome(args.context.container, shop), STAFF_LOCALE),
  );

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
