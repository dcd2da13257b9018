import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { bundleScript } from './bundle-script.ts';

const HERE = new URL('./', import.meta.url);

/** Scripts the pages load, by file name, and the module each is built from. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'app-bridge.js': 'browser/app-bridge/main.ts',
  'admin-shell.js': 'browser/admin-shell/main.ts',
  'admin-list.js': 'browser/admin-list.ts',
  'admin-order.js': 'browser/admin-order.ts',
  'customer-pages.js': 'browser/customer-pages.ts',
  'extension-frame.js': 'browser/extension-frame/main.ts',
};

const STYLES: readonly string[] = [
  'admin.css',
  'admin-content.css',
  'admin-orders.css',
  'admin-app-frame.css',
  'customer.css',
  'customer-orders.css',
  'extension-host.css',
  'components.css',
  'storefront.css',
];

/** Icons the extension components name and the icon package has under another name. */
const ICON_ALIASES: Readonly<Record<string, string>> = {
  'alert-triangle-filled': 'alert-triangle',
  'arrow-up-right': 'arrow-diagonal',
  bag: 'cart',
  'check-circle-filled': 'check-circle',
  circle: 'status',
  delivered: 'package-fulfilled',
  geolocation: 'target',
  grid: 'apps',
  'info-filled': 'info',
  map: 'location',
  'question-circle-filled': 'question-circle',
  reorder: 'drag-handle',
  savings: 'wallet',
  'star-half': 'star',
  truck: 'delivery',
  'x-circle-filled': 'x-circle',
};

const built = new Map<string, Promise<string>>();

/** Bundles one browser script. Built once per process; rejects with what the bundler reports. */
export function browserScript(name: string): Promise<string> {
  const cached = built.get(name);
  if (cached) return cached;
  const entry = SCRIPTS[name];
  if (entry === undefined) throw new Error(`There is no script ${name}.`);
  const fresh = bundleScript(fileURLToPath(new URL(entry, HERE)));
  built.set(name, fresh);
  return fresh;
}

const require = createRequire(import.meta.url);
/** Where the icon package keeps its files, found by one of them. */
const ICON_FOLDER = path.dirname(require.resolve('@shopify/polaris-icons/dist/svg/OrderIcon.svg'));

/** An icon's SVG by the name extension components use (`check-circle`), or null. */
export async function iconSvg(name: string): Promise<string | null> {
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  const wanted = ICON_ALIASES[name] ?? name;
  const pascal = wanted.replace(/(^|-)([a-z0-9])/g, (_, _dash: string, letter: string) =>
    letter.toUpperCase(),
  );
  try {
    return await readFile(path.join(ICON_FOLDER, `${pascal}Icon.svg`), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Scripts, styles and icons. A sandboxed frame has no origin, so all of it is public. */
export function assetRoutes(): Router {
  const router = express.Router();
  router.use('/devstore-assets', (_request, response, next) => {
    response.set('Access-Control-Allow-Origin', '*');
    next();
  });
  const script =
    (name: string): express.RequestHandler =>
    (_request, response, next) => {
      browserScript(name)
        .then((code) => response.type('text/javascript').send(code))
        .catch(next);
    };
  for (const name of Object.keys(SCRIPTS)) router.get(`/devstore-assets/${name}`, script(name));
  router.get('/app-bridge.js', script('app-bridge.js'));
  for (const name of STYLES) {
    router.get(`/devstore-assets/${name}`, (_request, response) => {
      response.sendFile(fileURLToPath(new URL(`styles/${name}`, HERE)));
    });
  }
  router.get('/devstore-assets/extension-frame.html', (_request, response) => {
    response.sendFile(fileURLToPath(new URL('extensions/frame.html', HERE)));
  });
  router.get('/devstore-assets/icons/:name.svg', (request, response, next) => {
    iconSvg(request.params.name)
      .then((svg) => {
        if (svg === null) response.sendStatus(404);
        else response.type('image/svg+xml').set('Cache-Control', 'max-age=3600').send(svg);
      })
      .catch(next);
  });
  return router;
}
