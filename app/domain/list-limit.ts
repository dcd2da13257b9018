/**
 * What a list in a call to the platform holds at most.
 * Source: https://shopify.dev/docs/api/usage/limits
 */
export const MOST_ENTRIES = 250;
