import { createHmac } from 'node:crypto';

import { forgeToken } from '../integration/bad-input/session-token.ts';
import { chunkedPost } from '../integration/http/raw-http.ts';
import type { Chance } from '../simulation/chance.ts';
import type { Audience } from './endpoints.ts';

/** What an attacker has: tokens of their own, a signed storefront address of long ago, orders of others. */
export interface Loot {
  readonly secret: string;
  readonly staffToken: string;
  readonly customerToken: string;
  readonly shop: string;
  readonly ownOrder: string;
  readonly foreignOrder: string;
}

export interface Hostile {
  /** What kind of hostility, for the counts. */
  readonly kind: string;
  /** The request, byte for byte. */
  readonly text: string;
  /** Whether the endpoint shows everybody something: then an answer is no acceptance. */
  readonly isOpen: boolean;
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const NUMBERS = [
  '0',
  '-1',
  '1e9',
  '2147483648',
  '9'.repeat(30),
  'NaN',
  '%2e%2e',
  "1'--",
  '1%20OR%201',
  '%F0%9F%98%80',
];
const IDS = ['00000000-0000-4000-8000-00000000dead', 'x', '%2e%2e%2f', '1', 'A'.repeat(300)];
const QUERIES = [
  '',
  '?_data=routes%2Fapp',
  '?shop=evil.example',
  '?shop=a.myshopify.com&shop=evil.example',
  '?host=%25&embedded=1',
  '?locale=%3Cscript%3E',
  `?q=${'x'.repeat(3_000)}`,
  '?__proto__[a]=1',
  '?page=1e308',
  '?query=%F0%9F',
];
const BODIES = [
  '{',
  '[]',
  'null',
  '""',
  '0',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"comment":"\\u0000"}',
  '{"comment":"\\ud800"}',
  '{"amount":1e400}',
  '{"amount":"99999999999999999999.99"}',
  '{"selection":{"kind":"lines","lines":[{"id":"1","quantity":-1}]}}',
  '{"basedOn":2147483648,"document":{}}',
  '['.repeat(20_000),
  `{"a":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}`,
  '\u0000\u0001\u0002',
  '<xml/>',
];
const FORMS = [
  'step=ask',
  'step=ask&orderName=%00&contact=x',
  'step=code&challengeId=x&code=1',
  'step=view&token=a.b',
  'step=confirm&token=__proto__',
  'step=__proto__',
  'step=withdraw&token=',
  'a=1&'.repeat(2_000),
  '%',
  'shop=%00',
  'step=view&token=e30.e30',
];
/** Written into headers and answers, it would show. */
const MARK = 'evil.example';

/** One hostile request to the endpoint at `path`. */
export function hostileRequest(
  chance: Chance,
  path: string,
  audience: Audience,
  loot: Loot,
): Hostile {
  const target = addressOf(chance, path, loot);
  const kinds = [...KINDS[audience], ...ANYWHERE];
  return chance.oneOf(kinds)({ chance, target, audience, loot });
}

interface Aim {
  readonly chance: Chance;
  readonly target: string;
  readonly audience: Audience;
  readonly loot: Loot;
}

function addressOf(chance: Chance, path: string, loot: Loot): string {
  return path
    .replace(':number', () => chance.oneOf([...NUMBERS, loot.foreignOrder, '987654321']))
    .replace(':version', () => chance.oneOf(NUMBERS))
    .replace(':id', () => chance.oneOf(IDS))
    .replace('*', () =>
      chance.oneOf(['session-token', 'callback', 'exit-iframe', 'nowhere', '%2e%2e/app']),
    );
}

const request = (
  method: string,
  target: string,
  headers: readonly string[],
  body?: string,
): string =>
  [
    `${method} ${target} HTTP/1.1`,
    'Host: app',
    `User-Agent: ${AGENT}`,
    'Connection: close',
    ...headers,
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]),
    '',
    body ?? '',
  ].join('\r\n');

const JSON_TYPE = 'Content-Type: application/json';
const FORM_TYPE = 'Content-Type: application/x-www-form-urlencoded';
const bearer = (token: string): string => `Authorization: Bearer ${token}`;
const isShown = (audience: Audience): boolean => audience === 'page' || audience === 'public';
type Attack = (aim: Aim) => Hostile;

const forgedToken: Attack = ({ chance, target, audience, loot }) => {
  const genuine = audience === 'shopper' ? loot.customerToken : loot.staffToken;
  const claims = (changed: Record<string, unknown>) =>
    forgeToken(genuine, loot.secret, { claims: changed });
  const token = chance.oneOf([
    '',
    'x',
    'a.b.c',
    'null',
    forgeToken(genuine, 'guessed'),
    forgeToken(genuine, '', { algorithm: 'none' }),
    claims({ exp: 1 }),
    claims({ nbf: 4e9 }),
    claims({ aud: 'another' }),
    claims({ dest: `https://${MARK}` }),
    claims({ dest: 7 }),
    audience === 'shopper' ? loot.staffToken : loot.customerToken,
  ]);
  const isPost = chance.happens(0.5);
  const text = isPost
    ? request('POST', target, [bearer(token), JSON_TYPE], chance.oneOf(BODIES))
    : request('GET', target, [bearer(token)]);
  return { kind: 'forged token', text, isOpen: audience === 'page' };
};

const rottenBody: Attack = ({ chance, target, audience, loot }) => ({
  kind: 'rotten body',
  text: request(
    'POST',
    target,
    [bearer(audience === 'shopper' ? loot.customerToken : loot.staffToken), JSON_TYPE],
    chance.oneOf(BODIES),
  ),
  isOpen: isShown(audience),
});

const rottenForm: Attack = ({ chance, target, audience }) => ({
  kind: 'rotten form',
  text: request('POST', target, [FORM_TYPE], chance.oneOf(FORMS)),
  isOpen: isShown(audience),
});

const strangeQuery: Attack = ({ chance, target, audience }) => ({
  kind: 'strange query',
  text: request('GET', `${target}${chance.oneOf(QUERIES)}`, []),
  isOpen: isShown(audience),
});

const unsignedStorefront: Attack = ({ chance, target, loot }) => {
  const at = Math.floor(Date.now() / 1_000) - (chance.happens(0.3) ? 3_600 : 0);
  const parameters = `path_prefix=/apps/unordershop=${loot.shop}timestamp=${at}`;
  const secret = chance.oneOf(['guessed', '', 'null', loot.shop]);
  const signature = createHmac('sha256', secret).update(parameters).digest('hex');
  const query = `?shop=${loot.shop}&path_prefix=%2Fapps%2Funorder&timestamp=${at}&signature=${signature}`;
  const text = chance.happens(0.5)
    ? request('GET', target + query, [`X-Forwarded-For: ${MARK}`])
    : request('POST', target + query, [FORM_TYPE], chance.oneOf(FORMS));
  return { kind: 'unsigned storefront', text, isOpen: false };
};

/** Signed as Shopify signs what a visitor sends: the visitor is the hostile one. */
const hostileVisitor: Attack = ({ chance, target, loot }) => {
  const at = Math.floor(Date.now() / 1_000);
  const signed = `path_prefix=/apps/unordershop=${loot.shop}timestamp=${at}`;
  const signature = createHmac('sha256', loot.secret).update(signed).digest('hex');
  const query = `?shop=${loot.shop}&path_prefix=%2Fapps%2Funorder&timestamp=${at}&signature=${signature}`;
  const form = chance.oneOf(FORMS.filter((body) => body !== '%'));
  return {
    kind: 'hostile visitor',
    text: request('POST', target + query, [FORM_TYPE], form),
    isOpen: false,
  };
};

const forgedWebhook: Attack = ({ chance, target, loot }) => {
  const body = chance.oneOf([...BODIES, '{"id":1,"order_id":7}', '{}']);
  const sign = (text: string, secret: string) =>
    createHmac('sha256', secret).update(text).digest('base64');
  const signature = chance.oneOf([
    '',
    'x',
    '='.repeat(44),
    sign(body, 'guessed'),
    sign(`${body} `, loot.secret),
    sign('', loot.secret),
    `${sign(body, 'guessed')}, ${sign(body, loot.secret)}`,
  ]);
  const headers = [
    JSON_TYPE,
    `X-Shopify-Hmac-Sha256: ${signature}`,
    `X-Shopify-Topic: ${chance.oneOf(['orders/updated', 'shop/redact', 'app/uninstalled', 'customers/redact', '__proto__'])}`,
    `X-Shopify-Shop-Domain: ${chance.oneOf([loot.shop, MARK])}`,
    `X-Shopify-Webhook-Id: ${chance.below(1_000_000)}`,
  ];
  return { kind: 'forged webhook', text: request('POST', target, headers, body), isOpen: false };
};

const brokenAddress: Attack = ({ chance, target }) => ({
  kind: 'broken address',
  text: request(
    'GET',
    chance.oneOf([
      `${target}/%`,
      `${target}%00`,
      `${target}?a=%00`,
      `${target}/%c0%ae%zz`,
      `http://${MARK}${target}`,
      `*`,
      `${target}/%ff`,
    ]),
    [],
  ),
  isOpen: false,
});

const elsewhere: Attack = ({ chance, target }) => ({
  kind: 'way out',
  text: request(
    'GET',
    chance.oneOf([
      `//${MARK}${target}`,
      `/..%2f..%2f${target}`,
      `/assets/..%2f..%2fserver/index.js`,
      `/\\${MARK}`,
      `/.env`,
      `/assets/%2e%2e/%2e%2e/package.json`,
    ]),
    [],
  ),
  isOpen: true,
});

const wrongType: Attack = ({ chance, target }) => ({
  kind: 'wrong type',
  text: request(
    'POST',
    target === '/webhooks' ? '/auth/login' : target,
    [
      chance.oneOf([
        'Content-Type: text/xml',
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Type: ',
        `${JSON_TYPE}\r\nContent-Encoding: gzip`,
        `${JSON_TYPE}\r\nContent-Encoding: br`,
      ]),
    ],
    'x=1',
  ),
  isOpen: false,
});

const wrongMethod: Attack = ({ chance, target }) => ({
  kind: 'wrong method',
  text: request(
    chance.oneOf(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'CONNECT', 'GET_']),
    target,
    [],
  ),
  isOpen: false,
});

const smuggled: Attack = ({ chance, target }) => ({
  kind: 'smuggled headers',
  text: chance.oneOf([
    chunkedPost(target, 5, 'Content-Length: 3\r\n'),
    `POST ${target} HTTP/1.1\r\nHost: app\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc`,
    `GET ${target} HTTP/1.1\r\nHost: app\r\nHost : ${MARK}\r\n\r\n`,
    `GET ${target} HTTP/1.1\r\n\r\n`,
    `GET ${target} HTTP/1.1\r\nHost: app\r\nX: a\u0000b\r\n\r\n`,
    `GET ${target} HTTP/1.1\r\nHost: app\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    `POST ${target} HTTP/1.1\r\nHost: app\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    `GET ${target} HTTP/9.9\r\nHost: app\r\n\r\n`,
  ]),
  isOpen: false,
});

const oversize: Attack = ({ chance, target }) => ({
  kind: 'oversize',
  text: chance.happens(0.5)
    ? chunkedPost(target, 1024 * 1024 + 1, 'Connection: close\r\n')
    : request('POST', target, [JSON_TYPE, 'Content-Length: 99999999999']),
  isOpen: false,
});

const claimedHost: Attack = ({ target, audience, chance }) => ({
  kind: 'claimed host',
  text: `GET ${target} HTTP/1.1\r\nHost: ${chance.oneOf([MARK, 'a b', '[', 'app:99999'])}\r\nX-Forwarded-Host: ${MARK}\r\nX-Forwarded-Proto: javascript\r\nX-Original-URL: /app\r\nX-HTTP-Method-Override: DELETE\r\nUser-Agent: ${AGENT}\r\nConnection: close\r\n\r\n`,
  isOpen: isShown(audience),
});

const ANYWHERE: readonly Attack[] = [
  brokenAddress,
  elsewhere,
  wrongType,
  wrongMethod,
  smuggled,
  oversize,
  claimedHost,
];
const KINDS: Readonly<Record<Audience, readonly Attack[]>> = {
  staff: [forgedToken, forgedToken, rottenBody, rottenBody],
  shopper: [forgedToken, forgedToken, rottenBody, rottenBody],
  storefront: [unsignedStorefront, unsignedStorefront, hostileVisitor, strangeQuery],
  page: [forgedToken, strangeQuery, rottenForm],
  public: [strangeQuery, rottenForm],
  shopify: [forgedWebhook, forgedWebhook, forgedWebhook, forgedWebhook],
};
