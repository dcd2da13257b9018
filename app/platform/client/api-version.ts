/**
 * The Admin API version of everything the app sends and receives: calls, webhooks, the library.
 * 2026-10 is the first in which a cancel reports its own failure (`OrderCancelPayload.jobResult`).
 * Source: https://shopify.dev/changelog/the-ordercancel-mutation-now-returns-a-structured-jobresult
 */
export const ADMIN_API_VERSION = '2026-10';
