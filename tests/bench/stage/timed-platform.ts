import http from 'node:http';

import { DEVSTORE_HOST_HEADER, listen } from 'devstore/http';

import type { Span } from '../figures/time-outside.ts';

export interface TimedPlatform {
  /** To be used in place of the platform's; without a trailing slash. */
  readonly origin: string;
  /** When requests about a shop were under way, in milliseconds since 1970. */
  spansOf(shop: string): readonly Span[];
  close(): Promise<void>;
}

/** Stands in front of the platform and notes when it was waited for. */
export async function openTimedPlatform(target: string): Promise<TimedPlatform> {
  const spans = new Map<string, Span[]>();
  const agent = new http.Agent({ keepAlive: true });
  const listener = await listen((request, response) => {
    const from = Date.now();
    const { method, url = '/', headers } = request;
    const shop = String(headers[DEVSTORE_HOST_HEADER.toLowerCase()]);
    const onward = http.request(new URL(url, target), { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', () => {
        spans.set(shop, [...(spans.get(shop) ?? []), { from, to: Date.now() }]);
      });
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  return {
    origin: listener.origin,
    spansOf: (shop) => spans.get(shop) ?? [],
    async close() {
      agent.destroy();
      await listener.close();
    },
  };
}
