import { SUBSCRIBED_TOPICS } from '../../app/ingress/webhook-topics.ts';
import { ADMIN_API_VERSION } from '../../app/platform/client/api-version.ts';
import { ACCESS_SCOPES } from '../../app/platform/reads/access-scopes.ts';
import type { AppFile } from './app-file.ts';

/*
 * What keeps an app's file from being deployed. Scopes, webhook topics and addresses are what the code says;
 * the file repeats them for Shopify, and is held against the code here.
 */

/** Where the app takes what Shopify sends and asks: app/ingress, app/routes. */
const WEBHOOKS_PATH = '/webhooks';
const CALLBACK_PATH = '/auth/callback';
const PROXY = { path: '/proxy', prefix: 'apps', subpath: 'unorder' };

const COMPLIANCE_TOPICS: readonly string[] = [
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

/** Reserved for examples: https://www.rfc-editor.org/rfc/rfc2606. The last is what Shopify fills in for a new app. */
const EXAMPLE_HOST =
  /(^|[.])(example|test|invalid|localhost)$|(^|[.])example[.](com|net|org)$|^shopify[.]dev$/;
/** Of `shopify app dev`, gone when it ends. */
const TUNNEL_HOST = /[.](trycloudflare[.]com|ngrok[.]io|ngrok-free[.](app|dev)|ngrok[.]app)$/;

/** The environment's own word for what the file says too; undefined where it says nothing. */
export interface Elsewhere {
  /** SHOPIFY_API_KEY */
  readonly clientId?: string | undefined;
  /** SHOPIFY_APP_URL, and APP_URL as earlier releases wanted it: name to value. */
  readonly addresses: Readonly<Record<string, string | undefined>>;
}

/** Whether an address can be an app's in production: https, an origin alone, nobody's example, no tunnel. */
export const isPublicAddress = (text: string): boolean => addressFault(text) === null;

/**
 * Why the file cannot be deployed: one sentence for each reason, with what to do. Empty when it can be.
 *
 * @param name the file's, as messages call it
 */
export function deployFaults(file: AppFile, name: string, elsewhere: Elsewhere): string[] {
  return [
    ...identityFaults(file, elsewhere),
    ...addressFaults(file, name, elsewhere),
    ...contentFaults(file, name),
  ];
}

function identityFaults({ client_id: clientId }: AppFile, elsewhere: Elsewhere): string[] {
  if (!/^(?!0+$)[0-9a-f]{32}$/.test(clientId)) {
    return [
      'client_id is not the one of an app of yours. Run `npm run config:link` and choose your app.',
    ];
  }
  return elsewhere.clientId && elsewhere.clientId !== clientId
    ? [
        'client_id and SHOPIFY_API_KEY name two apps: the one deployed would send what the one running refuses. ' +
          'Correct the wrong one.',
      ]
    : [];
}

function addressFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return 'is not an address';
  if (EXAMPLE_HOST.test(url.hostname)) return 'is an example';
  if (TUNNEL_HOST.test(url.hostname)) return 'is a tunnel of `npm run dev`, which ends with it';
  if (url.protocol !== 'https:') return 'is not https';
  return text.replace(/\/$/, '').toLowerCase() === url.origin ? null : 'has more than a host';
}

function addressFaults(file: AppFile, name: string, { addresses }: Elsewhere): string[] {
  const given = file.application_url;
  const fault = addressFault(given);
  if (fault !== null) {
    return [
      `application_url (${given || 'empty'}) ${fault}. Set it in ${name} to where your app answers, such as ` +
        'https://unorder.your-shop.com, or set SHOPIFY_APP_URL and run `npm run config:link`.',
    ];
  }
  const { origin } = new URL(given);
  const others = Object.entries(addresses).filter(
    ([, value]) => value && (!URL.canParse(value) || new URL(value).origin !== origin),
  );
  return [
    ...others.map(
      ([variable]) =>
        `${variable} is another address than application_url (${origin}) in ${name}: the extensions would call the ` +
        'one while the app answers at the other. Correct the wrong one, or leave the variable out.',
    ),
    ...(file.auth?.redirect_urls.includes(origin + CALLBACK_PATH)
      ? []
      : [`[auth] redirect_urls lack "${origin}${CALLBACK_PATH}". Add it in ${name}.`]),
  ];
}

/** What of the file differs from the code: scopes, webhooks and the shop's pages. The file's addresses apart. */
export function contentFaults(file: AppFile, name: string): string[] {
  const faults = [
    ...difference(
      'access_scopes',
      listOf(file.access_scopes?.scopes ?? ''),
      ACCESS_SCOPES,
      'app/platform/reads/access-scopes.ts',
    ),
    ...webhookFaults(file),
    ...proxyFaults(file),
  ];
  if (faults.length === 0) return [];
  return [
    ...faults,
    `The app would not get what its code needs. Where Shopify CLI wrote its own copy over the file, put this ` +
      `repository’s back (\`git restore ${name}\`) and link by \`npm run config:link\`, which keeps it.`,
  ];
}

function webhookFaults({ webhooks, application_url: address }: AppFile): string[] {
  const subscriptions = webhooks?.subscriptions ?? [];
  const source = 'app/ingress/webhook-topics.ts';
  const elsewhere = subscriptions.filter(({ uri }) => !leadsTo(uri, address, WEBHOOKS_PATH));
  return [
    ...difference(
      'topics of [webhooks]',
      subscriptions.flatMap(({ topics }) => topics),
      SUBSCRIBED_TOPICS.filter((topic) => !COMPLIANCE_TOPICS.includes(topic)),
      source,
    ),
    ...difference(
      'compliance_topics of [webhooks]',
      subscriptions.flatMap(({ compliance_topics: topics }) => topics),
      COMPLIANCE_TOPICS,
      source,
    ),
    ...(webhooks?.api_version === ADMIN_API_VERSION
      ? []
      : [`api_version of [webhooks] is not ${ADMIN_API_VERSION}, which the code reads.`]),
    ...elsewhere.map(
      ({ uri = 'nothing' }) =>
        `A subscription of [webhooks] leads to ${uri} instead of ${WEBHOOKS_PATH}.`,
    ),
  ];
}

function proxyFaults({ app_proxy: proxy, application_url: address }: AppFile): string[] {
  const isRight =
    proxy?.prefix === PROXY.prefix &&
    proxy.subpath === PROXY.subpath &&
    leadsTo(proxy.url, address, PROXY.path);
  return isRight
    ? []
    : [`[app_proxy] does not lead /${PROXY.prefix}/${PROXY.subpath} to ${PROXY.path}.`];
}

/** Relative, as in this repository, or whole, as Shopify gives it back. */
function leadsTo(uri: string | undefined, address: string, path: string): boolean {
  if (uri === undefined || uri === path) return uri === path;
  return URL.canParse(address) && uri === new URL(path, address).href;
}

function difference(
  what: string,
  found: readonly string[],
  wanted: readonly string[],
  source: string,
): string[] {
  const lacking = wanted.filter((each) => !found.includes(each));
  const unknown = found.filter((each) => !wanted.includes(each));
  const twice = found.filter((each, index) => found.indexOf(each) !== index);
  return [
    ...(lacking.length > 0 ? [`${what} lack ${lacking.join(', ')}, which ${source} needs.`] : []),
    ...(unknown.length > 0
      ? [`${what} have ${unknown.join(', ')}, which ${source} does not know.`]
      : []),
    ...(twice.length > 0 ? [`${what} name ${[...new Set(twice)].join(', ')} twice.`] : []),
  ];
}

const listOf = (scopes: string): string[] =>
  scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
