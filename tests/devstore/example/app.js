/** An embedded app on Node alone: it hears of an order by webhook, shows it, and cancels it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { SHOPIFY_API_KEY: key, SHOPIFY_API_SECRET: secret, PORT: port } = process.env;
const isSigned = (data, encoding, signature = '') => {
  const right = createHmac('sha256', secret).update(data).digest(encoding);
  return (
    right.length === signature.length && timingSafeEqual(Buffer.from(right), Buffer.from(signature))
  );
};
let heard = 'nothing yet';
let order = null;

createServer(async (request, response) => {
  const refuse = (why) => response.writeHead(401).end(why);
  const url = new URL(request.url, 'http://app');
  const body = await text(request);
  if (url.pathname === '/webhooks') {
    if (!isSigned(body, 'base64', request.headers['x-shopify-hmac-sha256'])) return refuse('HMAC');
    order = JSON.parse(body);
    heard = `${request.headers['x-shopify-topic']} ${order.name}`;
    return response.end();
  }
  const token = url.searchParams.get('id_token') ?? request.headers.authorization?.slice(7) ?? '';
  const [head, claims, signature] = token.split('.');
  if (!isSigned(`${head}.${claims}`, 'base64url', signature))
    return refuse('Not signed by Shopify.');
  const { aud, exp, dest: store } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (aud !== key || exp * 1000 < Date.now()) return refuse('Not for this app, or too old.');
  if (request.method === 'POST') return response.end(JSON.stringify(await cancel(store, token)));
  return response.setHeader('Content-Type', 'text/html').end(`<!doctype html>
    <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="${key}"></script>
    <h1>Example</h1><p>Heard: ${heard}</p><button>Cancel it</button><pre></pre>
    <script>document.querySelector('button').onclick = async () =>
      document.querySelector('pre').textContent = await (await fetch('/cancel', { method: 'POST' })).text();
    </script>`);
}).listen(port, '127.0.0.1');

async function cancel(store, token) {
  const { access_token: access } = await post(`${store}/admin/oauth/access_token`, {
    client_id: key,
    client_secret: secret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
  });
  const query = `mutation Cancel($id: ID!) {
    orderCancel(orderId: $id, reason: CUSTOMER, restock: true,
      refundMethod: { originalPaymentMethodsRefund: true }) { orderCancelUserErrors { message } }
  }`;
  const variables = { id: order?.admin_graphql_api_id };
  const headers = { 'X-Shopify-Access-Token': access };
  return post(`${store}/admin/api/2026-10/graphql.json`, { query, variables }, headers);
}

async function post(address, body, headers) {
  const sent = { Accept: 'application/json', 'Content-Type': 'application/json', ...headers };
  return (
    await fetch(address, { method: 'POST', headers: sent, body: JSON.stringify(body) })
  ).json();
}
