import { createHmac } from 'node:crypto';

import type { AppLoadContext } from '@remix-run/node';
import { Session } from '@shopify/shopify-api';

import { createMetrics } from '../../../app/observability/metrics.ts';
import type { RateLimits } from '../../../app/application/guest/ports.ts';
import type { Platform } from '../../../app/application/shared/platform.ts';
import type { Billing, ShopProfile } from '../../../app/application/shop/ports.ts';
import type { Config } from '../../../app/config.server.ts';
import type { Container } from '../../../app/container.server.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type { OrderFacts } from '../../../app/domain/order/facts.ts';
import { DEFAULT_NOTIFICATIONS } from '../../../app/domain/notification/notification-settings.ts';
import { ok } from '../../../app/domain/result.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import { composeMail } from '../../../app/notifications/compose-mail.ts';
import { createGuestSecrets } from '../../../app/persistence/guest/guest-secrets.ts';
import { createShopify } from '../../../app/shopify.server.ts';
import {
  type MemoryDatabase,
  createMemoryDatabase,
} from '../../simulation/adapters/memory-database.ts';
import { heldAgainstContract } from './contract.ts';
import { historyOf } from './memory-history.ts';
import { PLACED_AT, suggestion } from '../facts/order-facts.ts';
import { OWNER } from '../facts/staff-access.ts';

/* What a route gets in a test: Shopify's own library, and ports that are kept in memory. */

export const SHOP = 'kettles.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'rivals.myshopify.com' as ShopDomain;
export const APP_URL = 'https://unorder.example.com';
const API_KEY = 'a-client-id';
export const API_SECRET = 'a-client-secret';

export interface RouteContext {
  readonly context: AppLoadContext;
  readonly database: MemoryDatabase;
  /** What was logged as an error. */
  readonly errors: { readonly fields: Record<string, unknown>; readonly message: string }[];
}

export interface RouteContextOptions {
  /** The orders that the platform shows; every shop has the same. */
  readonly orders?: readonly OrderFacts[];
  readonly platform?: Partial<Platform>;
  /** Milliseconds after the orders were placed; a minute when not given. */
  readonly age?: number;
}

export async function createRouteContext(options: RouteContextOptions = {}): Promise<RouteContext> {
  const database = createMemoryDatabase();
  const errors: RouteContext['errors'] = [];
  const log: Container['log'] = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields, message) => errors.push({ fields, message }),
  };
  const sessionStorage = createSessionStorage();
  for (const shop of [SHOP, OTHER_SHOP]) await sessionStorage.storeSession(installed(shop));
  const shopify = createShopify({
    config: config.shopify,
    sessionStorage,
    onInstalled: async () => undefined,
    log,
  });
  let uuids = 0;
  // Only what routes and their use cases touch: anything else fails the test that needs it.
  const container = {
    config,
    log,
    clock: { now: () => PLACED_AT + (options.age ?? MINUTE) },
    ids: { uuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}` },
    ownMail: true,
    composeMail,
    store: database.cancellations,
    policies: database.policies,
    orders: database.orders,
    orderViews: database.orderViews,
    bulks: database.bulks,
    dataRequests: database.dataRequests,
    ...historyOf(null),
    staffNames: database.staffNames,
    queue: database.queue,
    metrics: createMetrics(),
    staffMail: null,
    notifications: {
      current: async () => ({ version: 0, settings: DEFAULT_NOTIFICATIONS }),
      save: async () => 'saved',
    },
    mailLog: { list: async () => [] },
    readBilling: async () => ok(NO_BILLING),
    guestSecrets: createGuestSecrets(API_SECRET),
    rateLimits: createMemoryLimits(),
    platform: { ...platformOf(options.orders ?? []), ...options.platform },
    staffPlatform: { ...platformOf(options.orders ?? []), ...options.platform },
  } as unknown as Container;
  return { context: { container, shopify, requestId: 'request-1' }, database, errors };
}

const config: Config = {
  mode: 'test',
  healthPort: null,
  metrics: null,
  trustedProxies: 1,
  shopify: {
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    previousApiSecret: null,
    appUrl: APP_URL,
  },
  databaseUrl: '',
  databaseConnections: 20,
  tokenEncryption: { current: null, known: [] },
  mail: null,
  requestMails: { to: 'shop' },
  operator: null,
  listen: { host: '127.0.0.1', port: 0 },
  workerConcurrency: 1,
  logLevel: 'silent',
};

const NO_BILLING: Billing = {
  shopPlan: 'Basic',
  isDevelopmentStore: false,
  appHandle: 'unorder',
  subscriptions: [],
};

const PROFILE: ShopProfile = {
  name: 'Kettles',
  currencyCode: 'EUR',
  paymentCurrencyCodes: ['EUR'],
  countryCode: 'DE',
  timeZone: 'Europe/Berlin',
  storefrontUrl: 'https://kettles.example',
  contactEmail: 'hello@kettles.example',
  locales: [{ locale: 'en', name: 'English', primary: true, published: true }],
  markets: [],
};

function platformOf(
  orders: readonly OrderFacts[],
): Pick<Platform, 'readOrder' | 'readOrderForRefund' | 'readShop' | 'readStaffAccess'> {
  const find = (id: OrderId) => orders.find((known) => known.id === id) ?? null;
  return {
    readOrder: async (_shop, id) => ok(find(id)),
    async readOrderForRefund(_shop, id) {
      const order = find(id);
      return ok(order && { order, suggested: suggestion(order) });
    },
    readShop: async () => ok(PROFILE),
    readStaffAccess: async () => ok(OWNER),
  };
}

/** Counts as the database does, for one process. */
function createMemoryLimits(): RateLimits {
  const known = new Map<string, { attempts: number; resetsAt: number }>();
  return {
    async take(shop, allowances, at) {
      const exceeded = allowances.flatMap(({ digest, attempts, perMs }) => {
        const key = `${shop} ${digest}`;
        const before = known.get(key);
        const now =
          before && before.resetsAt > at
            ? { ...before, attempts: before.attempts + 1 }
            : { attempts: 1, resetsAt: at + perMs };
        known.set(key, now);
        return now.attempts > attempts ? [now.resetsAt] : [];
      });
      return exceeded.length > 0 ? { blockedUntil: Math.max(...exceeded) } : null;
    },
    forgetOver: async () => undefined,
  };
}

const installed = (shop: ShopDomain): Session =>
  new Session({
    id: `offline_${shop}`,
    shop,
    state: '',
    isOnline: false,
    accessToken: 'an-access-token',
    scope: 'write_orders',
  });

function createSessionStorage() {
  const sessions = new Map<string, Session>();
  return {
    async storeSession(session: Session) {
      sessions.set(session.id, session);
      return true;
    },
    async loadSession(id: string) {
      return sessions.get(id);
    },
    async deleteSession(id: string) {
      return sessions.delete(id);
    },
    async deleteSessions(ids: string[]) {
      return ids.every((id) => sessions.delete(id));
    },
    async findSessionsByShop(shop: string) {
      return [...sessions.values()].filter((session) => session.shop === shop);
    },
  };
}

/** A session token as Shopify signs it; `changes` make it another person's, shop's or app's. */
export function sessionToken(
  changes: Readonly<Record<string, string | number | undefined>> = {},
  secret = API_SECRET,
): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: `https://${SHOP}/admin`,
    dest: `https://${SHOP}`,
    aud: API_KEY,
    sub: '42',
    exp: now + 60,
    nbf: now - 1,
    iat: now - 1,
    jti: 'token-1',
    sid: 'session-1',
    ...changes,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** A request as a page of Shopify's sends it, from another origin than the app's. */
export function requestTo(
  path: string,
  init: { readonly token?: string; readonly method?: string; readonly body?: unknown } = {},
): Request {
  const { token, method, body } = init;
  return new Request(new URL(path, APP_URL), {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'User-Agent': CHROME,
      Origin: 'https://extensions.shopifycdn.com',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

interface RouteArgs {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Record<string, string>;
}

/** What comes of a loader or action: its response, thrown or returned, and as the contract has it. */
export async function outcome(
  route: (args: RouteArgs) => Promise<Response>,
  args: RouteArgs,
): Promise<Response> {
  const response = await responseOf(() => route(args));
  await heldAgainstContract(args.request, response);
  return response;
}

async function responseOf(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
