import type { OrderStateView } from '../../presentation/staff/order-state-words.ts';

/**
 * What staff get and send for one order: the app's own pages and the admin extensions alike. The extensions
 * use `GET|POST /api/staff/orders/:orderNumber/cancellation` with the admin's session token.
 */
export interface StaffOrderView {
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly createdAt: string;
    /** What it comes to, in the words staff think in. */
    readonly state: OrderStateView;
    readonly financialStatus: string | null;
    /** Null where nothing is to come any more. */
    readonly fulfillmentStatus: string | null;
    readonly total: string;
    readonly totalInShopCurrency: string | null;
    /** The order's page in Shopify's admin, as App Bridge opens it. */
    readonly adminUrl: string;
    /** What the total is made of, and what became of it. */
    readonly sums: {
      readonly parts: readonly { readonly label: string; readonly amount: string }[];
      readonly totals: readonly { readonly label: string; readonly amount: string }[];
    };
    /** Whom it is for; null where it was not asked, or the platform does not tell this app. */
    readonly contact: OrderContactView | null;
    readonly lines: readonly {
      readonly title: string;
      readonly variantTitle: string | null;
      readonly imageUrl: string | null;
      readonly quantity: number;
      /** "1 fulfilled, 1 cancelled": where its units are; null while all of them are still to be sent. */
      readonly whereabouts: string | null;
      readonly total: string;
    }[];
    readonly payments: readonly {
      readonly method: string;
      /** "Refund, failed". */
      readonly description: string;
      readonly amount: string;
      /** How its money can go back, and until when; null where nothing is to be said. */
      readonly wayBack: string | null;
    }[];
    readonly locations: readonly {
      readonly name: string;
      readonly status: string;
      readonly onHold: boolean;
    }[];
  };
  /** The newest one, live or ended. */
  readonly cancellation: StaffCancellationView | null;
  /** Those before it, newest first: an order can be cancelled part by part. */
  readonly earlier: readonly StaffCancellationView[];
  /** Why this staff member may neither cancel nor answer; null when they may. */
  readonly forbidden: string | null;
  readonly cancel: StaffCancelOffer;
}

/** Protected data: each part is null where the shop has not granted it, or there is none. */
export interface OrderContactView {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** As it is written on a parcel, line by line. */
  readonly address: readonly string[] | null;
}

export type StaffCancelOffer =
  | {
      readonly available: true;
      readonly currencyCode: string;
      /** For all that can be cancelled: the whole order, or what of it was not sent. */
      readonly quote: StaffQuote;
      /** Why nothing can be given back now although the order can be cancelled; empty when it can. */
      readonly againstRefund: readonly string[];
      readonly lines: readonly StaffLineOffer[];
      /** Why no part can be cancelled on its own; empty when parts can. */
      readonly againstParts: readonly string[];
      /** What the payment provider keeps in any case; null when it is not known. */
      readonly providerFee: string | null;
      readonly storeCreditPossible: boolean;
      readonly restockByDefault: boolean;
      readonly reasons: readonly { readonly value: string; readonly label: string }[];
      readonly noteLimits: { readonly internal: number; readonly toCustomer: number };
    }
  | { readonly available: false; readonly refusals: readonly StaffRefusal[] };

/** A line that has units left on the order. */
export interface StaffLineOffer {
  /** The line item's number. */
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  /** Units that can be cancelled on their own. */
  readonly cancellable: number;
  /** Why not more, in staff words. */
  readonly refusals: readonly string[];
  /** Lines with the same key are components of one bundle and are cancelled together. */
  readonly bundle: {
    readonly key: string;
    readonly title: string;
    /** Units of this line in one bundle. */
    readonly unitsEach: number;
  } | null;
}

export interface StaffRefusal {
  readonly code: string;
  /** What happened and what to do next. */
  readonly message: string;
  /** Numbers of the line items it is about; missing when it is about none. */
  readonly lineIds?: readonly string[];
}

export interface StaffCancellationView {
  readonly id: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly tone: 'info' | 'success' | 'warning' | 'critical' | 'attention';
  readonly isFinal: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly reason: string | null;
  readonly customerComment: string | null;
  readonly internalNote: string | null;
  /** What staff wrote to the customer. */
  readonly noteToCustomer: string | null;
  /** The version of the policy it was decided by; 0 is the default policy. */
  readonly policyVersion: number;
  /** Made in Shopify's admin or by another app: Unorder only keeps it for the record. */
  readonly isOutside: boolean;
  /** What comes back, bonus included. */
  readonly amount: string;
  /** A whole order or lines of it. */
  readonly scope: 'order' | 'lines';
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly amount: string;
    /** "2 back in stock, 1 not restocked". */
    readonly restock: string;
  }[];
  readonly breakdown: readonly RefundBreakdownLine[];
  readonly proofOfPayment: string | null;
  readonly teller: 'unorder' | 'shopify' | 'nobody';
  /** Whether it waits for approve or decline. */
  readonly awaitsAnswer: boolean;
  /** Until when, before it ends by itself; null where it does not wait for one, or no time ends it. */
  readonly answerBy: string | null;
  readonly attention: {
    readonly title: string;
    readonly explanation: string;
    /** Why other ways on are not this person's to take; empty when all are. */
    readonly notOffered: readonly string[];
    readonly choices: readonly {
      readonly choice: string;
      readonly label: string;
      /** What it leads to, to be read before it is taken; null when nothing is final about it. */
      readonly consequence: string | null;
      readonly primary: boolean;
      /** It has to be said how the money was handed over. */
      readonly needsProof: boolean;
    }[];
  } | null;
  /** Work that is due and stands still: what it waits for; null while it moves. */
  readonly standstill: string | null;
  /** A mail that does not get through although nothing else waits for it; null when there is none. */
  readonly mailError: { readonly title: string; readonly text: string } | null;
  /** The steps of the way, done and to come. */
  readonly steps: readonly {
    readonly key: string;
    readonly label: string;
    readonly state: 'done' | 'current' | 'todo' | 'failed';
    readonly at: string | null;
  }[];
  /** The whole history, newest last, one sentence each. */
  readonly history: readonly { readonly at: string; readonly who: string; readonly what: string }[];
}

/** One line of a refund's breakdown; deductions carry a minus sign. */
export interface RefundBreakdownLine {
  readonly label: string;
  readonly amount: string;
}

export type StaffSelection =
  | { readonly kind: 'order' }
  | {
      readonly kind: 'lines';
      /** Line items by their numbers. */
      readonly lines: readonly { readonly id: string; readonly quantity: number }[];
    };

/** Body of the POST that starts a cancellation; the app's form sends the same fields. */
export interface StaffCancelBody {
  /**
   * The cancellation the page showed when this was confirmed (`StaffOrderView.cancellation.id`), or null.
   * When there is a newer one by now, that one is the answer: nothing is done twice.
   */
  readonly knownCancellationId: string | null;
  readonly selection: StaffSelection;
  /** Leave a free item on the order although what it came with goes. */
  readonly keepFreeItems: boolean;
  readonly issueRefund: boolean;
  /**
   * In the presentment currency, as it was typed; null for all that the selection gives back. Windows that send
   * no `locale` say that with an empty text.
   */
  readonly amount: string | null;
  /** The language whose notation the amount is written in. */
  readonly locale?: string | undefined;
  readonly method: 'original' | 'store_credit';
  readonly restock: boolean;
  readonly reason: string;
  readonly notify: boolean;
  readonly noteToCustomer: string;
  readonly internalNote: string;
}

/** Body of `…/quote`: what a choice would do, before it is confirmed. */
export type StaffQuoteBody = Pick<
  StaffCancelBody,
  'selection' | 'keepFreeItems' | 'issueRefund' | 'amount' | 'locale' | 'method' | 'restock'
>;

export interface StaffQuote {
  readonly selection: StaffSelection;
  /** What arrives, ready to read. */
  readonly amount: string;
  /** The same as decimal text, e.g. "12.50". */
  readonly amountDecimal: string;
  /** In the shop's currency where it is another one: information, never converted by the app. */
  readonly amountInShopCurrency: string | null;
  /** The most that this selection gives back; decimal text, and ready to read. */
  readonly maximum: string;
  readonly maximumFormatted: string;
  /** What staff chose not to give back; null for nothing. */
  readonly withheld: string | null;
  readonly breakdown: readonly RefundBreakdownLine[];
  readonly refunds: readonly {
    readonly method: string;
    readonly amount: string;
    readonly isManual: boolean;
  }[];
  /** Given as store credit instead; null for none. */
  readonly storeCredit: string | null;
  /** Authorized only: let go, not refunded. */
  readonly releases: readonly { readonly method: string; readonly amount: string }[];
  /** No bank has answered this payment yet: the cancellation waits for it. */
  readonly pending: string | null;
  readonly lines: StaffCancellationView['lines'];
  /** What the policy would tell the customer who asked for this: staff who may, go beyond it knowingly. */
  readonly policySays: readonly string[];
  /** Refunds that will probably be refused by their provider, a sentence each. */
  readonly withoutWayBack: readonly string[];
}
