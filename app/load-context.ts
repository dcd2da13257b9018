import type { Container } from './container.server.ts';
import type { Shopify } from './shopify.server.ts';

/** What every loader and action gets: one instance of each for the whole process. */
export interface LoadContext {
  readonly container: Container;
  readonly shopify: Shopify;
  /** Names this request in the log and in the response's `X-Request-Id`. */
  readonly requestId: string;
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way Remix takes the type
  interface AppLoadContext extends LoadContext {}
}
