import type { StaffRefusal } from '../../contract/staff/staff-view.ts';

export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusals: readonly StaffRefusal[];
      /** The whole body of a refusal, for what a route says besides; null when there was none. */
      readonly answer: unknown;
    };

/** What is shown when no answer came: it may have been done, and asking again never does it twice. */
const UNREACHABLE = {
  code: 'unreachable',
  message:
    'Unorder could not be reached, so it is not certain that this was done. Check your connection and try again: nothing is ever done twice.',
};
const NOT_UNDERSTOOD = {
  code: 'failed',
  message: 'Something went wrong on our side. Reload the page to see where things stand.',
};

/**
 * Reads from one of the app's JSON routes, or sends to it. App Bridge adds the session token to every `fetch`
 * of the app's own origin. Never throws for what a network or a server can do: the page stays as it is, with
 * what was typed into it.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api
 */
export async function sendJson<T>(path: string, body?: unknown): Promise<Sent<T>> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : post(body));
  } catch {
    return { ok: false, refusals: [UNREACHABLE], answer: null };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return { ok: true, value: answer as T };
  return isRefusedBody(answer)
    ? { ok: false, refusals: answer.refusals, answer }
    : { ok: false, refusals: [NOT_UNDERSTOOD], answer: null };
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
