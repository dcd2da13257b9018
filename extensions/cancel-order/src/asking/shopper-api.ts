import type * as z from 'zod/mini';

import type { Json } from '../../../../app/contract/json.ts';
import {
  shopperQuote,
  type ShopperQuote,
  shopperView,
  type ShopperView,
} from '../../../../app/contract/shopper/shopper-view.ts';
import type {
  ShopperQuoteBody,
  ShopperRequestBody,
} from '../../../../app/contract/shopper/shopper-bodies.ts';
import { type Answer, ask, orderNumberOf, type Question } from '../../../shared/answer.ts';

/** The app's part for one order, as one customer sees it. Never throws. */
export interface ShopperApi {
  readonly read: () => Promise<Answer<ShopperView>>;
  /** What a choice would bring; changes nothing. */
  readonly quote: (body: ShopperQuoteBody) => Promise<Answer<ShopperQuote>>;
  readonly request: (body: ShopperRequestBody) => Promise<Answer<ShopperView>>;
  readonly withdraw: () => Promise<Answer<ShopperView>>;
}

export interface ShopperApiParts {
  /** `gid://shopify/Order/1`. */
  readonly orderId: string;
  /** BCP 47 tag of the language amounts and reasons are wanted in. */
  readonly language: string;
  readonly sessionToken: { get(): Promise<string> };
}

/**
 * Replaced when the extension is built: Shopify CLI hands its environment variables to the bundler, and
 * `shopify app dev` sets this one to the app's address.
 * https://github.com/Shopify/cli/blob/main/packages/app/src/cli/services/extensions/bundle.ts
 */
declare const process: { readonly env: { readonly APP_URL: string } };

/**
 * Every request carries a session token: the server learns shop and customer from it, never from here.
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/session-token-api
 */
export function shopperApi({ orderId, language, sessionToken }: ShopperApiParts): ShopperApi {
  const resource = `/api/shopper/orders/${orderNumberOf(orderId)}/cancellation`;

  async function call<Schema extends z.core.$ZodType>(
    question: Pick<Question<Schema>, 'method' | 'body' | 'schema'>,
    path: string,
  ): Promise<Answer<Json<Schema>>> {
    const url = new URL(path, process.env.APP_URL);
    url.searchParams.set('locale', language);
    let token;
    try {
      token = await sessionToken.get();
    } catch {
      return { kind: 'unreachable' };
    }
    return ask({ ...question, url: url.href, headers: { Authorization: `Bearer ${token}` } });
  }

  return {
    read: () => call({ method: 'GET', schema: shopperView }, resource),
    quote: (body) => call({ method: 'POST', body, schema: shopperQuote }, `${resource}/quote`),
    request: (body) => call({ method: 'POST', body, schema: shopperView }, resource),
    withdraw: () => call({ method: 'POST', schema: shopperView }, `${resource}/withdraw`),
  };
}
