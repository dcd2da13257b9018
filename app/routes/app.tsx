import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Link,
  Outlet,
  useLoaderData,
  useLocation,
  useNavigation,
  useRouteLoaderData,
} from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { boundary } from '@shopify/shopify-app-remix/server';
import type { ReactNode } from 'react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';

import { useFocusKept } from '../components/focus-kept.ts';
import { PageSkeleton } from '../components/frame/page-skeleton.tsx';
import { Problem } from '../components/frame/problem.tsx';
import { staffPage } from '../http/staff/staff.ts';
import interStyles from '../styles/inter.css?url';

export const links = () => [
  { rel: 'stylesheet', href: polarisStyles },
  { rel: 'stylesheet', href: interStyles },
];

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async () => ({ apiKey: args.context.container.config.shopify.apiKey }));

/** Lets through the headers by which App Bridge learns what a failed authentication needs. */
export const headers: HeadersFunction = (args) => boundary.headers(args);

/** The frame of the merchant's app: App Bridge, Polaris and the entries of the admin's navigation. */
export default function AppLayout() {
  const { apiKey } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  useFocusKept();
  const elsewhere = navigation.state === 'loading' && navigation.location.pathname !== pathname;
  return <Frame apiKey={apiKey}>{elsewhere ? <PageSkeleton /> : <Outlet />}</Frame>;
}

/** Shown in place of the layout, and so with a frame of its own; without the admin's when that failed to load. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('routes/app');
  return data ? (
    <Frame apiKey={data.apiKey}>
      <Problem />
    </Frame>
  ) : (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <Problem />
    </AppProvider>
  );
}

interface FrameProps {
  readonly apiKey: string;
  readonly children: ReactNode;
}

function Frame({ apiKey, children }: FrameProps) {
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/orders">Orders</Link>
        <Link to="/app/requests">Requests</Link>
        <Link to="/app/policy">Policy</Link>
        <Link to="/app/data-requests">Customer data</Link>
      </NavMenu>
      {children}
    </AppProvider>
  );
}
