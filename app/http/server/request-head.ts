import type { IncomingMessage } from 'node:http';

/** Why a request is refused before its body is read or its address is looked up. */
export interface HeadFault {
  readonly status: 400 | 405 | 413 | 415 | 417;
  /** One sentence for whoever sent it. */
  readonly message: string;
}

/** The most that any request to the app may carry, whatever its address and however its length is told. */
export const MOST_BODY_BYTES = 1024 * 1024;

export const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** The two that the app's pages, extensions and forms send, and Shopify too. */
const CONTENT_TYPES = new Set(['application/json', 'application/x-www-form-urlencoded']);

/**
 * What is wrong with a request's line and headers, or null. Nothing of it depends on the address being known.
 *
 * @param isSigned whether the body's signature decides about it: then its type does not, for a genuine webhook
 *   must not be lost to a label
 */
export function faultOfHead(request: IncomingMessage, isSigned: boolean): HeadFault | null {
  const { method = '', url = '', headers } = request;
  if (!METHODS.includes(method)) return { status: 405, message: 'This method is not used here.' };
  if (!isReadableTarget(url)) return { status: 400, message: 'This address cannot be read.' };
  // Node's own refusal of these two would lack the headers of every answer.
  if (headers.host === undefined && request.httpVersion === '1.1') {
    return { status: 400, message: 'This request names no host.' };
  }
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
    return { status: 417, message: 'Nothing but the request can be expected.' };
  }
  if (Number(headers['content-length'] ?? 0) > MOST_BODY_BYTES) return TOO_LARGE;
  // Nobody the app serves compresses a request, and a small one could unfold without end.
  if (![undefined, '', 'identity'].includes(headers['content-encoding']?.toLowerCase())) {
    return { status: 415, message: 'Compressed requests are not taken.' };
  }
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!isSigned && hasBody(request) && !CONTENT_TYPES.has(type)) {
    return { status: 415, message: 'Send JSON or a form.' };
  }
  return null;
}

export const TOO_LARGE: HeadFault = { status: 413, message: 'The request is too large.' };

/** Whether a body is announced; an empty one is none. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * A path on this server whose escapes mean something. U+0000 is in no address the app gives out, and in no
 * text that PostgreSQL stores.
 */
function isReadableTarget(url: string): boolean {
  if (!url.startsWith('/') || /%00/.test(url)) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
