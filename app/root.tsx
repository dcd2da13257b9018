import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';

import { PublicPage } from './components/frame/public-page.tsx';
import type { loader as staffLoader } from './routes/app.tsx';

export const meta = () => [{ title: 'Unorder' }];

/** The document that every page stands in, also one that failed. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const staff = useRouteLoaderData<typeof staffLoader>('routes/app');
  return (
    <html lang={staff?.messages.language ?? 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** For addresses that lead nowhere and for failures outside the merchant's app. */
export function ErrorBoundary() {
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <PublicPage title={isMissing ? 'There is no such page' : 'This page could not be shown'}>
      <p>
        {isMissing
          ? 'Check the address, or open Unorder from your shop’s admin.'
          : 'Something went wrong on our side. Try again in a minute.'}
      </p>
    </PublicPage>
  );
}
