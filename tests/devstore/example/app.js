/** Tags every order: told of it by webhook, it asks the Admin API for the total. */
import '@shopify/shopify-api/adapters/node';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { shopifyApi } from '@shopify/shopify-api';

const { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecretKey } = process.env;
const { SHOPIFY_APP_URL: address, PORT: port } = process.env;
const own = { apiKey, apiSecretKey, hostName: new URL(address).host, isEmbeddedApp: true };
const { auth, clients, webhooks } = shopifyApi({ ...own, apiVersion: '2026-10' });
const sessions = {};

createServer(async (request, response) => {
  if (request.method === 'GET') return response.end(await install(new URL(request.url, address)));
  const rawBody = await text(request);
  const { valid, domain } = await webhooks.validate({ rawBody, rawRequest: request });
  if (!valid) return response.writeHead(401).end();
  const variables = { id: JSON.parse(rawBody).admin_graphql_api_id };
  const client = new clients.Graphql({ session: sessions[domain] });
  const { data } = await client.request(TOTAL, { variables });
  const tags = data.order.totalPriceSet.shopMoney.amount < 100 ? 'small' : 'big';
  await client.request(TAG, { variables: { ...variables, tags } });
  response.end();
}).listen(port, '127.0.0.1');

/** Whoever opens the app in the admin brings a session token; with it the app is let in. */
async function install({ searchParams }) {
  const [shop, sessionToken] = [searchParams.get('shop'), searchParams.get('id_token')];
  const requestedTokenType = 'urn:shopify:params:oauth:token-type:offline-access-token';
  const exchanged = await auth
    .tokenExchange({ shop, sessionToken, requestedTokenType })
    .catch(() => null);
  if (exchanged) sessions[shop] = exchanged.session;
  return exchanged ? 'Every order gets a tag from now on.' : 'Open me in the admin.';
}

const TOTAL = 'query ($id: ID!) { order(id: $id) { totalPriceSet { shopMoney { amount } } } }';
const TAG =
  'mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }';
