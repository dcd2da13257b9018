import {
  EXTENSION_CHANNEL,
  type ExtensionStart,
  type FrameMethods,
  type HostMethods,
  type MenuItem,
  type OrderStatusData,
} from '../extension-contract.ts';
import { connect } from '../port.ts';
import { showToast } from './toast.ts';

/** What the page does for the extensions on it. */
export interface PageServices {
  /** A fresh id token for the extension. */
  token(): Promise<string>;
  navigate(url: string, newTab: boolean): void;
  requireLogin(): void;
}

export interface FrameEvents {
  menuItem?: (item: MenuItem | null) => void;
  heading?: (heading: string) => void;
  /** The extension asked to be closed, or the Escape key was pressed in it. */
  close?: () => void;
}

/** One running target on the page. */
export interface ExtensionFrame {
  readonly element: HTMLIFrameElement;
  press(): void;
  update(orderStatus: OrderStatusData | null): void;
  remove(): void;
}

const FRAME_PAGE = '/devstore-assets/extension-frame.html';

/**
 * Starts a target in a sandboxed frame inside `container`. The frame has scripts and forms but an
 * opaque origin, so it reaches nothing of the page except through the port.
 */
export function startExtension(
  start: ExtensionStart,
  container: HTMLElement,
  page: PageServices,
  events: FrameEvents = {},
): ExtensionFrame {
  const element = document.createElement('iframe');
  element.className = 'extension-frame';
  element.title = `${start.handle}: ${start.target}`;
  element.dataset['target'] = start.target;
  element.setAttribute('sandbox', 'allow-scripts allow-forms');
  element.src = `${FRAME_PAGE}#host=${encodeURIComponent(location.origin)}`;
  const storageKey = (key: string): string => `extension:${start.handle}:${key}`;

  const port = connect<HostMethods, FrameMethods>({
    channel: EXTENSION_CHANNEL,
    peer: () => element.contentWindow,
    peerOrigin: 'null',
    implementation: {
      start: () => start,
      resize: ({ height }) => {
        element.style.blockSize = `${String(height)}px`;
        return null;
      },
      menuItem: (item) => {
        events.menuItem?.(item);
        return null;
      },
      heading: ({ heading }) => {
        events.heading?.(heading);
        return null;
      },
      overlay: ({ open }) => {
        const box = element.getBoundingClientRect();
        if (open) container.style.minBlockSize = `${String(box.height)}px`;
        element.classList.toggle('extension-frame-covering', open);
        if (!open) container.style.minBlockSize = '';
        return { left: box.left, top: box.top, width: box.width };
      },
      token: () => page.token(),
      close: () => {
        events.close?.();
        return null;
      },
      escape: () => {
        events.close?.();
        return null;
      },
      toast: (toast) => {
        showToast(toast);
        return null;
      },
      navigate: ({ url, newTab }) => {
        page.navigate(url, newTab);
        return null;
      },
      requireLogin: () => {
        page.requireLogin();
        return null;
      },
      storageRead: ({ key }) => localStorage.getItem(storageKey(key)),
      storageWrite: ({ key, value }) => {
        localStorage.setItem(storageKey(key), value);
        return null;
      },
      storageDelete: ({ key }) => {
        localStorage.removeItem(storageKey(key));
        return null;
      },
      failed: ({ message }) => {
        showFailure(container, start, message);
        return null;
      },
    },
  });
  container.append(element);
  return {
    element,
    press: () => {
      void port.call('press', null);
    },
    update: (orderStatus) => {
      void port.call('update', { orderStatus });
    },
    remove: () => {
      port.close();
      element.remove();
    },
  };
}

function showFailure(container: HTMLElement, start: ExtensionStart, message: string): void {
  const notice = document.createElement('div');
  notice.className = 'extension-failure';
  notice.setAttribute('role', 'alert');
  const title = document.createElement('strong');
  title.textContent = `${start.handle} failed at ${start.target}`;
  const text = document.createElement('pre');
  text.textContent = message;
  notice.append(title, text);
  container.append(notice);
}
