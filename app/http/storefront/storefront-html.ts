import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const NO_STORE = 'no-store';

interface Options {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A page that Shopify draws inside the shop's theme. It takes it for Liquid, in which nothing people wrote may
 * mean anything: Liquid begins with a brace, so no brace is left.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export const themedPage = (page: ReactElement, options: Options = {}): Response =>
  answer('application/liquid', withoutLiquid(renderToStaticMarkup(page)), options);

/** A piece of a page for a script of the theme to put in its place. */
export const htmlFragment = (piece: ReactElement, options: Options = {}): Response =>
  answer('text/html; charset=utf-8', renderToStaticMarkup(piece), options);

/** Braces of the style sheet stay: single ones mean nothing to Liquid, and entities nothing to CSS. */
const withoutLiquid = (html: string): string => html.replaceAll(/\{(?=[{%])/g, '&#123;');

const answer = (type: string, body: string, { status = 200, headers = {} }: Options): Response =>
  new Response(body, {
    status,
    headers: { 'Cache-Control': NO_STORE, ...headers, 'Content-Type': type },
  });
