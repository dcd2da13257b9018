import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { loginWords } from '../../presentation/shop/login-words.ts';
import { staffMessages } from '../../http/staff/staff-messages.ts';
import { LoginForm } from '../../components/frame/login-form.tsx';
import { PublicPage } from '../../components/frame/public-page.tsx';
import { readFormBody } from '../../http/body/form-body.ts';
import { loginFaultOf } from '../../http/staff/login-fault.ts';

function wordsFor(request: Request) {
  const messages = staffMessages(request);
  return { title: messages.t('login.title'), form: loginWords(messages) };
}

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  ...wordsFor(request),
  fault: loginFaultOf(await context.shopify.login(request), staffMessages(request)),
});

const form = z.object({ shop: z.string().max(255) });

/** The library reads forms without bound and fails at what is none: it is asked as by an address. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const sent = await readFormBody(request, form);
  const asked = new URL('/auth/login', request.url);
  asked.searchParams.set('shop', sent.ok ? sent.value.shop : ' ');
  return {
    fault: loginFaultOf(await context.shopify.login(new Request(asked)), staffMessages(request)),
  };
};

export default function LoginRoute() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <PublicPage title={loaded.title}>
      <LoginForm fault={(acted ?? loaded).fault} words={loaded.form} />
    </PublicPage>
  );
}
