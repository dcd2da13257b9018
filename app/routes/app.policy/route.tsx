import type { LoaderFunctionArgs } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';

import { readPolicyPage } from '../../application/policy/read-policy-page.ts';
import { staffPage } from '../../http/staff/staff.ts';
import { presentPolicyPage } from '../../presentation/policy/present-policy.ts';
import { PolicyPage } from './policy-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, actor }) =>
    presentPolicyPage(await readPolicyPage(args.context.container, shop), actor),
  );

/** Another part of the page needs no other data. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) =>
  currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
    ? false
    : defaultShouldRevalidate;

export default function PolicyRoute() {
  return <PolicyPage {...useLoaderData<typeof loader>()} />;
}
