/**
 * Runs one target of a built extension in its own sandboxed document: the `s-*` elements, the
 * `shopify` global that target has, and nothing of the page around it.
 */
import { tellConsole } from '../console.ts';
import { NAVIGATE_EVENT, type NavigateDetail } from '../components/actions.ts';
import { CLOSE_EVENT, HEADING_EVENT, OVERLAY_EVENT } from '../components/containers.ts';
import { defineComponents } from '../components/registry.ts';
import {
  EXTENSION_CHANNEL,
  type ExtensionStart,
  type FrameMethods,
  type HostMethods,
} from '../extension-contract.ts';
import { connect, type Port } from '../port.ts';
import { createExtensionApi } from './api.ts';
import { pressMenuItem, reportMenuItem } from './menu-item.ts';
import { createFetch } from './network.ts';

function listen<Detail>(type: string, handle: (detail: Detail) => void): void {
  document.addEventListener(type, (event) => {
    if (event instanceof CustomEvent) handle(event.detail as Detail);
  });
}

function forwardEvents(host: Port<HostMethods>): void {
  listen<NavigateDetail>(NAVIGATE_EVENT, (detail) => {
    void host.call('navigate', detail);
  });
  listen<null>(CLOSE_EVENT, () => {
    void host.call('close', null);
  });
  listen<{ heading: string }>(HEADING_EVENT, (detail) => {
    void host.call('heading', detail);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      void host.call('escape', null);
    }
  });
}

/** While an overlay is open the frame covers the page, and its own content keeps its place. */
function followOverlays(host: Port<HostMethods>): void {
  let open = 0;
  listen<{ open: boolean }>(OVERLAY_EVENT, ({ open: opening }) => {
    open += opening ? 1 : -1;
    const covering = open > 0;
    document.documentElement.toggleAttribute('data-covering', covering);
    void host.call('overlay', { open: covering }).then((place) => {
      const { style } = document.body;
      style.position = covering ? 'absolute' : '';
      style.left = covering ? `${String(place.left)}px` : '';
      style.top = covering ? `${String(place.top)}px` : '';
      style.width = covering ? `${String(place.width)}px` : '';
    });
  });
}

function followHeight(host: Port<HostMethods>): void {
  let last = -1;
  const report = (): void => {
    if (document.documentElement.hasAttribute('data-covering')) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    void host.call('resize', { height });
  };
  new ResizeObserver(report).observe(document.body);
  report();
}

async function loadScript(url: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`The extension's script did not load from ${url}.`));
    };
    document.head.append(script);
  });
}

function setGlobals(start: ExtensionStart, host: Port<HostMethods>, shopify: object): void {
  const globals: Record<string, unknown> = {
    shopify,
    fetch: createFetch(start, host, window.fetch.bind(window)),
    navigation: {
      navigate: (url: string | URL) => {
        void host.call('navigate', { url: String(url), newTab: false });
      },
    },
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(window, name, { configurable: true, writable: true, value });
  }
}

async function run(): Promise<void> {
  const hostOrigin = new URLSearchParams(location.hash.slice(1)).get('host');
  if (hostOrigin === null) throw new Error('The frame does not know the page that shows it.');
  let update: FrameMethodsUpdate = () => undefined;
  const host = connect<FrameMethods, HostMethods>({
    channel: EXTENSION_CHANNEL,
    peer: () => window.parent,
    peerOrigin: hostOrigin,
    implementation: {
      press: () => {
        pressMenuItem();
        return null;
      },
      update: ({ orderStatus }) => {
        update(orderStatus);
        return null;
      },
    },
  });
  const fail = (problem: unknown): void => {
    const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    tellConsole(problem);
    void host.call('failed', { message });
  };
  window.addEventListener('error', (event) => {
    fail(event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    fail(event.reason);
  });

  const start = await host.call('start', null);
  document.documentElement.lang = start.extensionLanguage;
  document.documentElement.dataset['surface'] = start.surface;
  document.documentElement.dataset['target'] = start.target;
  document.title = start.target;
  const api = createExtensionApi(start, host);
  update = (orderStatus) => {
    api.update(orderStatus);
  };
  setGlobals(start, host, api.shopify);
  defineComponents();
  forwardEvents(host);
  followOverlays(host);
  try {
    await loadScript(start.scriptUrl);
    const render = api.entry();
    if (!render) throw new Error(`The script has nothing for ${start.target}.`);
    await render(api.shopify);
  } catch (error) {
    fail(error);
    return;
  }
  if (start.target.endsWith('menu-item.render')) reportMenuItem(host);
  else followHeight(host);
}

type FrameMethodsUpdate = (data: FrameMethods['update']['in']['orderStatus']) => void;

void run();
