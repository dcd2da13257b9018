/**
 * The least that any webhook endpoint does: read the body, check its HMAC, parse it, answer. No database.
 * `node bare-webhook-server.ts <secret>`; prints its address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const [secret = ''] = process.argv.slice(2);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64');
    const expected = createHmac('sha256', secret).update(body).digest();
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (genuine) JSON.parse(body.toString('utf8'));
    response.writeHead(genuine ? 200 : 401).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
