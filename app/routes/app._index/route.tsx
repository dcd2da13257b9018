import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readHome } from '../../application/cancellation/list-cancellations.ts';
import { staffPage } from '../../http/staff/staff.ts';
import { presentHome } from '../../presentation/list/present-lists.ts';
import { HomePage } from './home-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, messages }) =>
    presentHome(await readHome(args.context.container, shop), messages),
  );

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
