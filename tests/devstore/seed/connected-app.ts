/** An installed app with a token, calling the Admin API in process: no HTTP in between. */
import type {
  AdminResponse,
  ExecuteAdminGraphql,
  FlowSpec,
  Installation,
  ProtectedData,
  WebhookSubscriptionSpec,
} from '../world/contracts/contract.ts';
import { CommerceRefusal } from '../world/contracts/contract.ts';
import type { ScenarioShop } from './scenario.ts';

export const ORDER_APP_SCOPES: readonly string[] = [
  'read_customers',
  'write_orders',
  'write_order_edits',
  'read_products',
  'write_inventory',
  'read_locations',
  'read_returns',
  'read_fulfillments',
  'write_merchant_managed_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'read_store_credit_accounts',
];

export interface ConnectedApp {
  readonly installation: Installation;
  readonly accessToken: string;
  /** The whole answer, as the carrier would get it. */
  call(query: string, variables?: Readonly<Record<string, unknown>>): AdminResponse;
  /** The JSON body of an answer that must be 200. */
  run(query: string, variables?: Readonly<Record<string, unknown>>): GraphqlBody;
}

export interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export function connectApp(
  { world, domain }: ScenarioShop,
  execute: ExecuteAdminGraphql,
  o: {
    readonly clientId?: string;
    readonly scopes?: readonly string[];
    readonly webhookSubscriptions?: readonly WebhookSubscriptionSpec[];
    readonly protectedData?: ProtectedData;
    readonly flow?: FlowSpec;
  } = {},
): ConnectedApp {
  const clientId = o.clientId ?? 'connected-app';
  world.apps.register({
    clientId,
    clientSecret: 'connected-app-secret',
    title: 'Connected app',
    handle: 'connected-app',
    scopes: o.scopes ?? ORDER_APP_SCOPES,
    applicationUrl: 'https://app.example.com',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: o.webhookSubscriptions ?? [],
    ...(o.protectedData === undefined ? {} : { protectedData: o.protectedData }),
    ...(o.flow === undefined ? {} : { flow: o.flow }),
  });
  const installation = world.apps.install(clientId, domain);
  const token = world.apps.issueToken({ clientId, shop: domain, expiring: false });
  if ('error' in token) throw new CommerceRefusal(token.error);
  const { accessToken } = token;
  const call: ConnectedApp['call'] = (query, variables = {}) =>
    execute(world, { shop: domain, accessToken, apiVersion: '2026-10', query, variables });
  return {
    installation,
    accessToken,
    call,
    run(query, variables) {
      const answer = call(query, variables);
      if (answer.status !== 200)
        throw new CommerceRefusal(`The Admin API answered ${answer.status}.`);
      return answer.body as GraphqlBody;
    },
  };
}
