import { z } from 'zod';

import type { PlatformError, PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { ADMIN_API_VERSION } from './api-version.ts';
import type { AdminDocument } from './document.ts';
import { platformError } from './platform-error.ts';
import type { QueryBudget, Receipt, Sent, Turns } from './turns.ts';
import {
  connectionVerdict,
  graphqlVerdict,
  httpVerdict,
  isWithheld,
  malformedVerdict,
} from '../answers/verdict.ts';

const TIMEOUT_MS = 15_000;
const NOTHING_LEFT = 'Shopify lets the app ask no more of this shop right now.';

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

/** What a mutation brought. `beside`: errors came with it, so that it counts only as far as it is complete. */
export interface MutationAnswer<Data> {
  readonly data: Data;
  readonly beside: PlatformError | null;
}

export interface AdminClient {
  /**
   * Sends one document, once. Variables that are a function are asked for when its turn comes. A mutation whose answer was lost or makes no sense may have been applied
   * (`mayHaveApplied`); one that never left, or that the platform refused, was not.
   *
   * @param onBudget hears what is left of the budget after the call and what it cost, in points, when the answer
   *   says so
   */
  send<Data, Variables>(
    shop: ShopDomain,
    document: AdminDocument<Data, Variables>,
    variables: Variables | (() => Variables),
    onBudget?: (budget: QueryBudget, spent: number) => void,
  ): Promise<PlatformResult<Data>>;

  /** Sends one mutation, once. An answer with errors beside the mutation's payload is handed on with both. */
  mutate<Data, Variables>(
    shop: ShopDomain,
    document: AdminDocument<Data, Variables>,
    variables: Variables,
  ): Promise<PlatformResult<MutationAnswer<Data>>>;
}

/**
 * Speaks GraphQL over HTTP with Shopify's Admin API; `fetch`, the tokens and whose turn it is come from outside.
 *
 * @param options.turns left out, everything is sent at once and what the platform turns away stays so
 */
export function createAdminClient(options: {
  readonly fetch: Fetch;
  readonly tokens: AccessTokens;
  readonly turns?: Turns;
  readonly timeoutMs?: number;
}): AdminClient {
  const { fetch, tokens, turns, timeoutMs = TIMEOUT_MS } = options;

  async function call<Data, Variables>(
    shop: ShopDomain,
    document: AdminDocument<Data, Variables>,
    variables: Variables | (() => Variables),
    onBudget?: (budget: QueryBudget, spent: number) => void,
  ): Promise<PlatformResult<MutationAnswer<Data>>> {
    const sendOnce = async (): Promise<Sent<PlatformResult<MutationAnswer<Data>>>> => {
      let receipt: Receipt = { budget: null, requested: null, actual: null };
      const result = await callOnce(shop, document, variables, (given) => (receipt = given));
      if (receipt.budget) onBudget?.(receipt.budget, receipt.actual ?? 0);
      const { error } = result.ok ? { error: null } : result;
      const turnedAway = error?.kind === 'throttled' ? { retryAfter: error.retryAfter } : null;
      return { result, receipt, turnedAway };
    };
    if (!turns) return (await sendOnce()).result;
    const result = await turns.run(shop, document.operationName, sendOnce);
    if ('ok' in result) return result;
    const { retryAfter } = result;
    return err(platformError('throttled', 'THROTTLED', NOTHING_LEFT, { retryAfter }));
  }

  async function callOnce<Data, Variables>(
    shop: ShopDomain,
    document: AdminDocument<Data, Variables>,
    variables: Variables | (() => Variables),
    onReceipt: (receipt: Receipt) => void,
  ): Promise<PlatformResult<MutationAnswer<Data>>> {
    const token = await tokens.get(shop);
    if (!token.ok) return token;
    const mutates = document.kind === 'mutation';
    const mayLack = mutates ? undefined : document.mayLack;
    let body: string;
    try {
      const response = await fetch(`https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-shopify-access-token': token.value,
        },
        body: JSON.stringify({
          query: document.text,
          operationName: document.operationName,
          variables: isLate(variables) ? variables() : variables,
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 401) await tokens.rejected(shop, token.value);
      if (response.status !== 200) return err(httpVerdict(response, mutates));
      body = await response.text();
    } catch (error) {
      return err(connectionVerdict(error, mutates));
    }
    return readBody<Data>(body, { mutates, mayLack }, onReceipt);
  }

  return {
    async send(shop, document, variables, onBudget) {
      const answer = await call(shop, document, variables, onBudget);
      if (!answer.ok) return answer;
      const { data, beside } = answer.value;
      return beside ? err(beside) : ok(data);
    },
    mutate: (shop, document, variables) => call(shop, document, variables),
  };
}

const isLate = <Variables>(given: Variables | (() => Variables)): given is () => Variables =>
  typeof given === 'function';

const answer = z.looseObject({
  data: z.looseObject({}).nullish(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
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
          actualQueryCost: z.number().nullish(),
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
  {
    mutates,
    mayLack,
  }: Pick<AdminDocument<unknown, unknown>, 'mayLack'> & { readonly mutates: boolean },
  onReceipt: (receipt: Receipt) => void,
): PlatformResult<MutationAnswer<Data>> {
  const parsed = answer.safeParse(jsonOrNull(body));
  if (!parsed.success) {
    return err(malformedVerdict('The answer is not a GraphQL answer.', mutates));
  }
  const { data, errors } = parsed.data;
  const cost = parsed.data.extensions?.cost;
  onReceipt({
    budget: budgetOf(parsed.data),
    requested: cost?.requestedQueryCost ?? null,
    actual: cost?.actualQueryCost ?? null,
  });
  if (!errors) {
    return data
      ? // The platform answers by its schema, from which the codegen made the document's types.
        ok({ data: data as Data, beside: null })
      : err(malformedVerdict('The answer holds neither data nor errors.', mutates));
  }
  const answered = data !== null && data !== undefined && Object.values(data).some(isSomething);
  if (mayLack && answered && errors.every((error) => isWithheld(error, mayLack))) {
    return ok({ data: data as Data, beside: null });
  }
  const verdict = graphqlVerdict(errors, {
    mutates,
    answered,
    retryAfter: untilAffordable(parsed.data),
  });
  return mutates && answered ? ok({ data: data as Data, beside: verdict }) : err(verdict);
}

const isSomething = (value: unknown): boolean => value !== null && value !== undefined;

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

/** Milliseconds until the bucket holds what the query costs; null when the answer does not say. */
function untilAffordable(body: Answer): number | null {
  const cost = body.extensions?.cost;
  const bucket = cost?.throttleStatus;
  if (!bucket || bucket.restoreRate <= 0) return null;
  const missing = (cost.requestedQueryCost ?? 0) - bucket.currentlyAvailable;
  return Math.max(0, Math.ceil((missing / bucket.restoreRate) * 1000));
}
