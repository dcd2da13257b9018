import type { AppLoadContext } from '@remix-run/node';

import { StorefrontPage } from '../../components/storefront/storefront-page.tsx';
import { PUBLISHED_LANGUAGES } from '../../domain/policy/published/publish.ts';
import { chooseLanguage, storefrontWords } from '../../presentation/storefront-words/languages.ts';
import type { StorefrontWords } from '../../presentation/storefront-words/words.ts';
import { type ProxyStatement, readProxyStatement } from './proxy-signature.ts';
import { themedPage } from './storefront-html.ts';
import { visitorNetwork } from './visitor-address.ts';

/** Somebody on a shop's storefront. */
export interface Visitor extends ProxyStatement {
  /** The network the request came from, as Shopify reports it. */
  readonly address: string;
  readonly languages: {
    /** The one that the page's address asks for. */
    readonly locale: string | null;
    /** Those that the browser asks for. */
    readonly acceptLanguage: string | null;
  };
}

/**
 * Runs the work of a page that Shopify's app proxy shows on a storefront. A request that did not come through
 * it gets a bare 400: no visitor meets that. What nobody foresaw is logged, and the visitor gets a page with a
 * reference.
 */
export async function storefrontPage(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  work: (visitor: Visitor) => Promise<Response>,
): Promise<Response> {
  const visitor = visitorOf(request, context);
  if (!visitor) return new Response(null, { status: 400 });
  try {
    return await work(visitor);
  } catch (error) {
    const { container, requestId } = context;
    container.log.error({ error, requestId }, 'a request failed');
    return problemPage(visitor, 500, (words) => words.failed(requestId));
  }
}

/** For when Shopify does not answer the app. */
export const unavailablePage = (visitor: Visitor): Response =>
  problemPage(visitor, 503, (words) => words.unavailable);

function problemPage(
  { languages }: Visitor,
  status: number,
  text: (words: StorefrontWords['problem']) => string,
): Response {
  const language = chooseLanguage(languages, PUBLISHED_LANGUAGES);
  const { problem } = storefrontWords(language);
  return themedPage(
    <StorefrontPage language={language} title={problem.title}>
      <p>{text(problem)}</p>
    </StorefrontPage>,
    { status },
  );
}

function visitorOf(request: Request, { container }: AppLoadContext): Visitor | null {
  const { apiSecret, previousApiSecret } = container.config.shopify;
  const secrets = previousApiSecret === null ? [apiSecret] : [apiSecret, previousApiSecret];
  const { searchParams } = new URL(request.url);
  const statement = readProxyStatement(searchParams, secrets, container.clock.now());
  return (
    statement && {
      ...statement,
      address: visitorNetwork(
        request.headers.get('X-Forwarded-For'),
        container.config.trustedProxies,
      ),
      languages: {
        locale: searchParams.get('locale'),
        acceptLanguage: request.headers.get('Accept-Language'),
      },
    }
  );
}
