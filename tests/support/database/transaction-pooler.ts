import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

import pg from 'pg';

/*
 * A pooler as pgbouncer is: clients connect to it, and it lends them sessions of the database. In its transaction
 * mode a client has one for as long as a transaction lasts, the one that was given back last.
 * Sources: https://www.pgbouncer.org/features.html, https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

export interface Pooler {
  /** To connect to, in place of the database's address. */
  readonly url: string;
  close(): Promise<void>;
}

/** A session of the database, with what it answers going to whoever has it. */
interface Lent {
  readonly client: pg.Client;
  readonly socket: Socket;
  answer: (bytes: Buffer) => void;
}

const READY_FOR_QUERY = 'Z';
const IDLE = 'I';
const SSL_REQUEST = 80_877_103;

/** @param mode for how long a client keeps the session that it was lent */
export async function openPooler(
  databaseUrl: string,
  mode: 'transaction' | 'session',
): Promise<Pooler> {
  const idle: Lent[] = [];
  const all: Lent[] = [];
  const clients = new Set<Socket>();

  const lend = async (): Promise<Lent> => idle.pop() ?? open();

  async function open(): Promise<Lent> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    client.on('error', () => undefined);
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    // Logged in; from here on its bytes are for others.
    stream.removeAllListeners('data');
    const lent: Lent = { client, socket: stream, answer: () => undefined };
    stream.on('data', (bytes: Buffer) => lent.answer(bytes));
    all.push(lent);
    return lent;
  }

  const server = createServer((socket) => {
    clients.add(socket);
    socket.once('close', () => clients.delete(socket)).on('error', () => socket.destroy());
    let greeted = false;
    let lent: Promise<Lent> | null = null;
    const giveBack = async (): Promise<void> => {
      if (!lent) return;
      const session = await lent;
      lent = null;
      session.answer = () => undefined;
      idle.push(session);
    };
    socket.once('close', () => void giveBack());

    const fromServer = framed((type, message) => {
      socket.write(message);
      const isOver = type === READY_FOR_QUERY && message.toString('latin1', 5, 6) === IDLE;
      if (isOver && mode === 'transaction') void giveBack();
    });
    const toServer = async (message: Buffer): Promise<void> => {
      lent ??= lend();
      const session = await lent;
      session.answer = fromServer;
      session.socket.write(message);
    };
    const fromClient = framed((type, message) => {
      if (type === 'X') socket.end();
      else void toServer(message);
    });
    socket.on('data', (bytes: Buffer) => {
      if (greeted) return fromClient(bytes);
      if (bytes.readInt32BE(4) === SSL_REQUEST) return socket.write('N');
      greeted = true;
      socket.write(Buffer.concat([loggedIn(), said(READY_FOR_QUERY, Buffer.from(IDLE))]));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    close: async () => {
      for (const socket of clients) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      for (const { socket } of all) socket.destroy();
    },
  };
}

const said = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
};

/** Anybody may; and a key of the pooler's own to cancel by. */
const loggedIn = (): Buffer => {
  const key = Buffer.alloc(8);
  key.writeInt32BE(randomInt(2 ** 31));
  return Buffer.concat([
    said('R', Buffer.alloc(4)),
    said('S', Buffer.from('server_version\x0018.0\0')),
    said('S', Buffer.from('client_encoding\0UTF8\0')),
    said('K', key),
  ]);
};

/** Cuts a stream into the protocol's messages. */
function framed(hear: (type: string, message: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5) {
      const length = 1 + rest.readInt32BE(1);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      hear(message.toString('latin1', 0, 1), message);
    }
  };
}
