import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { LoginForm } from '../../components/login-form.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { loginFaultOf } from '../../http/login-fault.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  fault: loginFaultOf(await context.shopify.login(request)),
});

export const action = async ({ request, context }: ActionFunctionArgs) => ({
  fault: loginFaultOf(await context.shopify.login(request)),
});

export default function LoginRoute() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <PublicPage title="Open Unorder in your shop">
      <LoginForm fault={(acted ?? loaded).fault} />
    </PublicPage>
  );
}
