import http from 'node:http';
import { buffer } from 'node:stream/consumers';

import { listen } from 'devstore/http';

export interface HoldingProxy {
  /** Without a trailing slash; to be used in place of the server's. */
  readonly origin: string;
  /** From now on no request of this GraphQL operation that names one of the ids is passed on, nor answered. */
  hold(operation: string, ids: readonly string[]): void;
  /** Whether a request is held for one of these ids. */
  isHeld(ids: readonly string[]): boolean;
  close(): Promise<void>;
}

/** Stands in front of the platform and keeps chosen requests for ever, so that their cancellations stand still. */
export async function openHoldingProxy(target: string): Promise<HoldingProxy> {
  const holds: { readonly operation: string; readonly ids: readonly string[] }[] = [];
  const held = new Set<string>();
  const listener = await listen((request, response) => {
    const pass = async (): Promise<void> => {
      const { method, url = '/', headers } = request;
      const body = await buffer(request);
      const text = body.toString('utf8');
      const operation = /"operationName":"(\w+)"/.exec(text)?.[1];
      const id = holds
        .filter((each) => each.operation === operation)
        .flatMap(({ ids }) => ids)
        .find((each) => text.includes(`${each}"`));
      if (id !== undefined) {
        held.add(id);
        return;
      }
      const onward = http.request(new URL(url, target), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy()).end(body);
    };
    pass().catch(() => response.destroy());
  });
  return {
    origin: listener.origin,
    hold: (operation, ids) => void holds.push({ operation, ids }),
    isHeld: (ids) => ids.some((id) => held.has(id)),
    close: () => listener.close(),
  };
}
