import type { Refusal, TextField } from '../refusal.ts';

/** Longest texts the app takes, in characters. Shopify's own copy of the staff note is cut to 255. */
export const TEXT_LIMITS = {
  customerComment: 1_000,
  noteToCustomer: 2_000,
  internalNote: 2_000,
  proofOfPayment: 500,
} as const;

/** The refusal of a text above its limit, or null. */
export function tooLong(field: TextField, text: string, limit: number): Refusal | null {
  return text.length > limit ? { code: 'text_too_long', field, limit } : null;
}
