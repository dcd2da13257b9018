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
    readonly financialStatus: string | null;
    readonly fulfillmentStatus: string;
    readonly total: string;
    readonly totalInShopCurrency: string | null;
    readonly lines: readonly {
      readonly title: string;
      readonly variantTitle: string | null;
      readonly imageUrl: string | null;
      readonly quantity: number;
      readonly total: string;
    }[];
    readonly payments: readonly {
      readonly method: string;
      readonly description: string;
      readonly amount: string;
      readonly status: string;
    }[];
    readonly locations: readonly {
      readonly name: string;
      readonly status: string;
      readonly onHold: boolean;
    }[];
  };
  readonly cancellation: StaffCancellationView | null;
  readonly cancel: StaffCancelOffer;
}

export type StaffCancelOffer =
  | {
      readonly available: true;
      readonly currencyCode: string;
      /** Decimal text, e.g. "12.50": everything refundable, and the default. */
      readonly maximum: string;
      readonly maximumFormatted: string;
      readonly refunds: readonly {
        readonly method: string;
        readonly amount: string;
        readonly isManual: boolean;
      }[];
      readonly releases: readonly { readonly method: string; readonly amount: string }[];
      readonly storeCreditPossible: boolean;
      readonly restockByDefault: boolean;
      readonly reasons: readonly { readonly value: string; readonly label: string }[];
      readonly noteLimits: { readonly internal: number; readonly toCustomer: number };
    }
  | {
      readonly available: false;
      readonly refusals: readonly { readonly code: string; readonly message: string }[];
    };

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
  readonly amount: string;
  readonly restock: boolean;
  readonly teller: 'unorder' | 'shopify' | 'nobody';
  /** Whether it waits for approve or decline. */
  readonly awaitsAnswer: boolean;
  readonly attention: {
    readonly title: string;
    readonly explanation: string;
    readonly choices: readonly {
      readonly choice: string;
      readonly label: string;
      readonly primary: boolean;
    }[];
  } | null;
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

/** Body of the POST that starts a cancellation; the app's form sends the same fields. */
export interface StaffCancelBody {
  readonly issueRefund: boolean;
  /** Decimal text in the presentment currency; ignored when nothing is refunded. */
  readonly amount: string;
  readonly method: 'original' | 'store_credit';
  readonly restock: boolean;
  readonly reason: string;
  readonly notify: boolean;
  readonly noteToCustomer: string;
  readonly internalNote: string;
}
