import { isDocument, type StoredDocument } from '../upcast.ts';

/** Format 2: a window's end was stored in British spelling, where Shopify writes "fulfillment". */
export const fromBritishSpelling = (stored: StoredDocument): StoredDocument => ({
  ...stored,
  rules: Array.isArray(stored.rules) ? stored.rules.map(rule) : stored.rules,
});

const rule = (stored: unknown): unknown =>
  isDocument(stored)
    ? { ...stored, instant: window(stored.instant), request: window(stored.request) }
    : stored;

function window(stored: unknown): unknown {
  if (!isDocument(stored)) return stored;
  const { untilFulfilment, ...rest } = stored;
  return { ...rest, untilFulfillment: untilFulfilment };
}
