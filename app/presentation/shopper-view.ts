/**
 * What the shopper's order page gets and sends (JSON). Served at
 * `GET|POST /api/shopper/orders/:orderNumber/cancellation?locale=de` and
 * `POST /api/shopper/orders/:orderNumber/cancellation/withdraw`, both with the customer's session token.
 *
 * A POST answers with the same view as the GET, or with a refusal.
 */
export interface ShopperView {
  readonly orderName: string;
  /** Null when nobody has asked to cancel this order yet. */
  readonly cancellation: ShopperCancellation | null;
  /** What is offered now. */
  readonly offer: ShopperOffer;
}

export type ShopperOffer =
  | {
      readonly available: true;
      readonly handling: 'automatic' | 'review';
      /** ISO 8601, or null when only the start of fulfilment ends the offer. */
      readonly closesAt: string | null;
      readonly reasons: readonly { readonly id: string; readonly label: string }[];
      readonly commentLimit: number;
      readonly comesBack: ComesBack;
    }
  | { readonly available: false; readonly refusals: readonly ShopperRefusal[] };

/** Amounts are ready to read in the customer's language; `token` proves which amount was shown. */
export interface ComesBack {
  readonly total: string;
  /** Refunds, payment by payment ("Visa", "Gift card"). */
  readonly refunds: readonly { readonly method: string; readonly amount: string }[];
  /** Authorizations that are released: the money was never taken. */
  readonly released: readonly { readonly method: string; readonly amount: string }[];
  /** Money the shop itself hands back. */
  readonly byHand: readonly { readonly method: string; readonly amount: string }[];
  readonly asStoreCredit: boolean;
  /** Decimal amount and currency as shown; sent back on confirmation and refused when it no longer holds. */
  readonly shown: { readonly amount: string; readonly currencyCode: string };
}

export interface ShopperRefusal {
  /** A code for the page's own translation. */
  readonly code: string;
  /** What happened and what to do next, in English, for codes the page has no words for. */
  readonly message: string;
}

export interface ShopperCancellation {
  readonly id: string;
  readonly status:
    | 'requested'
    | 'in_review'
    | 'in_progress'
    | 'cancelled'
    | 'completed'
    | 'declined'
    | 'withdrawn'
    | 'needs_attention';
  readonly canWithdraw: boolean;
  readonly reason: string | null;
  readonly comment: string | null;
  /** For declined requests: code of the reason, words for it, and what the shop wrote with it. */
  readonly declined: (ShopperRefusal & { readonly note: string | null }) | null;
  /** In order; `at` (ISO 8601) is null for what is still to come. */
  readonly timeline: readonly {
    readonly step:
      | 'requested'
      | 'stopped'
      | 'approved'
      | 'cancelled'
      | 'refund_sent'
      | 'refund_arrived'
      | 'declined'
      | 'withdrawn';
    readonly at: string | null;
  }[];
  /** What was promised, ready to read; null when nothing comes back. */
  readonly amount: string | null;
}

/** Body of the confirming POST. */
export interface ShopperRequestBody {
  readonly reasonId: string;
  readonly comment: string;
  readonly shown: { readonly amount: string; readonly currencyCode: string };
}

/** Body of every refused request (status 4xx or 503). */
export interface RefusedBody {
  readonly refusals: readonly ShopperRefusal[];
}
