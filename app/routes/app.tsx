import type { HeadersFunction, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node';
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

import { requestsEntry, useWaitingCount } from '../components/frame/waiting-count.ts';
import { useFocusKept } from '../components/focus-kept.ts';
import { PageSkeleton } from '../components/frame/page-skeleton.tsx';
import { Problem } from '../components/frame/problem.tsx';
import { MessagesProvider, useMessages } from '../components/messages/messages.tsx';
import { polarisTexts } from '../http/staff/polaris-texts.ts';
import { staffPage } from '../http/staff/staff.ts';
import { problem } from '../messages/en/staff/frame.json';
import type { MessageBundle } from '../messages/message-types.ts';
import { messageBundle } from '../messages/messages.ts';
import interStyles from '../styles/inter.css?url';

export const links = () => [
  { rel: 'stylesheet', href: polarisStyles },
  { rel: 'stylesheet', href: interStyles },
];

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ messages: { locale, language } }) => ({
    apiKey: args.context.container.config.shopify.apiKey,
    messages: messageBundle(locale, 'staff'),
    polaris: polarisTexts(language),
  }));

/** The frame does not change while it is open, and its texts are many. */
export const shouldRevalidate = () => false;

/** Lets through the headers by which App Bridge learns what a failed authentication needs. */
export const headers: HeadersFunction = (args) => boundary.headers(args);

/** The frame of the merchant's app: App Bridge, Polaris and the entries of the admin's navigation. */
export default function AppLayout() {
  const data = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  useFocusKept();
  const elsewhere = navigation.state === 'loading' && navigation.location.pathname !== pathname;
  return <Frame {...data}>{elsewhere ? <PageSkeleton /> : <Outlet />}</Frame>;
}

/** Shown in place of the layout, and so with a frame of its own; without the admin's when that failed to load. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('routes/app');
  return data ? (
    <Frame {...data}>
      <Problem />
    </Frame>
  ) : (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <MessagesProvider bundle={WITHOUT_LAYOUT}>
        <Problem />
      </MessagesProvider>
    </AppProvider>
  );
}

/** What the error page says when not even the reader's language is known. */
const WITHOUT_LAYOUT: MessageBundle<'staff'> = {
  namespace: 'staff',
  language: 'en',
  locale: 'en',
  texts: { problem },
};

type FrameProps = SerializeFrom<typeof loader> & { readonly children: ReactNode };

function Frame({ apiKey, messages, polaris, children }: FrameProps) {
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(polaris ? { i18n: polaris } : {})}>
      <MessagesProvider bundle={messages}>
        <Navigation />
        {children}
      </MessagesProvider>
    </AppProvider>
  );
}

function Navigation() {
  const messages = useMessages();
  const { t } = messages;
  const waiting = useWaitingCount();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t('navigation.home')}
      </Link>
      <Link to="/app/orders">{t('navigation.orders')}</Link>
      <Link to="/app/requests">{requestsEntry(waiting, messages)}</Link>
      <Link to="/app/history">{t('navigation.history')}</Link>
      <Link to="/app/policy">{t('navigation.policy')}</Link>
      <Link to="/app/settings">{t('navigation.settings')}</Link>
    </NavMenu>
  );
}
