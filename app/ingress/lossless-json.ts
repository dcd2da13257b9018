/** A run of digits that may not fit a JavaScript number. */
const LONG_NUMBER = /\d{16}/;

/**
 * Reads JSON in which a whole number beyond 2^53 stays the text it was: Shopify's ids are 64-bit integers, and
 * the ids of its own example webhooks are that large.
 *
 * @returns undefined for what is not JSON
 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/JSON/parse#context
 */
export function parseLosslessJson(text: string): unknown {
  try {
    // Asking at every value costs several times the parsing.
    return LONG_NUMBER.test(text) ? JSON.parse(text, exact) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function exact(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const { source = '' } = context ?? {};
  // What is a text has quotes in its source.
  return !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? source : value;
}
