import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { LoginForm } from '../../components/frame/login-form.tsx';
import { PublicPage } from '../../components/frame/public-page.tsx';
import { readFormBody } from '../../http/body/form-body.ts';
import { loginFaultOf } from '../../http/staff/login-fault.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  fault: loginFaultOf(await context.shopify.login(request)),
});

const form = z.object({ shop: z.string().max(255) });

/** The library reads forms without bound and fails at what is none: it is asked as by an address. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const sent = await readFormBody(request, form);
  const asked = new URL('/auth/login', request.url);
  asked.searchParams.set('shop', sent.ok ? sent.value.shop : ' ');
  return { fault: loginFaultOf(await context.shopify.login(new Request(asked))) };
};

export default function LoginRoute() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <PublicPage title="Open Unorder in your shop">
      <LoginForm fault={(acted ?? loaded).fault} />
    </PublicPage>
  );
}
