import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on the loopback interface. */
export interface Listener {
  /** `http://127.0.0.1:{port}`, without a trailing slash. */
  origin: string;
  port: number;
  /** Stops accepting and ends every open connection at once. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, never on another interface.
 * Port 0 takes a free one. Rejects when the port is taken.
 */
export async function listen(handler: RequestListener, port = 0): Promise<Listener> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = boundPort(server);
  return { origin: `http://127.0.0.1:${bound}`, port: bound, close: () => close(server) };
}

function boundPort(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no TCP address.');
  }
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
  server.closeAllConnections();
  await closed;
}
