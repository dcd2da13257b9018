/**
 * What the shopper's pages get and send (JSON): the order page's window and the guests' page alike. Served at
 * `GET|POST /api/shopper/orders/:orderNumber/cancellation?locale=de`,
 * `POST /api/shopper/orders/:orderNumber/cancellation/quote` and
 * `POST /api/shopper/orders/:orderNumber/cancellation/withdraw`, each with the customer's session token.
 *
 * A POST answers with the same view as the GET (`/quote` with a `ShopperQuote`), or with a refusal.
 */
export interface ShopperView {
  readonly orderName: string;
  /** The newest; null when nobody has asked to cancel anything of this order yet. */
  readonly cancellation: ShopperCancellation | null;
  /** What was cancelled of the order before that, newest first. */
  readonly earlier: readonly Pick<ShopperCancellation, 'id' | 'items' | 'amount'>[];
  /** What is offered now. */
  readonly offer: ShopperOffer;
  /** The shop's cancellation policy in words, on its storefront. */
  readonly policyUrl: string;
  /** What somebody who was told no can do instead; null while there is nothing of the kind to say. */
  readonly wayOn: {
    /** `mailto:` the shop. */
    readonly contactUrl: string;
    /** The shop's return policy, where goods are on their way. */
    readonly returnsUrl: string | null;
  } | null;
}

export type ShopperOffer =
  | {
      readonly available: true;
      readonly handling: 'automatic' | 'review';
      /** ISO 8601, or null when no time ends the offer. */
      readonly closesAt: string | null;
      readonly reasons: readonly {
        readonly id: string;
        readonly label: string;
        readonly needsComment: boolean;
      }[];
      readonly commentLimit: number;
      /** What can be chosen: the whole order, single lines, single units. */
      readonly what: 'whole_order' | 'lines' | 'quantities';
      /** Null when the order can be cancelled as a whole; else why not. */
      readonly notWhole: readonly ShopperRefusal[] | null;
      readonly lines: readonly ShopperLine[];
      /** More than one: the customer chooses. */
      readonly methods: readonly RefundMethodOffer[];
      /** For the whole order by the first method; null when the order can only be cancelled in part. */
      readonly quote: ShopperQuote | null;
    }
  | { readonly available: false; readonly refusals: readonly ShopperRefusal[] };

export interface ShopperLine {
  /** The line item's number. */
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  /** Units that are left on the order. */
  readonly quantity: number;
  /** Units that can be chosen; the rest for these reasons. */
  readonly cancellable: number;
  readonly refusals: readonly ShopperRefusal[];
  /** The key of the bundle that the line is part of: lines with the same one are chosen together. */
  readonly bundle: string | null;
}

export interface RefundMethodOffer {
  readonly method: 'original' | 'store_credit';
  /** "5 %": what is added to store credit. */
  readonly bonus: string | null;
}

/** Where money goes, payment by payment ("Visa", "Gift card"); amounts are ready to read. */
export interface ShopperMoney {
  /** What arrives, bonus included. */
  readonly total: string;
  readonly refunds: readonly ShopperPayment[];
  /** What arrives as store credit, bonus included; null when nothing does. */
  readonly storeCredit: string | null;
  /** Money the shop itself hands back. */
  readonly byHand: readonly ShopperPayment[];
  /** Authorizations that are released: the money was never taken. */
  readonly released: readonly ShopperPayment[];
  /** A payment no bank has answered yet; it comes back once it has. */
  readonly pending: string | null;
}

export interface ShopperPayment {
  readonly method: string;
  readonly amount: string;
}

/** What one choice would bring, in the customer's language. */
export interface ShopperQuote extends ShopperMoney {
  readonly method: 'original' | 'store_credit';
  readonly handling: 'automatic' | 'review';
  /** The breakdown, line by line, in order, down to `total`; deductions carry a minus sign. */
  readonly breakdown: readonly {
    readonly kind:
      | 'items'
      | 'shipping'
      | 'tax'
      | 'duties'
      | 'tip'
      | 'additional_fees'
      | 'not_paid'
      | 'overpaid'
      | 'fee'
      | 'lost_deal'
      | 'bonus';
    /** The discount's title, for `lost_deal`; null for free shipping that is lost. */
    readonly detail: string | null;
    readonly amount: string;
  }[];
  /** Decimal amount and currency as shown; sent back on confirmation and refused when it no longer holds. */
  readonly shown: { readonly amount: string; readonly currencyCode: string };
}

export interface ShopperRefusal {
  /** A code for the page's own translation; `excluded` is for the merchant's words, which need none. */
  readonly code: string;
  /** What happened and what to do next, for codes the page has no words for. */
  readonly message: string;
}

export interface ShopperCancellation {
  readonly id: string;
  readonly status:
    | 'requested'
    | 'in_review'
    | 'awaiting_payment'
    | 'in_progress'
    | 'cancelled'
    | 'completed'
    | 'declined'
    | 'withdrawn'
    | 'needs_attention';
  /** `lines`: a part of the order; more of it may be cancelled later. */
  readonly scope: 'order' | 'lines';
  /** What is or was cancelled of it, for a part. */
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
  /** Work that is due has stood still for a while; it goes on by itself. */
  readonly standsStill: boolean;
  readonly canWithdraw: boolean;
  readonly reason: string | null;
  readonly comment: string | null;
  /** For declined requests: code of the reason, words for it, what the shop wrote and what to do instead. */
  readonly declined:
    | (ShopperRefusal & {
        readonly note: string | null;
        readonly nextStep: 'return_it' | 'contact_shop' | 'wait_for_delivery' | null;
      })
    | null;
  /** In order; `at` (ISO 8601) is null for what has not happened. */
  readonly timeline: readonly {
    readonly step:
      | 'requested'
      | 'stopped'
      | 'approved'
      | 'cancelled'
      | 'refund_sent'
      | 'refund_arrived'
      | 'store_credit_given'
      | 'paid_by_hand'
      | 'payment_released'
      | 'declined'
      | 'withdrawn';
    /** `failed`: it was tried and did not succeed; the shop has to look after it. */
    readonly state: 'done' | 'current' | 'failed' | 'todo';
    readonly at: string | null;
  }[];
  /** What was promised, ready to read; null when nothing comes back. */
  readonly amount: string | null;
  /** The same, payment by payment. */
  readonly comesBack: ShopperMoney;
}

export type ShopperSelection =
  | { readonly kind: 'order' }
  | {
      readonly kind: 'lines';
      readonly lines: readonly { readonly id: string; readonly quantity: number }[];
    };

/** Body of `/quote`. */
export interface ShopperQuoteBody {
  readonly selection: ShopperSelection;
  readonly method: 'original' | 'store_credit';
}

/** Body of the confirming POST. */
export interface ShopperRequestBody extends ShopperQuoteBody {
  /**
   * The cancellation the page showed when this was confirmed (`ShopperView.cancellation.id`), or null. When
   * there is a newer one by now, by a double click or from another tab, that one is the answer: nothing is
   * done twice.
   */
  readonly knownCancellationId: string | null;
  readonly reasonId: string;
  readonly comment: string;
  readonly shown: { readonly amount: string; readonly currencyCode: string };
}

/** Body of every refused request (status 4xx or 503). */
export interface RefusedBody {
  readonly refusals: readonly ShopperRefusal[];
}
