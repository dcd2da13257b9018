/**
 * Who did something. Shoppers carry no id here: a cancellation knows its order, the order its customer,
 * and the history stays free of personal data.
 */
export type Actor =
  | { readonly kind: 'shopper' }
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'system' }
  /** A workflow of Shopify Flow: which step of which run, and as the merchant calls it where they said so. */
  | { readonly kind: 'flow'; readonly runId: string; readonly workflow: string | null }
  /** Somebody in the admin, or another app: the platform says only that it happened. */
  | { readonly kind: 'outside' };

/** Where a request to cancel was made. */
export type Channel = 'order_page' | 'guest_page' | 'app' | 'admin_order_page' | 'flow' | 'outside';
