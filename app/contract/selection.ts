import * as z from 'zod/mini';

import type { Json } from './json.ts';

/** Shopify's limit for the line items of an order. */
const MOST_LINES = 500;

/** What a page chose of an order, its lines by their numbers. */
export const selectionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order') }),
  z.strictObject({
    kind: z.literal('lines'),
    lines: z
      .array(z.strictObject({ id: z.string().check(z.maxLength(20)), quantity: z.number() }))
      .check(z.maxLength(MOST_LINES)),
  }),
]);
export type SelectionBody = Json<typeof selectionBody>;

/** The same as an answer names it. */
export const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order') }),
  z.object({
    kind: z.literal('lines'),
    lines: z.array(z.object({ id: z.string(), quantity: z.number() })),
  }),
]);
