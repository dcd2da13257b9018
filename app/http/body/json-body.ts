import * as z from 'zod/mini';

import { type Result, err, ok } from '../../domain/result.ts';
import { isWellFormed } from '../../domain/text/well-formed.ts';

/** Far more than any form of this app fills; what comes beyond is not kept. */
const MOST_BYTES = 16 * 1024;
/**
 * A sender hears why only when they have sent it all: up to here a body is heard out, a longer one is cut off.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
const MOST_HEARD_BYTES = 4 * 1024 * 1024;

export type BodyFault =
  | { readonly code: 'body_too_large' }
  /** A text holds U+0000, or half a character. */
  | { readonly code: 'text_unreadable' }
  /** Not JSON, or not of the expected shape; `fields` names what is wrong by its path, e.g. "reasons.0.label". */
  | { readonly code: 'body_malformed'; readonly fields: Readonly<Record<string, string>> };

/** Reads a request's JSON body, within limits and checked against its schema. */
export async function readJsonBody<T>(
  request: Request,
  schema: z.core.$ZodType<T>,
  mostBytes = MOST_BYTES,
): Promise<Result<T, BodyFault>> {
  const text = await readText(request, mostBytes);
  if (text === null) return err({ code: 'body_too_large' });
  return fitting(parsedJson(text), schema);
}

/** What was sent, when all its texts are such and it has the expected shape. */
export function fitting<T>(sent: unknown, schema: z.core.$ZodType<T>): Result<T, BodyFault> {
  if (!isWellFormed(sent)) return err({ code: 'text_unreadable' });
  const parsed = z.safeParse(schema, sent);
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[path.join('.')] ??= message;
  return err({ code: 'body_malformed', fields });
}

/** The body's text, or null when it is longer than the limit, whatever its headers say. */
export async function readText(request: Request, mostBytes: number): Promise<string | null> {
  if (!request.body) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > MOST_HEARD_BYTES) {
      await reader.cancel();
      return null;
    }
    if (bytes <= mostBytes) text += decoder.decode(read.value, { stream: true });
  }
  return bytes <= mostBytes ? text + decoder.decode() : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
