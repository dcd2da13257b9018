import type { AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';

import { type ShopDomain, parseShopDomain } from '../../domain/ids.ts';
import { isSignedByAny } from '../server/signature.ts';

/**
 * What Flow posts, signed over its raw bytes with the app's secret as webhooks are.
 * Source: https://shopify.dev/docs/apps/build/flow/actions/endpoints#verifying-requests
 *
 * @returns the shop that the signed body names, with the body as the schema wants it; the answer to give where it is
 *   not Flow's (401) or not what Flow promises (400)
 */
export async function readFlowRequest<Body extends { readonly shopify_domain: string }>(
  request: Request,
  { container }: AppLoadContext,
  schema: z.ZodType<Body>,
): Promise<{ readonly shop: ShopDomain; readonly body: Body } | Response> {
  const { apiSecret, previousApiSecret } = container.config.shopify;
  const secrets = previousApiSecret === null ? [apiSecret] : [apiSecret, previousApiSecret];
  const raw = Buffer.from(await request.arrayBuffer());
  const given = Buffer.from(request.headers.get('x-shopify-hmac-sha256') ?? '', 'base64');
  if (!isSignedByAny(secrets, raw, given)) return new Response(null, { status: 401 });
  const parsed = schema.safeParse(jsonOrNull(raw.toString('utf8')));
  const shop = parsed.success ? parseShopDomain(parsed.data.shopify_domain) : null;
  if (!parsed.success || !shop) {
    const fields = parsed.success
      ? ['shopify_domain']
      : parsed.error.issues.map(({ path }) => path.join('.'));
    container.log.error({ fields }, 'a request of Flow’s is not what Flow promises');
    return new Response(null, { status: 400 });
  }
  return { shop, body: parsed.data };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // which no schema takes
  }
}
