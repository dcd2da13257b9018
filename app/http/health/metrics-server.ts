import { type BareServer, type Listen, startBareServer } from '../server/bare-server.ts';

/**
 * Answers `/metrics` on a port of its own, which no proxy of the app's pages leads to, and 404 to everything else.
 *
 * @param onError the metrics could not be told; whoever asked gets 500
 */
export const startMetricsServer = (
  metrics: { readonly contentType: string; text(): Promise<string> },
  listen: Listen,
  onError: (error: unknown) => void,
): Promise<BareServer> =>
  startBareServer(listen, (path, method) => {
    if (method !== 'GET' || path !== '/metrics') return null;
    return (_request, response) => {
      metrics.text().then(
        (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        (error: unknown) => {
          onError(error);
          response.writeHead(500).end();
        },
      );
    };
  });
