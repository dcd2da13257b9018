import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

/** What clients had PostgreSQL execute. */
export interface StatementCounts {
  /** On the app's own tables. */
  readonly app: number;
  /** On the queue's tables, polling included. */
  readonly queue: number;
  /** BEGIN, COMMIT, ROLLBACK. */
  readonly transaction: number;
}

export interface StatementCounter {
  /** The database's address through the counter. */
  readonly url: string;
  /** So far. */
  counts(): StatementCounts;
  /** How often each statement was executed so far. */
  texts(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/**
 * Stands in front of a PostgreSQL server and counts the statements that pass, by reading the clients'
 * side of the protocol. Source: https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export async function openStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const counts = { app: 0, queue: 0, transaction: 0 };
  const texts = new Map<string, number>();
  const open = new Set<Socket>();
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname);
    const read = statementReader((text) => {
      counts[kindOf(text)] += 1;
      texts.set(text, (texts.get(text) ?? 0) + 1);
    });
    client.on('data', read);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    counts: () => ({ ...counts }),
    texts: () => new Map(texts),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function kindOf(text: string): keyof StatementCounts {
  if (/^\s*(BEGIN|COMMIT|ROLLBACK)\s*;?\s*$/i.test(text)) return 'transaction';
  return text.includes('pgboss') ? 'queue' : 'app';
}

const HEADER_BYTES = 5;

/** Calls `onStatement` with the text of each statement that one client's bytes have executed. */
function statementReader(onStatement: (text: string) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>();
  const portals = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let greeted = false;

  const take = (type: string, content: Buffer): void => {
    const [first = '', second = ''] = content.toString('utf8').split('\0', 2);
    if (type === 'Q') onStatement(first);
    else if (type === 'P') texts.set(first, second);
    else if (type === 'B') portals.set(first, texts.get(second) ?? '');
    else if (type === 'E') onStatement(portals.get(first) ?? '');
  };

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    // The greeting alone has no type before its length.
    if (!greeted && rest.length >= 4 && rest.length >= rest.readUInt32BE(0)) {
      rest = rest.subarray(rest.readUInt32BE(0));
      greeted = true;
    }
    while (greeted && rest.length >= HEADER_BYTES && rest.length > rest.readUInt32BE(1)) {
      const end = 1 + rest.readUInt32BE(1);
      take(String.fromCharCode(rest.readUInt8(0)), rest.subarray(HEADER_BYTES, end));
      rest = rest.subarray(end);
    }
  };
}
