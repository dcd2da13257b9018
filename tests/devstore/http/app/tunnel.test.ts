import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../listener.ts';
import type { Listener } from '../listener.ts';
import { rewritingStream, tunnelRewrites } from './tunnel-rewrites.ts';
import { tunnelHandler } from './tunnel.ts';

const PLATFORM = 'http://127.0.0.1:4001';
const BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

async function tunnelTo(app: RequestListener): Promise<string> {
  const upstream = await listen(app);
  const tunnel = await listen(
    tunnelHandler({ appUrl: () => upstream.origin, platformOrigin: PLATFORM }),
  );
  open.push(upstream, tunnel);
  return tunnel.origin;
}

describe('the tunnel', () => {
  it('leads App Bridge and the admin in pages to the devstore', async () => {
    const origin = await tunnelTo((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('etag', '"1"');
      response.end(
        `<script src="${BRIDGE}"></script><a href="https://admin.shopify.com/store/x">é`,
      );
    });
    const response = await fetch(origin);
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.text()).toBe(
      `<script src="${PLATFORM}/app-bridge.js"></script><a href="${PLATFORM}/store/x">é`,
    );
  });

  it('leads redirects, preloads and frame ancestors to the devstore, and follows none itself', async () => {
    const origin = await tunnelTo((_request, response) => {
      response.writeHead(302, {
        location: 'https://admin.shopify.com/store/x/apps/y',
        link: `<${BRIDGE}>; rel="preload"; as="script";`,
        'content-security-policy':
          'frame-ancestors https://x.myshopify.com https://admin.shopify.com;',
      });
      response.end();
    });
    const response = await fetch(origin, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${PLATFORM}/store/x/apps/y`);
    expect(response.headers.get('link')).toBe(
      `<${PLATFORM}/app-bridge.js>; rel="preload"; as="script";`,
    );
    expect(response.headers.get('content-security-policy')).toBe(
      `frame-ancestors https://x.myshopify.com ${PLATFORM};`,
    );
  });

  it('leaves every other kind of body alone, byte for byte', async () => {
    const body = Buffer.from(JSON.stringify({ link: 'https://admin.shopify.com', b: '\u00e9' }));
    const origin = await tunnelTo((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' });
      response.end(body);
    });
    const response = await fetch(origin);
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
    expect(response.headers.get('etag')).toBe('"1"');
  });

  it('hands on method, path, body and the host it was asked under', async () => {
    const origin = await tunnelTo((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            line: `${request.method} ${request.url}`,
            body,
            host: request.headers.host,
            forwarded: request.headers['x-forwarded-host'],
            hmac: request.headers['x-shopify-hmac-sha256'],
          }),
        );
      });
    });
    const response = await fetch(`${origin}/webhooks?a=1%202`, {
      method: 'POST',
      body: 'raw',
      headers: { 'X-Shopify-Hmac-Sha256': 'abc=' },
    });
    const host = new URL(origin).host;
    expect(await response.json()).toEqual({
      line: 'POST /webhooks?a=1%202',
      body: 'raw',
      host,
      forwarded: host,
      hmac: 'abc=',
    });
  });

  it('streams: the first part arrives before the last is written', async () => {
    let finish = (): void => undefined;
    const origin = await tunnelTo((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.write('x'.repeat(1000));
      finish = () => response.end('end');
    });
    const response = await fetch(origin);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeGreaterThan(900);
    finish();
    const rest: Uint8Array[] = [];
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      rest.push(part.value);
    }
    expect(Buffer.concat(rest).toString()).toMatch(/end$/);
  });

  it('breaks the connection when the app breaks off, rather than ending cleanly', async () => {
    const origin = await tunnelTo((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('half');
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
  });

  it('answers 502 with a page when no app listens or none is attached', async () => {
    const tunnel = await listen(
      tunnelHandler({ appUrl: () => 'http://127.0.0.1:1', platformOrigin: PLATFORM }),
    );
    const unattached = await listen(
      tunnelHandler({ appUrl: () => null, platformOrigin: PLATFORM }),
    );
    open.push(tunnel, unattached);
    for (const { origin } of [tunnel, unattached]) {
      const response = await fetch(origin);
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('The app is not running');
    }
  });
});

describe('the rewriting stream', () => {
  it('finds an address wherever the chunks are cut', async () => {
    const source = `a${BRIDGE}b\u00e9https://admin.shopify.com/c`;
    const bytes = Buffer.from(source);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const out: Buffer[] = [];
      const stream = Readable.from([bytes.subarray(0, cut), bytes.subarray(cut)]).pipe(
        rewritingStream(tunnelRewrites(PLATFORM)),
      );
      for await (const chunk of stream) out.push(chunk as Buffer);
      expect(Buffer.concat(out).toString()).toBe(`a${PLATFORM}/app-bridge.jsb\u00e9${PLATFORM}/c`);
    }
  });
});
