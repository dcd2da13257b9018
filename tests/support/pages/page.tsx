import { Outlet, type ShouldRevalidateFunction } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { AppProvider } from '@shopify/polaris';
import en from '@shopify/polaris/locales/en.json' with { type: 'json' };
import pl from '@shopify/polaris/locales/pl.json' with { type: 'json' };
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { ComponentType, ReactNode } from 'react';
import { vi } from 'vitest';

import { MessagesProvider } from '../../../app/components/messages/messages.tsx';
import { messageBundle } from '../../../app/messages/messages.ts';

configure({ asyncUtilTimeout: 5_000 });

/** What App Bridge puts into the page; `toasts` are what it was asked to show. */
export function stubAppBridge(): { readonly toasts: string[] } {
  const toasts: string[] = [];
  // Pages change by themselves while a test waits, as they do for people: React need not warn of it.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('shopify', {
    toast: {
      show(message: string) {
        toasts.push(message);
        return 'toast';
      },
    },
  });
  return { toasts };
}

/** Draws a page as the app's frame does, at an address such as `/?cancel=1`, for a reader of a locale. */
export function renderPage(page: ReactNode, address = '/', locale = 'en') {
  const Page = () => (
    <AppProvider i18n={locale === 'pl' ? pl : en}>
      <MessagesProvider bundle={messageBundle(locale, 'staff')}>{page}</MessagesProvider>
    </AppProvider>
  );
  // React Router warns of its next version on every render of a stub.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const Stub = createRemixStub([
    { path: '/', Component: Page },
    { path: '*', Component: () => null },
  ]);
  return render(<Stub initialEntries={[address]} />);
}

/** Draws a route as the app's frame does, with what its loader gives. */
export function renderRoute(route: {
  readonly Component: ComponentType;
  readonly ErrorBoundary: ComponentType;
  readonly loader: () => Response | Promise<Response>;
  readonly shouldRevalidate?: ShouldRevalidateFunction;
}) {
  const Layout = () => (
    <AppProvider i18n={en}>
      <MessagesProvider bundle={messageBundle('en', 'staff')}>
        <Outlet />
      </MessagesProvider>
    </AppProvider>
  );
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const Stub = createRemixStub([
    {
      path: '/',
      Component: Layout,
      children: [{ index: true, HydrateFallback: () => null, ...route }],
    },
  ]);
  return render(<Stub initialEntries={['/']} />);
}

/** Presses a button of the open dialog as soon as it can be: one that destroys lets itself be read first. */
export async function pressWhenReady(name: string | RegExp, user: UserEvent): Promise<void> {
  const button = await within(screen.getByRole('dialog')).findByRole('button', { name });
  await waitFor(() => {
    if (button.getAttribute('aria-disabled') === 'true')
      throw new Error(`${button.textContent} is disabled.`);
  });
  await user.click(button);
}

/** Answers the page's requests, and keeps what was sent. */
export function stubRequests(
  answer: (path: string, body: unknown) => Response | Promise<Response>,
): {
  readonly sent: { readonly path: string; readonly body: unknown }[];
} {
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ path, body });
    return answer(path, body);
  });
  return { sent };
}

/**
 * Gives every element a place and a size. In jsdom none has one, so that Polaris opens no menu and takes any
 * tabs for too many.
 */
export function stubSizes(): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(8, 8, 80, 24));
  // jsdom scrolls nothing.
  Element.prototype.scrollTo = () => undefined;
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body);
}
