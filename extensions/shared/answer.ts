import * as z from 'zod/mini';

import type { Json } from '../../app/contract/json.ts';
import { refusedBody, type RefusedBody } from '../../app/contract/refused-body.ts';

/** Why something is not done. `code` is for the page's own words, `message` for lack of them. */
export type Refusal = RefusedBody['refusals'][number];

/** What the app answered with, or why there is no answer. */
export type Answer<View> =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The token names nobody who may see this: sign in (again). */
  | { readonly kind: 'signed_out' }
  /** No answer, or none that the contract knows. A request that was sent may have arrived. */
  | { readonly kind: 'unreachable' };

export interface Question<Schema extends z.core.$ZodType> {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /**
   * What the app answers. Tells it from anything else a server on the way may have answered, and from what this
   * extension cannot show; fields that a newer app adds are left out.
   */
  readonly schema: Schema;
}

const PATIENCE_MS = 20_000;

/** Asks the app once. Never throws, and never asks again by itself. */
export async function ask<Schema extends z.core.$ZodType>(
  question: Question<Schema>,
): Promise<Answer<Json<Schema>>> {
  const { method, url, headers, body, schema } = question;
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
    const refused = z.safeParse(refusedBody, answer);
    if (refused.success) return { kind: 'refused', refusals: refused.data.refusals };
    const view = z.safeParse(schema, answer);
    return view.success
      ? { kind: 'view', view: view.data as Json<Schema> }
      : { kind: 'unreachable' };
  } catch {
    // A lost connection and an answer that is not JSON are one thing to the person waiting:
    // the page says so and offers to try again.
    return { kind: 'unreachable' };
  }
}

/** The number at the end of `gid://shopify/Order/1`: how the app's addresses name an order. */
export function orderNumberOf(orderId: string): string {
  return orderId.slice(orderId.lastIndexOf('/') + 1);
}
