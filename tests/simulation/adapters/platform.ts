import type { AdminResponse, App, ExecuteAdminGraphql, World } from 'devstore/world';

import type { Platform } from '../../../app/application/shared/platform.ts';
import { ok } from '../../../app/domain/result.ts';
import { type Fetch, createAdminClient } from '../../../app/platform/client/admin-client.ts';
import { createShopifyPlatform } from '../../../app/platform/shopify-platform.ts';
import type { Process } from '../process.ts';
import type { Scheduler } from '../scheduler.ts';
import { OWNER } from '../../support/facts/staff-access.ts';

/** How long the app waits for an answer, on the virtual clock. */
const TIMEOUT = 15_000;

/**
 * The app's own platform code on the made-up world: its requests go through the process's gates into the
 * local Shopify's Admin API, and answers may be late, broken or never come.
 */
export function createSimulatedPlatform(o: {
  readonly world: World;
  readonly app: App;
  readonly execute: ExecuteAdminGraphql;
  readonly process: Process;
  readonly scheduler: Scheduler;
}): Platform {
  const { world, app, process, scheduler } = o;
  let token: string | null = null;

  async function carry(...[url, init]: Parameters<Fetch>): Promise<Response> {
    const { host: shop, pathname } = new URL(url);
    const request: unknown = JSON.parse(init.body);
    if (!isRequest(request)) throw new Error('Not a GraphQL request');
    await process.gate(50);
    const answer = o.execute(world, {
      shop,
      accessToken: new Headers(init.headers).get('x-shopify-access-token'),
      apiVersion: pathname.split('/')[3] ?? '',
      ...request,
    });
    const delay = answer.delayMs ?? 0;
    if (delay > 0) await scheduler.pause(Math.min(delay, TIMEOUT));
    await process.gate(50);
    if (delay >= TIMEOUT) throw Object.assign(new Error('timed out'), { name: 'TimeoutError' });
    if (answer.lost) {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      });
    }
    return responseOf(answer);
  }

  const client = createAdminClient({
    fetch: carry,
    tokens: {
      get: async (shop) => {
        if (token === null || world.apps.verifyToken(shop, token) === null) {
          const { clientId } = app.spec;
          const issued = world.apps.issueToken({ clientId, shop, expiring: true });
          if ('error' in issued) throw new Error(issued.error);
          token = issued.accessToken;
        }
        return ok(token);
      },
      rejected: async () => {
        token = null;
      },
    },
  });
  return createShopifyPlatform({
    client,
    clock: world,
    readStaffAccess: async () => ok(OWNER),
  });
}

/** A response whose text is there at once: reading it must not depend on the real clock. */
function responseOf(answer: AdminResponse): Response {
  const response = new Response(null, { status: answer.status, headers: { ...answer.headers } });
  const text = answer.malformedText ?? JSON.stringify(answer.body);
  return Object.defineProperty(response, 'text', { value: async () => text });
}

function isRequest(
  value: unknown,
): value is { query: string; variables: Record<string, unknown>; operationName: string } {
  return typeof value === 'object' && value !== null && 'query' in value;
}
