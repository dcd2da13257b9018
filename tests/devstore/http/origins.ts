/** The devstore's addresses, each without a trailing slash. */
export interface Origins {
  /** Shopify itself: stores' admin and API, control, ledger, mailbox. */
  platform: string;
  /** The customer's account. */
  customer: string;
  /** The shop's own site, as `https://{shop}.myshopify.com`. */
  storefront: string;
  /** The app's public address. */
  tunnel: string;
  /** `smtp://127.0.0.1:{port}`, where the app sends its mail. */
  smtp: string;
}
