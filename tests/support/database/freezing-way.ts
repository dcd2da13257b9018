import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A way to a database on which the server falls silent when it is told to: it takes bytes and answers nothing. */
export interface FreezingWay {
  /** The database's address by this way. */
  readonly url: string;
  /** Opens no new connection. */
  close(): void;
}

/**
 * @param freezes asked for each piece that goes to the server, and without one for each that comes back; from true
 *   on until it says false nothing passes
 */
export async function openFreezingWay(
  databaseUrl: string,
  freezes: (sent: Buffer | null) => boolean,
): Promise<FreezingWay> {
  const target = new URL(databaseUrl);
  const way = createServer((inner) => {
    const outer = connect(Number(target.port), target.hostname);
    inner.on('data', (bytes: Buffer) => freezes(bytes) || outer.write(bytes));
    outer.on('data', (bytes) => freezes(null) || inner.write(bytes));
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((way.address() as AddressInfo).port);
  return { url: url.href, close: () => way.close() };
}
