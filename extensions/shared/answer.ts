/** Why something is not done. `code` is for the page's own words, `message` for lack of them. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What the app answered with, or why there is no answer. */
export type Answer<View> =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The token names nobody who may see this: sign in (again). */
  | { readonly kind: 'signed_out' }
  /** No answer, or none that can be read. A request that was sent may have arrived. */
  | { readonly kind: 'unreachable' };

export interface Question<View> {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Tells the resource from anything else a server on the way may have answered. */
  readonly isView: (body: unknown) => body is View;
}

const PATIENCE_MS = 20_000;

/** Asks the app once. Never throws, and never asks again by itself. */
export async function ask<View>(question: Question<View>): Promise<Answer<View>> {
  const { method, url, headers, body, isView } = question;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 401) return { kind: 'signed_out' };
    const answer: unknown = await response.json();
    if (isRefused(answer)) return { kind: 'refused', refusals: answer.refusals };
    return isView(answer) ? { kind: 'view', view: answer } : { kind: 'unreachable' };
  } catch {
    // A lost connection and an answer that is not JSON are one thing to the person waiting:
    // the page says so and offers to try again.
    return { kind: 'unreachable' };
  }
}

function isRefused(body: unknown): body is { refusals: Refusal[] } {
  return has(body, 'refusals') && Array.isArray(body.refusals) && body.refusals.length > 0;
}

/** Whether a JSON value is an object with a field. */
export function has<Field extends string>(
  body: unknown,
  field: Field,
): body is Record<Field, unknown> {
  return typeof body === 'object' && body !== null && field in body;
}

/** The number at the end of `gid://shopify/Order/1`: how the app's addresses name an order. */
export function orderNumberOf(orderId: string): string {
  return orderId.slice(orderId.lastIndexOf('/') + 1);
}
