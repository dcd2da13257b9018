import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { DEFAULT_APP_FILE, parseAppFile } from './app-file.ts';
import { contentFaults, deployFaults, isPublicAddress } from './app-file-faults.ts';

const OURS = await readFile(DEFAULT_APP_FILE, 'utf8');
const CLIENT_ID = '57a9edc11e97000000000000000000aa';
const ADDRESS = 'https://orders.harbor-and-pine.shop';
/** The repository's file, made somebody's own. */
const OWN = OURS.replace(/^client_id = .*$/m, `client_id = "${CLIENT_ID}"`).replaceAll(
  'https://unorder.example',
  ADDRESS,
);

const faults = (text: string, addresses: Record<string, string> = {}, clientId?: string) =>
  deployFaults(parseAppFile(text, DEFAULT_APP_FILE), DEFAULT_APP_FILE, { addresses, clientId });

test('the repository’s file with an app and an address of one’s own can be deployed', () => {
  expect(faults(OWN)).toEqual([]);
  expect(faults(OWN, { SHOPIFY_APP_URL: `${ADDRESS}/`, APP_URL: '' }, CLIENT_ID)).toEqual([]);
});

test('the repository’s file as it is cannot: its client id and its address are examples', () => {
  expect(faults(OURS)).toEqual([
    expect.stringMatching(
      /^client_id is not the one of an app of yours[.] Run `npm run config:link`/,
    ),
    expect.stringMatching(
      /^application_url [(]https:\/\/unorder[.]example[)] is an example[.] Set it/,
    ),
  ]);
});

// Shopify CLI rewrites the file of whoever deploys: `The include_config_on_deploy field is no longer supported`.
test('it holds no key that a deploy takes out', () => {
  expect(OURS).not.toContain('include_config_on_deploy');
});

test('nothing in it differs from the code', () => {
  expect(contentFaults(parseAppFile(OURS, DEFAULT_APP_FILE), DEFAULT_APP_FILE)).toEqual([]);
});

describe('what keeps a file from being deployed', () => {
  test.each([
    [
      'no address',
      `"${ADDRESS}"\nembedded`,
      '""\nembedded',
      /application_url [(]empty[)] is not an address/,
    ],
    [
      'Shopify’s own placeholder',
      `application_url = "${ADDRESS}"`,
      'application_url = "https://shopify.dev/apps/default-app-home"',
      /is an example/,
    ],
    [
      'a tunnel',
      `application_url = "${ADDRESS}"`,
      'application_url = "https://a-b-c.trycloudflare.com"',
      /is a tunnel/,
    ],
    [
      'http',
      `application_url = "${ADDRESS}"`,
      'application_url = "http://orders.harbor-and-pine.shop"',
      /is not https/,
    ],
    [
      'a path',
      `application_url = "${ADDRESS}"`,
      `application_url = "${ADDRESS}/app"`,
      /has more than a host/,
    ],
    [
      'a callback elsewhere',
      `"${ADDRESS}/auth/callback"`,
      '"https://old.shop/auth/callback"',
      /redirect_urls lack "https:\/\/orders[.]harbor-and-pine[.]shop\/auth\/callback"/,
    ],
    ['a scope too few', 'read_locales,', '', /access_scopes lack read_locales/],
    [
      'a scope too many',
      'read_locales,',
      'read_locales,read_themes,',
      /access_scopes have read_themes/,
    ],
    ['a topic too few', '    "orders/paid",\n', '', /topics of \[webhooks\] lack orders\/paid/],
    [
      'a topic too many',
      '"orders/paid"',
      '"orders/paid", "products/update"',
      /topics of \[webhooks\] have products\/update/,
    ],
    ['a topic twice', '"orders/paid"', '"orders/paid", "orders/paid"', /name orders\/paid twice/],
    [
      'no topic of the law',
      'compliance_topics = ["customers/data_request", ',
      'compliance_topics = [',
      /compliance_topics of \[webhooks\] lack customers\/data_request/,
    ],
    [
      'another version',
      'api_version = "2026-10"',
      'api_version = "2025-01"',
      /api_version of \[webhooks\] is not 2026-10/,
    ],
    [
      'webhooks elsewhere',
      'topics = ["orders/edited"]\n  uri = "/webhooks"',
      'topics = ["orders/edited"]\n  uri = "https://old.shop/webhooks"',
      /leads to https:\/\/old[.]shop\/webhooks/,
    ],
    [
      'no storefront pages',
      'subpath = "unorder"',
      'subpath = "cancel"',
      /\[app_proxy\] does not lead \/apps\/unorder to \/proxy/,
    ],
  ])('%s', (_what, from, to, message) => {
    expect(OWN).toContain(from);
    expect(faults(OWN.replace(from, to)).join('\n')).toMatch(message);
  });

  test.each(['SHOPIFY_APP_URL', 'APP_URL'])('an address in %s that is another one', (variable) => {
    expect(faults(OWN, { [variable]: 'https://old.shop' })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} is another address than application_url`)),
    ]);
  });

  test('a client id in the environment that is another app’s', () => {
    expect(faults(OWN, {}, '0123456789abcdef0123456789abcdef')).toEqual([
      expect.stringMatching(/^client_id and SHOPIFY_API_KEY name two apps/),
    ]);
  });
});

test('addresses as Shopify gives them back, whole, are the same', () => {
  const whole = OWN.replaceAll('uri = "/webhooks"', `uri = "${ADDRESS}/webhooks"`).replace(
    'url = "/proxy"',
    `url = "${ADDRESS}/proxy"`,
  );
  expect(faults(whole)).toEqual([]);
});

test('what is left after Shopify CLI wrote over the file says how to get it back', () => {
  const remote = `client_id = "${CLIENT_ID}"\nname = "Unorder"\napplication_url = "${ADDRESS}"\n[auth]\nredirect_urls = ["${ADDRESS}/auth/callback"]\n`;
  expect(faults(remote).at(-1)).toMatch(/git restore shopify[.]app[.]toml.*npm run config:link/);
});

test.each([
  ['https://orders.harbor-and-pine.shop', true],
  ['https://orders.harbor-and-pine.shop/', true],
  ['https://unorder.example.com', false],
  ['https://localhost:3000', false],
  ['', false],
])('%s is an address for production: %s', (text, isOne) => {
  expect(isPublicAddress(text)).toBe(isOne);
});
