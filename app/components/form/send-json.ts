import * as z from 'zod/mini';

import type { Json } from '../../contract/json.ts';
import { staffRefusedBody } from '../../contract/refused-body.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import type { Messages } from '../../messages/message-types.ts';

export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusals: readonly StaffRefusal[];
      /** The whole body of a refusal, for what a route says besides; null when there was none. */
      readonly answer: unknown;
    };

/**
 * Reads from one of the app's JSON routes, or sends to it. App Bridge adds the session token to every `fetch`
 * of the app's own origin. Never throws for what a network or a server can do: the page stays as it is, with
 * what was typed into it. What the contract does not know is left out of the answer; an answer that lacks what
 * the contract promises is none.
 *
 * @param schema what the route answers
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export async function sendJson<Schema extends z.core.$ZodType>(
  { t }: Messages<'staff'>,
  schema: Schema,
  path: string,
  body?: unknown,
): Promise<Sent<Json<Schema>>> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : post(body));
  } catch {
    // It may have been done, and asking again never does it twice.
    const refusals = [{ code: 'unreachable', message: t('sending.unreachable') }];
    return { ok: false, refusals, answer: null };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const read = z.safeParse(schema, answer);
    if (read.success) return { ok: true, value: read.data as Json<Schema> };
  }
  const refused = z.safeParse(staffRefusedBody, answer);
  return refused.success
    ? { ok: false, refusals: refused.data.refusals, answer }
    : { ok: false, refusals: [{ code: 'failed', message: t('sending.failed') }], answer: null };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
