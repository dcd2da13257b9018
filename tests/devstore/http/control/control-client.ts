import type { DeliveredMail } from '../../mail/mailbox.ts';
import type { MailFault } from '../../mail/mail-fault.ts';
import type {
  AppSubscription,
  Billing,
  Commerce,
  FaultRule,
  Flow,
  FlowRequest,
  InjectedFault,
  LedgerEntry,
  OrderSummary,
  ReceivedTrigger,
  WebhookDelivery,
  Webhooks,
} from '../../world/contracts/contract.ts';
import type { Order, Shop } from '../../world/model.ts';
import type { Placement } from '../../pages/storefront/theme/theme-editor.ts';
import type { Origins } from '../origins.ts';
import type { TokenSubject } from '../tokens/session-token.ts';
import type { TokenFault } from '../tokens/token-fault.ts';
import type { Wire } from '../wire.ts';

/** The control interface refused, or could not do, what was asked. */
class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;
  /** `INVALID`, `NOT_FOUND`, `REFUSED` (the world's own refusal) or `INTERNAL`. */
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Every commerce action of the world, over HTTP: the same names and arguments. */
type RemoteCommerce = {
  [Action in keyof Commerce]: (
    ...args: Parameters<Commerce[Action]>
  ) => Promise<Wire<ReturnType<Commerce[Action]>>>;
};

/** Which rows of a list; every part may be left out. */
interface RowFilter {
  shop?: string;
  orderId?: number;
}

/** Drives a devstore that runs in another process. Every method throws a `ControlError`. */
export interface ControlClient {
  health(): Promise<{
    ok: true;
    now: number;
    origins: Origins;
    app: string | null;
    apps: string[];
  }>;
  /** Tells the tunnel where the app listens; null detaches it. */
  attachApp(url: string | null): Promise<void>;
  /** Puts one of the app's blocks on a page of the storefront, or takes it away. */
  placeBlock(placement: Placement): Promise<void>;
  now(): Promise<number>;
  /** Sends the world ahead, delivering webhooks due on the way; resolves to the new time. */
  advanceBy(ms: number): Promise<number>;
  shops(): Promise<Wire<Omit<Shop, 'orders'>>[]>;
  orders(query: { shop: string; name?: string }): Promise<Wire<Order>[]>;
  ledger(filter?: RowFilter & { since?: number }): Promise<LedgerEntry[]>;
  /** What the ledger says about one order, added up. */
  summary(shop: string, orderId: number): Promise<OrderSummary>;
  commerce: RemoteCommerce;
  webhooks: {
    list(filter?: RowFilter & { topic?: string }): Promise<WebhookDelivery[]>;
    duplicate(id: string): Promise<WebhookDelivery>;
    redeliver(id: string): Promise<void>;
    delay(id: string, byMs: number): Promise<void>;
    shuffle(): Promise<void>;
    sendPrivacyRequest(...args: Parameters<Webhooks['sendPrivacyRequest']>): Promise<void>;
  };
  /** Triggers received, and what Flow asked of the app. */
  flow: {
    state(): Promise<{ received: ReceivedTrigger[]; requests: FlowRequest[] }>;
    runAction(...args: Parameters<Flow['runAction']>): Promise<FlowRequest>;
    repeat(id: string): Promise<void>;
    useTrigger(...args: Parameters<Flow['useTrigger']>): Promise<void>;
  };
  /** What merchants do about what the app charges. */
  billing: {
    list(shop: string, clientId: string): Promise<AppSubscription[]>;
    choosePlan(...args: Parameters<Billing['choosePlan']>): Promise<AppSubscription>;
    answer(...args: Parameters<Billing['answer']>): Promise<AppSubscription>;
    freeze(...args: Parameters<Billing['freeze']>): Promise<AppSubscription>;
  };
  faults: {
    inject(rule: FaultRule): Promise<InjectedFault>;
    list(): Promise<InjectedFault[]>;
    clear(id?: number): Promise<void>;
  };
  mail: {
    all(): Promise<DeliveredMail[]>;
    clear(): Promise<void>;
    injectFault(fault: MailFault): Promise<void>;
    faults(): Promise<MailFault[]>;
    clearFaults(): Promise<void>;
  };
  /** What the token endpoint will do to the next requests. */
  tokenFaults: {
    inject(fault: TokenFault): Promise<void>;
    list(): Promise<TokenFault[]>;
    clear(): Promise<void>;
  };
  apps: {
    install(clientId: string, shop: string): Promise<void>;
    uninstall(clientId: string, shop: string): Promise<void>;
    grant(clientId: string, shop: string, scopes: readonly string[]): Promise<void>;
  };
  mintIdToken(subject: TokenSubject): Promise<string>;
}

/** A client for the devstore whose platform listener is at `platformOrigin`. */
export function controlClient(platformOrigin: string): ControlClient {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${platformOrigin}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const value: unknown = await response.json();
    if (!response.ok) {
      const { error } = value as { error: { code: string; message: string } };
      throw new ControlError(response.status, error.code, error.message);
    }
    return value as T;
  };
  const get = <T>(path: string, query: object = {}): Promise<T> => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
    return call('GET', given.length === 0 ? path : `${path}?${search.toString()}`);
  };
  const delivery = (id: string, verb: string): string =>
    `/webhooks/${encodeURIComponent(id)}/${verb}`;

  return {
    health: () => get('/health'),
    attachApp: (url) => call('PUT', '/app', { url }),
    placeBlock: (placement) => call('PUT', '/theme/blocks', placement),
    now: async () => (await get<{ now: number }>('/clock')).now,
    advanceBy: async (advanceMs) =>
      (await call<{ now: number }>('POST', '/clock', { advanceMs })).now,
    shops: () => get('/shops'),
    orders: (query) => get('/orders', query),
    ledger: (filter) => get('/ledger', filter),
    summary: (shop, orderId) => get('/summary', { shop, orderId }),
    commerce: new Proxy({} as RemoteCommerce, {
      get:
        (_target, action) =>
        (...args: unknown[]) =>
          call('POST', `/commerce/${String(action)}`, { args }),
    }),
    webhooks: {
      list: (filter) => get('/webhooks', filter),
      duplicate: (id) => call('POST', delivery(id, 'duplicate')),
      redeliver: (id) => call('POST', delivery(id, 'redeliver')),
      delay: (id, byMs) => call('POST', delivery(id, 'delay'), { byMs }),
      shuffle: () => call('POST', '/webhooks/shuffle'),
      sendPrivacyRequest: (shop, clientId, request) =>
        call('POST', '/webhooks/privacy', { shop, clientId, request }),
    },
    flow: {
      state: () => call('GET', '/flow'),
      runAction: (shop, clientId, handle, properties) =>
        call('POST', '/flow/run', { shop, clientId, handle, properties }),
      repeat: (id) => call('POST', '/flow/repeat', { id }),
      useTrigger: (shop, clientId, handle, isUsed) =>
        call('POST', '/flow/use', { shop, clientId, handle, isUsed }),
    },
    billing: {
      list: (shop, clientId) => call('GET', `/billing?${new URLSearchParams({ shop, clientId })}`),
      choosePlan: (shop, clientId, plan) => call('POST', '/billing/plan', { shop, clientId, plan }),
      answer: (shop, subscriptionId, answer) =>
        call('POST', '/billing/answer', { shop, subscriptionId, answer }),
      freeze: (shop, subscriptionId, isFrozen) =>
        call('POST', '/billing/freeze', { shop, subscriptionId, isFrozen }),
    },
    faults: {
      inject: (rule) => call('POST', '/faults', rule),
      list: () => get('/faults'),
      clear: (id) => call('DELETE', id === undefined ? '/faults' : `/faults/${id}`),
    },
    mail: {
      all: () => get('/mail'),
      clear: () => call('DELETE', '/mail'),
      injectFault: (fault) => call('POST', '/mail/faults', fault),
      faults: () => get('/mail/faults'),
      clearFaults: () => call('DELETE', '/mail/faults'),
    },
    tokenFaults: {
      inject: (fault) => call('POST', '/token-faults', fault),
      list: () => get('/token-faults'),
      clear: () => call('DELETE', '/token-faults'),
    },
    apps: {
      install: (clientId, shop) => call('POST', '/apps/install', { clientId, shop }),
      uninstall: (clientId, shop) => call('POST', '/apps/uninstall', { clientId, shop }),
      grant: (clientId, shop, scopes) => call('POST', '/apps/grant', { clientId, shop, scopes }),
    },
    mintIdToken: async (subject) =>
      (await call<{ token: string }>('POST', '/id-token', subject)).token,
  };
}
