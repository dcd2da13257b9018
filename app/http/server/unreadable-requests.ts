import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import { securityHeaders } from './security-headers.ts';

/** What Node answers to what it cannot read, by its error; 400 to everything else. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what is no request, or none that came in time, with the headers of every other answer: no handler of
 * requests ever sees it.
 *
 * @see https://nodejs.org/api/http.html#event-clienterror
 */
export function answerUnreadable(server: Server, isHttps: boolean): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (isUnanswered(socket as Socket)) {
      const status = STATUSES[error.code ?? ''] ?? 400;
      const headers = {
        ...securityHeaders({ kind: 'bare', target: '', isHttps }),
        connection: 'close',
        'content-length': '0',
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
    }
    socket.destroy(error);
  });
}

/** Whether somebody listens, and no answer is on its way into which this one would fall. */
function isUnanswered(
  socket: Socket & { readonly _httpMessage?: { headersSent: boolean } | null },
) {
  return socket.writable && socket._httpMessage?.headersSent !== true;
}
