import { connect, type Socket } from 'node:net';

/** One connection, written to byte by byte as no client of good manners would. */
export interface RawConnection {
  readonly socket: Socket;
  /** Everything the server has said so far. */
  heard(): string;
  /** Milliseconds from the start until the server had closed the connection. */
  readonly closed: Promise<number>;
  send(text: string): void;
}

export function openRaw(url: string): RawConnection {
  const { hostname, port } = new URL(url);
  const startedAt = Date.now();
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  // A connection that is reset has been closed too.
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => {
    socket.once('close', () => resolve(Date.now() - startedAt));
  });
  return {
    socket,
    heard: () => heard,
    closed,
    send: (text) => {
      if (socket.writable) socket.write(text, 'latin1');
    },
  };
}

/** Sends one request as it is written here, and gives the status of the first answer; null for none. */
export async function sendRaw(url: string, text: string): Promise<number | null> {
  return statusOf(await exchangeRaw(url, text));
}

/** Sends one request as it is written here, and gives everything that was answered to it. */
export async function exchangeRaw(url: string, text: string, patienceMs = 20_000): Promise<string> {
  const connection = openRaw(url);
  connection.send(text);
  const late = setTimeout(() => connection.socket.destroy(), patienceMs);
  connection.socket.on('data', () => {
    if (/\r\n\r\n/.test(connection.heard())) connection.socket.end();
  });
  await connection.closed;
  clearTimeout(late);
  return connection.heard();
}

/** The status that an answer begins with; null when there was no answer. */
export function statusOf(heard: string): number | null {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1];
  return status === undefined ? null : Number(status);
}

/** A POST whose length nobody is told before it is over. */
export function chunkedPost(path: string, bytes: number, headers = ''): string {
  const chunk = 64 * 1024;
  const chunks: string[] = [];
  for (let left = bytes; left > 0; left -= chunk) {
    const length = Math.min(chunk, left);
    chunks.push(`${length.toString(16)}\r\n${'x'.repeat(length)}\r\n`);
  }
  return `POST ${path} HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${headers}\r\n${chunks.join('')}0\r\n\r\n`;
}
