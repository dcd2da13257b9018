import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createHttpServer } from '../../../app/http/server/http-server.ts';
import { MOST_BODY_BYTES } from '../../../app/http/server/request-head.ts';
import { createRouteContext } from '../../support/stages/route-context.ts';
import { chunkedPost, exchangeRaw, openRaw, sendRaw, statusOf } from './raw-http.ts';

/* The app's server with nothing behind it: what it lets through, and how it ends what it does not. */

let server: Server;
let url: string;
let webhooks: (body: Buffer | undefined) => Promise<number>;

beforeAll(async () => {
  const { context } = await createRouteContext();
  server = createHttpServer({
    context,
    async webhooks(_request, response, body) {
      const status = await webhooks(body);
      if (!response.headersSent) response.writeHead(status).end();
    },
    health: { missing: async () => [] },
    pages: {
      files: express
        .Router()
        .get('/file', (_request, response) => void response.send('a file'))
        .use('/files', express.static(import.meta.dirname, { immutable: true, maxAge: '1y' })),
      build: () => Promise.reject<ServerBuild>(new Error('No page is asked for here.')),
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

beforeEach(() => {
  webhooks = async () => 200;
});

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a body beyond the limit is answered 413 and hurts nobody', () => {
  const PATHS = ['/webhooks', '/auth/login', '/api/staff/policy', '/proxy/cancel', '/nowhere'];

  test.each(PATHS)('in chunks of no told length, to %s', async (path) => {
    expect(await sendRaw(url, chunkedPost(path, MOST_BODY_BYTES + 1))).toBe(413);
    expect((await post('/webhooks', '{}')).status).toBe(200);
  });

  test.each(PATHS)('with its length told beforehand, to %s: before it is sent', async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nContent-Length: ${MOST_BODY_BYTES + 1}\r\n\r\n`;
    expect(await sendRaw(url, head)).toBe(413);
  });

  test.each(['GET', 'HEAD', 'OPTIONS'])('with %s, which has no body', async (method) => {
    const text = chunkedPost('/nowhere', MOST_BODY_BYTES + 1).replace('POST', method);
    expect(await sendRaw(url, text)).toBe(413);
    const head = `${method} /livez HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nContent-Length: ${MOST_BODY_BYTES + 1}\r\n\r\n`;
    expect(await sendRaw(url, head)).toBe(413);
    expect((await post('/webhooks', '{}')).status).toBe(200);
  });

  test('hidden in what stands beside its chunks', async () => {
    const head =
      'POST /webhooks HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const text = `${head}1;${'x'.repeat(64 * 1024)}\r\nx\r\n0\r\n\r\n`;
    expect(await sendRaw(url, text)).toBe(413);
    expect((await post('/webhooks', '{}')).status).toBe(200);
  });

  test('a sender that waits to be asked for it is told', async () => {
    const head = `POST /webhooks HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${MOST_BODY_BYTES + 1}\r\n\r\n`;
    expect(await sendRaw(url, head)).toBe(413);
  });

  test('a sender that goes on and on is hung up on', async () => {
    const connection = openRaw(url);
    connection.send(
      'POST /auth/login HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const pump = setInterval(() => connection.send(chunk.repeat(8)), 5);
    expect(await connection.closed).toBeLessThan(6_000);
    clearInterval(pump);
    expect(statusOf(connection.heard())).toBe(413);
  });

  test('one of exactly the limit arrives whole', async () => {
    let arrived = 0;
    webhooks = async (body) => {
      arrived = body?.length ?? 0;
      return 200;
    };
    expect((await post('/webhooks', 'x'.repeat(MOST_BODY_BYTES))).status).toBe(200);
    expect(arrived).toBe(MOST_BODY_BYTES);
  });
});

describe('what nobody the app serves sends is refused before anything reads it', () => {
  test.each([
    ['compressed', { 'content-encoding': 'gzip' }],
    ['XML', { 'content-type': 'text/xml' }],
    ['a form of many parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of no said type', { 'content-type': '' }],
  ])('a body that is %s: 415', async (_what, headers) => {
    expect((await post('/auth/login', 'shop=x', headers)).status).toBe(415);
  });

  test.each([
    '/%',
    '/%E0%A4%A',
    '/app/orders/%ff',
    '/app%00',
    '/app?q=%00',
    'http://elsewhere.example/app',
    '*',
  ])('the address %s: 400', async (target) => {
    const request = `GET ${target} HTTP/1.1\r\nHost: app\r\n\r\n`;
    expect(await sendRaw(url, request)).toBe(400);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])(
    'the method %s: 405',
    async (method) => {
      expect(await sendRaw(url, `${method} /app HTTP/1.1\r\nHost: app\r\n\r\n`)).toBe(405);
    },
  );

  test('two lengths at once: 400', async () => {
    const text = chunkedPost('/webhooks', 5, 'Content-Length: 3\r\n');
    expect(await sendRaw(url, text)).toBe(400);
  });

  test('headers beyond measure: 431', async () => {
    const text = `GET /file HTTP/1.1\r\nHost: app\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`;
    expect(await sendRaw(url, text)).toBe(431);
  });
});

describe('nobody keeps a connection by being slow', () => {
  const HEAD = 'POST /webhooks HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\n';

  test.concurrent('a connection on which nothing is said', async ({ expect: here }) => {
    here(await openRaw(url).closed).toBeLessThan(12_000);
  });

  test.concurrent('headers that come a byte a second', async ({ expect: here }) => {
    const connection = openRaw(url);
    connection.send('GET /file HTTP/1.1\r\nHost: app\r\nX: ');
    const drip = setInterval(() => connection.send('y'), 1_000);
    here(await connection.closed).toBeLessThan(12_000);
    clearInterval(drip);
    here(statusOf(connection.heard())).toBe(408);
  });

  test.concurrent.each(['Content-Length: 1000\r\n\r\n', 'Transfer-Encoding: chunked\r\n\r\n'])(
    'a body that comes a byte a second, %j',
    async (rest) => {
      const connection = openRaw(url);
      connection.send(`${HEAD.replace('/webhooks', '/auth/login')}${rest}`);
      const chunk = rest.startsWith('T') ? '1\r\nx\r\n' : 'x';
      const drip = setInterval(() => connection.send(chunk), 1_000);
      expect(await connection.closed).toBeLessThan(16_000);
      clearInterval(drip);
    },
  );

  test.concurrent('a webhook that comes slower than Shopify waits', async ({ expect: here }) => {
    const connection = openRaw(url);
    connection.send(`${HEAD}Content-Length: 1000\r\n\r\n`);
    const drip = setInterval(() => connection.send('x'), 500);
    here(await connection.closed).toBeLessThan(8_000);
    clearInterval(drip);
    here(statusOf(connection.heard())).toBe(503);
  });
});

test('a webhook that cannot be kept in time is answered 503 before Shopify gives up', async () => {
  webhooks = async () => {
    await sleep(8_000);
    return 200;
  };
  const startedAt = Date.now();
  const response = await post('/webhooks', '{}');
  expect(response.status).toBe(503);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});

test('a failure that nobody foresaw is told by a reference and nothing else', async () => {
  const response = await fetch(`${url}/app`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain(String(response.headers.get('x-request-id')));
  expect(text).not.toMatch(/No page is asked for here|node_modules|\.ts/);
});

test('every answer says how it may be used', async () => {
  const answers = await Promise.all([
    fetch(`${url}/livez`),
    fetch(`${url}/app`),
    fetch(`${url}/file`),
    post('/webhooks', '{}'),
    post('/nowhere', 'x', { 'content-type': 'text/xml' }),
  ]);
  for (const { headers, url: address } of answers) {
    expect(headers.get('x-content-type-options'), address).toBe('nosniff');
    expect(headers.get('strict-transport-security'), address).toMatch(/^max-age=\d{8}/);
    expect(headers.get('content-security-policy'), address).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy'), address).not.toBeNull();
    const isFile = new URL(address).pathname === '/file';
    expect(headers.get('cache-control'), address).toBe(isFile ? null : 'no-store');
  }
});

test.each([
  ['a range beyond its end', 416, 'Range: bytes=99999999-'],
  ['another version of it', 412, 'If-Match: "another"'],
])(
  'a file of which %s is asked for: %i, and nobody keeps that answer',
  async (_what, status, ask) => {
    const text = `GET /files/raw-http.ts HTTP/1.1\r\nHost: app\r\n${ask}\r\nConnection: close\r\n\r\n`;
    const heard = await exchangeRaw(url, text);
    expect(statusOf(heard)).toBe(status);
    expect(heard).toMatch(/^cache-control: no-store\r$/im);
    expect(heard).not.toMatch(/immutable|last-modified|something went wrong/i);
  },
);

test.each([
  ['without a host', 400, 'GET /app HTTP/1.1\r\n\r\n'],
  ['that is no HTTP', 400, 'GE T /app HTTP/1.1\r\nHost: app\r\n\r\n'],
  [
    'that expects what nobody promises',
    417,
    'GET /app HTTP/1.1\r\nHost: app\r\nExpect: tea\r\n\r\n',
  ],
  [
    'with endless headers',
    431,
    `GET /app HTTP/1.1\r\nHost: app\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  ],
])('a request %s is answered %i with the headers of every answer', async (_what, status, text) => {
  const heard = await exchangeRaw(url, text);
  expect(statusOf(heard)).toBe(status);
  for (const header of [
    /^x-content-type-options: nosniff\r$/im,
    /^cache-control: no-store\r$/im,
    /^content-security-policy: .*frame-ancestors 'none'\r$/im,
    /^strict-transport-security: max-age=/im,
    /^referrer-policy: no-referrer\r$/im,
  ]) {
    expect(heard).toMatch(header);
  }
});
