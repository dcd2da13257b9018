import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

import { Traps } from './trap.ts';

/** How SMTP ends a message. Source: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4 */
const END_OF_MESSAGE = '\r\n.\r\n';

/** The name of every request that comes here. */
export const MAIL = 'mail';

export interface MailTrapProxy {
  /** To be used in place of the server's. */
  readonly origin: string;
  readonly traps: Pick<Traps, 'watch'>;
  close(): Promise<void>;
}

/**
 * Stands in front of the SMTP server at `target` (`smtp://host:port`). Each connection counts as one
 * request, since the app sends each mail over its own: before acting is when it connects, after
 * acting when the server has taken the message and answers.
 */
export async function openMailTrapProxy(target: string): Promise<MailTrapProxy> {
  const { hostname, port } = new URL(target);
  const traps = new Traps();
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  const server = net.createServer((client) => {
    keep(client);
    const moment = traps.note(MAIL);
    if (moment === 'before_acting') {
      client.on('error', () => client.destroy()).resume();
      void traps.spring(client);
      return;
    }
    const mailServer = net.connect(Number(port), hostname);
    keep(mailServer);
    let tail = '';
    client.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('latin1')).slice(-END_OF_MESSAGE.length);
      mailServer.write(chunk);
    });
    mailServer.on('data', (chunk: Buffer) => {
      if (moment === 'after_acting' && tail === END_OF_MESSAGE) void traps.spring(client);
      else client.write(chunk);
    });
    for (const [one, other] of [
      [client, mailServer],
      [mailServer, client],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traps,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
