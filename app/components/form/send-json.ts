import type { Messages } from '../../messages/message-types.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';

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
 * what was typed into it.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export async function sendJson<T>(
  { t }: Messages<'staff'>,
  path: string,
  body?: unknown,
): Promise<Sent<T>> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : post(body));
  } catch {
    // It may have been done, and asking again never does it twice.
    const refusals = [{ code: 'unreachable', message: t('sending.unreachable') }];
    return { ok: false, refusals, answer: null };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return { ok: true, value: answer as T };
  if (isRefusedBody(answer)) return { ok: false, refusals: answer.refusals, answer };
  return { ok: false, refusals: [{ code: 'failed', message: t('sending.failed') }], answer: null };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

function isRefusedBody(answer: unknown): answer is { readonly refusals: readonly StaffRefusal[] } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'refusals' in answer &&
    Array.isArray(answer.refusals) &&
    answer.refusals.length > 0
  );
}
