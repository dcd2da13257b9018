import type { IncomingMessage, ServerResponse } from 'node:http';

import { type Result, err, ok } from '../../domain/result.ts';

/** `too_many`: the process holds as many bodies as it may; the same request makes sense a little later. */
export type IncomingBodyFault = 'too_large' | 'too_many' | 'cut_off';

/** Bodies that are held at the same time, all together. */
const MOST_HELD_BYTES = 64 * 1024 * 1024;
/** How long, and how much, a sender is still listened to after the answer that refuses it. */
const LINGER_MS = 1_500;
const LINGER_BYTES = 8 * 1024 * 1024;

/** Reads bodies whole, each within `mostBytes`, all of them together within a bound of the process. */
export function createBodyReader(mostBytes: number, mostHeldBytes = MOST_HELD_BYTES) {
  let held = 0;

  /** What is read is held until the response is over. Never throws. */
  return (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Result<Buffer, IncomingBodyFault>> =>
    new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const settle = (outcome: Result<Buffer, IncomingBodyFault>): void => {
        request.off('data', take).off('end', end).off('close', cutOff);
        if (!outcome.ok) chunks.length = 0;
        resolve(outcome);
      };
      const take = (chunk: Buffer): void => {
        length += chunk.length;
        held += chunk.length;
        chunks.push(chunk);
        if (length > mostBytes) settle(err('too_large'));
        else if (held > mostHeldBytes) settle(err('too_many'));
      };
      const end = (): void => settle(ok(Buffer.concat(chunks, length)));
      const cutOff = (): void => settle(err('cut_off'));
      response.once('close', () => {
        held -= length;
      });
      request.on('data', take).once('end', end).once('close', cutOff);
      // A sender that vanishes is no failure of ours; `close` follows.
      request.on('error', () => undefined);
    });
}

/**
 * Ends a response whose request was not read to its end. The answer is sent at once; the connection is closed
 * when the sender has finished or was listened to long enough, because closing it on somebody who is still
 * sending would take the answer away from them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function endUnread(request: IncomingMessage, response: ServerResponse, text: string): void {
  response.write(text);
  let heard = 0;
  const end = (): void => {
    clearTimeout(late);
    request.off('data', hear);
    response.end();
  };
  const hear = (chunk: Buffer): void => {
    heard += chunk.length;
    if (heard > LINGER_BYTES) end();
  };
  const late = setTimeout(end, LINGER_MS);
  if (request.complete || request.destroyed) end();
  else request.on('data', hear).once('end', end).once('close', end).resume();
}
