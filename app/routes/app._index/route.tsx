import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readHome } from '../../application/cancellation/list-cancellations.ts';
import { staffPage } from '../../http/staff/staff.ts';
import { rangeOf } from '../../presentation/history/present-figures.ts';
import { presentHome } from '../../presentation/list/present-lists.ts';
import { HomePage } from './home-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, messages }) => {
    const { container } = args.context;
    const range = rangeOf(new URL(args.request.url).searchParams);
    return presentHome(await readHome(container, shop, range), range, container.ownMail, messages);
  });

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
