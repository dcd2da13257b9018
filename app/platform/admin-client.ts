import { z } from 'zod';

import type { PlatformError, PlatformResult } from '../application/ports.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { ADMIN_API_VERSION } from './api-version.ts';
import type { AdminDocument } from './document.ts';
import { platformError } from './platform-error.ts';

const TIMEOUT_MS = 15_000;

export type Fetch = (
  url: string,
  init: RequestInit & { readonly body: string },
) => Promise<Response>;

/** Where the shop's access token comes from. */
export interface AccessTokens {
  /** A token that is good for a while yet, or why there is none. */
  get(shop: ShopDomain): Promise<PlatformResult<string>>;
  /** The platform did not take this token: the next `get` must not give it again. */
  rejected(shop: ShopDomain, token: string): Promise<void>;
}

/**
 * What an app may still ask of a shop, in the platform's points.
 * Source: https://shopify.dev/docs/api/usage/limits#rate-limits
 */
export interface QueryBudget {
  readonly available: number;
  readonly maximum: number;
  readonly restoredPerSecond: number;
}

export interface AdminClient {
  /**
   * Sends one document, once. A mutation whose answer was lost or makes no sense may have been applied
   * (`mayHaveApplied`); one that never left, or that the platform refused, was not.
   *
   * @param onBudget hears what is left of the budget after the call, when the answer says so
   */
  send<Data, Variables>(
    shop: ShopDomain,
    document: AdminDocument<Data, Variables>,
    variables: Variables,
    onBudget?: (budget: QueryBudget) => void,
  ): Promise<PlatformResult<Data>>;
}

/** Speaks GraphQL over HTTP with Shopify's Admin API; `fetch` and the tokens come from outside. */
export function createAdminClient(options: {
  readonly fetch: Fetch;
  readonly tokens: AccessTokens;
  readonly timeoutMs?: number;
}): AdminClient {
  const { fetch, tokens, timeoutMs = TIMEOUT_MS } = options;
  return {
    async send<Data, Variables>(
      shop: ShopDomain,
      document: AdminDocument<Data, Variables>,
      variables: Variables,
      onBudget?: (budget: QueryBudget) => void,
    ): Promise<PlatformResult<Data>> {
      const token = await tokens.get(shop);
      if (!token.ok) return token;
      const mutates = document.kind === 'mutation';
      let status: number;
      let body: string;
      try {
        const response = await fetch(
          `https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`,
          {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              accept: 'application/json',
              'x-shopify-access-token': token.value,
            },
            body: JSON.stringify({
              query: document.text,
              operationName: document.operationName,
              variables,
            }),
            redirect: 'error',
            signal: AbortSignal.timeout(timeoutMs),
          },
        );
        status = response.status;
        if (status === 401) await tokens.rejected(shop, token.value);
        if (status !== 200) return err(httpFailure(response, mutates));
        body = await response.text();
      } catch (error) {
        return err(connectionFailure(error, mutates));
      }
      return readBody<Data>(body, mutates, onBudget);
    },
  };
}

const answer = z.looseObject({
  data: z.looseObject({}).nullish(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional() }).optional(),
      }),
    )
    .min(1)
    .optional(),
  extensions: z
    .looseObject({
      cost: z
        .looseObject({
          requestedQueryCost: z.number().nullish(),
          throttleStatus: z
            .looseObject({
              currentlyAvailable: z.number(),
              maximumAvailable: z.number().optional(),
              restoreRate: z.number(),
            })
            .nullish(),
        })
        .optional(),
    })
    .optional(),
});
type Answer = z.infer<typeof answer>;

function readBody<Data>(
  body: string,
  mutates: boolean,
  onBudget?: (budget: QueryBudget) => void,
): PlatformResult<Data> {
  const parsed = answer.safeParse(jsonOrNull(body));
  if (!parsed.success) {
    return err(
      platformError('malformed', null, 'The answer is not a GraphQL answer.', {
        mayHaveApplied: mutates,
      }),
    );
  }
  const { data, errors } = parsed.data;
  const budget = budgetOf(parsed.data);
  if (budget) onBudget?.(budget);
  if (errors) return err(graphqlFailure(parsed.data, mutates));
  if (!data) {
    return err(
      platformError('malformed', null, 'The answer holds neither data nor errors.', {
        mayHaveApplied: mutates,
      }),
    );
  }
  // The platform answers by its schema, from which the codegen made the document's types.
  return ok(data as Data);
}

function budgetOf({ extensions }: Answer): QueryBudget | null {
  const bucket = extensions?.cost?.throttleStatus;
  if (bucket?.maximumAvailable === undefined || bucket.restoreRate <= 0) return null;
  const { currentlyAvailable, maximumAvailable, restoreRate } = bucket;
  return {
    available: currentlyAvailable,
    maximum: maximumAvailable,
    restoredPerSecond: restoreRate,
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // which the schema above refuses
  }
}

/**
 * GraphQL errors, as they come with HTTP 200.
 * Source: https://shopify.dev/docs/api/admin-graphql/latest#status-and-error-codes
 */
function graphqlFailure(body: Answer, mutates: boolean): PlatformError {
  const error = body.errors?.[0];
  const code = error?.extensions?.code ?? null;
  const message = error?.message ?? '';
  switch (code) {
    case 'THROTTLED':
      return platformError('throttled', code, message, { retryAfter: untilAffordable(body) });
    case 'SHOP_INACTIVE':
      return platformError('shop_gone', code, message);
    // The last: the first request under this key is still at work, and its outcome will show.
    // Source: https://shopify.dev/docs/api/usage/implementing-idempotency
    case 'INTERNAL_SERVER_ERROR':
    case 'TIMEOUT':
    case 'IDEMPOTENCY_CONCURRENT_REQUEST':
      return platformError('unavailable', code, message, { mayHaveApplied: mutates });
    default:
      return platformError('refused', code, message);
  }
}

/** Milliseconds until the bucket holds what the query costs; null when the answer does not say. */
function untilAffordable(body: Answer): number | null {
  const cost = body.extensions?.cost;
  const bucket = cost?.throttleStatus;
  if (!bucket || bucket.restoreRate <= 0) return null;
  const missing = (cost.requestedQueryCost ?? 0) - bucket.currentlyAvailable;
  return Math.max(0, Math.ceil((missing / bucket.restoreRate) * 1000));
}

/**
 * HTTP answers other than 200. The platform refuses before it acts; only its own failures leave open
 * whether it did.
 * Source: https://shopify.dev/docs/api/usage/response-codes
 */
function httpFailure(response: Response, mutates: boolean): PlatformError {
  const { status } = response;
  const code = `HTTP_${status}`;
  const message = `Shopify answered with HTTP ${status}.`;
  if (status === 401) return platformError('unauthorized', code, message);
  if (status === 429) {
    return platformError('throttled', code, message, { retryAfter: retryAfterOf(response) });
  }
  // Frozen, forbidden, unknown, locked, under review: the shop itself has to change first.
  if ([402, 403, 404, 423].includes(status)) return platformError('shop_gone', code, message);
  if (status >= 500) {
    return platformError('unavailable', code, message, {
      mayHaveApplied: mutates,
      retryAfter: retryAfterOf(response),
    });
  }
  return platformError('refused', code, message);
}

/** `Retry-After` in milliseconds; Shopify sends seconds. */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

/** Failures of the connection before anything was sent. Codes of Node and of its fetch. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function connectionFailure(error: unknown, mutates: boolean): PlatformError {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') {
    return platformError('timeout', 'TIMEOUT', 'Shopify did not answer in time.', {
      mayHaveApplied: mutates,
    });
  }
  const code = codeOf(error);
  // Everything fetch throws is a TypeError; anything else is a mistake of ours and must not be hidden.
  if (!(error instanceof TypeError) && code === null) throw error;
  return platformError('unavailable', code, 'The connection to Shopify failed.', {
    mayHaveApplied: mutates && !(code !== null && NEVER_SENT.has(code)),
  });
}

/** The error's code, or its cause's: fetch wraps what went wrong, happy eyeballs several at once. */
function codeOf(error: Error): string | null {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return inner instanceof Error ? codeOf(inner) : null;
}
