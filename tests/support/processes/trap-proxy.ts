import http, { type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { DEVSTORE_HOST_HEADER, listen } from 'devstore/http';

import { Traps } from './trap.ts';

export interface TrapProxy {
  /** Without a trailing slash; to be used in place of the server's. */
  readonly origin: string;
  /** What is asked of one shop. */
  of(shop: string): Pick<Traps, 'watch' | 'next'>;
  close(): Promise<void>;
}

/**
 * Stands in front of the HTTP server at `target` and passes on what comes, unless it is trapped.
 * Requests are named by their GraphQL operation, or else by their path.
 */
export async function openTrapProxy(target: string): Promise<TrapProxy> {
  const shops = new Map<string, Traps>();
  const trapsOf = (shop: string): Traps => {
    const traps = shops.get(shop) ?? new Traps();
    shops.set(shop, traps);
    return traps;
  };
  const listener = await listen((request, response) => {
    const pass = async (): Promise<void> => {
      const body = await buffer(request);
      const name = nameOf(request, body);
      const traps = trapsOf(String(request.headers[SHOP]));
      const moment = ASKED_BESIDE.has(name) ? null : traps.note(name);
      if (moment === 'before_acting' && !(await traps.spring(request.socket))) return;
      const answer = await forward(target, request, body);
      if (moment === 'after_acting' && !(await traps.spring(request.socket))) return;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    };
    // Broken on one side, so on the other.
    pass().catch(() => response.destroy());
  });
  return { origin: listener.origin, of: trapsOf, close: () => listener.close() };
}

/** Node has the names of headers in lower case. */
const SHOP = DEVSTORE_HOST_HEADER.toLowerCase();

/**
 * Asked by jobs of their own, whenever they get to it: between which requests of a cancellation is chance. What
 * they do is looking, which a kill cannot do by half.
 */
const ASKED_BESIDE: ReadonlySet<string> = new Set(['ReadSnapshots']);

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method, url = '/', headers } = request;
  return new Promise((resolve, reject) => {
    const onward = http.request(new URL(url, target), { method, headers }, (answer) => {
      buffer(answer).then(
        (whole) =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole }),
        reject,
      );
    });
    onward.on('error', reject).end(body);
  });
}

function nameOf({ url = '/' }: IncomingMessage, body: Buffer): string {
  return /"operationName":"(\w+)"/.exec(body.toString('utf8'))?.[1] ?? url;
}
