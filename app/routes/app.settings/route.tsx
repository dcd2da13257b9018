import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff.ts';
import { SettingsPage } from './settings-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, ({ shop }) => args.context.container.policies.current(shop));

export default function SettingsRoute() {
  const policy = useLoaderData<typeof loader>();
  // A new version begins with a new form.
  return <SettingsPage key={policy.version} policy={policy} />;
}
