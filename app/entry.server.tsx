import { PassThrough } from 'node:stream';

import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

const STREAM_TIMEOUT_MS = 5_000;

/** Renders a page: as soon as its shell is ready for people, as a whole for robots. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { shopify, container, requestId }: AppLoadContext,
): Promise<Response> {
  shopify.addDocumentResponseHeaders(request, headers);
  headers.set('Content-Type', 'text/html');
  const robot = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    const send = (): void => {
      const body = new PassThrough();
      const stream = createReadableStreamFromReadable(body);
      resolve(new Response(stream, { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={STREAM_TIMEOUT_MS} />,
      {
        ...(robot ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError: (error) => container.log.error({ error, requestId }, 'a page failed to render'),
      },
    );
    setTimeout(abort, STREAM_TIMEOUT_MS + 1_000).unref();
  });
}

/** Failures of loaders and actions that no route foresaw; a request the browser gave up is none. */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  const { container, requestId } = context;
  container.log.error({ error, requestId }, 'a request failed');
}
