import { type z } from 'zod';

import type { PlatformResult } from '../../../application/shared/platform.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import { err, ok } from '../../../domain/result.ts';
import { SECOND } from '../../../domain/time.ts';
import type { Fetch } from '../admin-client.ts';
import { platformError } from '../platform-error.ts';

const TIMEOUT = 10 * SECOND;

/** How the app proves to be itself. */
export interface AppCredentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/**
 * Asks a shop for an access token, once.
 *
 * @param what for messages: what could not be done
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
 */
export async function requestToken<Schema extends z.ZodType>(
  { fetch, apiKey, apiSecret }: AppCredentials & { readonly fetch: Fetch },
  shop: ShopDomain,
  grant: Readonly<Record<string, string>>,
  expected: Schema,
  what: string,
): Promise<PlatformResult<z.infer<Schema>>> {
  let answer: unknown;
  try {
    const response = await fetch(`https://${shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ client_id: apiKey, client_secret: apiSecret, ...grant }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (response.status !== 200) return err(refusal(response.status, what));
    answer = await response.json();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err(platformError('unavailable', null, `Shopify did not ${what}.`));
  }
  const parsed = expected.safeParse(answer);
  return parsed.success
    ? ok(parsed.data)
    : err(platformError('malformed', null, 'The answer holds no access token.'));
}

/** 4xx: what was offered for the token is spent, expired or revoked. */
const refusal = (status: number, what: string) =>
  platformError(
    status === 429 ? 'throttled' : status >= 500 ? 'unavailable' : 'unauthorized',
    `HTTP_${status}`,
    `Shopify did not ${what}.`,
  );
