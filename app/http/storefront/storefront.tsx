import type { AppLoadContext } from '@remix-run/node';
import type { ComponentType } from 'react';

import { chooseLanguage } from '../../messages/choose-language.ts';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import type { Language, Translate } from '../../messages/message-types.ts';
import { messagesIn } from '../../messages/messages.ts';
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

/** The page that says that there is no other. */
export type ProblemPage = ComponentType<{
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}>;

/**
 * Runs the work of a page that Shopify's app proxy shows on a storefront. A request that did not come through
 * it gets a bare 400: no visitor meets that. What nobody foresaw is logged, and the visitor gets a page with a
 * reference.
 */
export async function storefrontPage(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  Problem: ProblemPage,
  work: (visitor: Visitor) => Promise<Response>,
): Promise<Response> {
  const visitor = visitorOf(request, context);
  if (!visitor) return new Response(null, { status: 400 });
  try {
    return await work(visitor);
  } catch (error) {
    const { container, requestId } = context;
    container.log.error({ error, requestId }, 'a request failed');
    return problemPage(visitor, Problem, 500, (t) => t('problem.failed', { reference: requestId }));
  }
}

/** For when Shopify does not answer the app. */
export const unavailablePage = (visitor: Visitor, Problem: ProblemPage): Response =>
  problemPage(visitor, Problem, 503, (t) => t('problem.unavailable'));

function problemPage(
  { languages }: Visitor,
  Problem: ProblemPage,
  status: number,
  text: (t: Translate<'storefront'>) => string,
): Response {
  const language = chooseLanguage(languages, LANGUAGES);
  const { t } = messagesIn(language, 'storefront');
  return themedPage(<Problem language={language} title={t('problem.title')} text={text(t)} />, {
    status,
  });
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
