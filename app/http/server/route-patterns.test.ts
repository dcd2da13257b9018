import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';

import { routeOfBuild } from './route-patterns.ts';

const route = (id: string, path?: string, parentId?: string) => ({
  id,
  path,
  parentId,
  module: {},
});

const build = {
  routes: Object.fromEntries(
    [
      route('root', ''),
      route('index', undefined, 'root'),
      route('app', 'app', 'root'),
      route('order', 'orders/:number', 'app'),
      route('orders', 'orders', 'app'),
      route('new', 'orders/new', 'app'),
      route('auth', 'auth/*', 'root'),
      route('login', 'auth/login', 'root'),
    ].map((one) => [one.id, one]),
  ),
} as unknown as ServerBuild;

test.each([
  ['/', '/'],
  ['/app', '/app'],
  ['/app/orders', '/app/orders'],
  ['/app/orders/1042', '/app/orders/:number'],
  ['/app/orders/1042/', '/app/orders/:number'],
  ['/app/orders/new', '/app/orders/new'],
  ['/auth/callback', '/auth/*'],
  ['/auth/login', '/auth/login'],
  ['/webhooks', '/webhooks'],
  ['/assets/page-abc123.js', '/assets/*'],
  ['/app/orders/1042/lines', 'other'],
  ['/wp-login.php', 'other'],
])('%s is counted as %s', async (path, pattern) => {
  expect(await routeOfBuild(build, ['/webhooks'])(path)).toBe(pattern);
});

test('while the pages cannot be read, their addresses are "other"; once they can, they are known', async () => {
  let isThere = false;
  const routeOf = routeOfBuild(
    () => (isThere ? Promise.resolve(build) : Promise.reject(new Error('not built'))),
    [],
  );
  expect(await routeOf('/app')).toBe('other');
  isThere = true;
  expect(await routeOf('/app')).toBe('/app');
});
