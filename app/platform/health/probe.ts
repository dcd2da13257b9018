import { z } from 'zod';

import type { PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { GraphqlError } from '../answers/verdict.ts';
import { type AccessTokens, createAdminClient, type Fetch } from '../client/admin-client.ts';
import type { AdminDocument } from '../client/document.ts';
import { platformError } from '../client/platform-error.ts';
import type { Turns } from '../client/turns.ts';

/** An answer as it came, with what stands beside its data. */
export interface RawAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
  /** Points that had to be there before it ran; null when the platform does not say. */
  readonly requestedCost: number | null;
}

export type Probe = <Variables>(
  shop: ShopDomain,
  document: AdminDocument<unknown, Variables>,
  variables: Variables,
) => Promise<PlatformResult<RawAnswer>>;

/**
 * Asks as the app does and hands on the whole answer: which fields were withheld, and what it cost. For queries
 * alone. What was turned away, or answered with anything but GraphQL, is a failure.
 */
export function createProbe(options: {
  readonly fetch: Fetch;
  readonly tokens: AccessTokens;
  readonly turns: Turns;
}): Probe {
  const { turns } = options;
  return async (shop, document, variables) => {
    if (document.kind !== 'query') throw new Error('A probe changes nothing.');
    let body = '';
    const client = createAdminClient({
      ...options,
      // What a question costs that nothing answers to is no measure of what it costs in earnest.
      turns: {
        run: (ofShop, operation, send) => turns.run(ofShop, `probe of ${operation}`, send),
      },
      fetch: async (url, init) => {
        const response = await options.fetch(url, init);
        body = await response.clone().text();
        return response;
      },
    });
    const sent = await client.send(shop, document, variables);
    const stands = sent.ok || !['throttled', 'unauthorized', 'shop_gone'].includes(sent.error.kind);
    const read = stands ? rawAnswer(body) : null;
    if (read) return ok(read);
    return sent.ok ? err(platformError('malformed', null, 'No GraphQL answer.')) : sent;
  };
}

const answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.looseObject({ code: z.string().optional() }).optional(),
      }),
    )
    .default([]),
  extensions: z
    .looseObject({ cost: z.looseObject({ requestedQueryCost: z.number().nullish() }).optional() })
    .optional(),
});

function rawAnswer(body: string): RawAnswer | null {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return null; // which is no GraphQL, as the caller says
  }
  const read = answer.safeParse(given);
  if (!read.success) return null;
  const { data, errors, extensions } = read.data;
  return { data, errors, requestedCost: extensions?.cost?.requestedQueryCost ?? null };
}
