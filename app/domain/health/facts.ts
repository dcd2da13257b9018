import type { Result } from '../result.ts';
import type { EpochMs } from '../time.ts';

/** What Shopify approves an app for, one by one; `orders` is what the others stand on. */
export const PROTECTED_FIELDS = ['orders', 'name', 'email', 'phone', 'address'] as const;
export type ProtectedField = (typeof PROTECTED_FIELDS)[number];

/** Of a topic that the app is subscribed to. */
export interface TopicSeen {
  readonly topic: string;
  /** When one last came; null when none is remembered. */
  readonly lastAt: EpochMs | null;
}

/** What a document of the app costs, in query points before it runs. */
export interface DocumentCost {
  readonly document: string;
  /** By the rule that the app reckons with. */
  readonly expected: number;
  /** By the platform; null where it was not asked, for asking would carry it out, or did not say. */
  readonly reported: number | null;
  readonly isAsked: boolean;
}

/** What was read for each check, of one shop. */
export interface HealthFacts {
  /** Sentences of whatever keeps the app from working with its settings or its database. */
  readonly configuration: {
    readonly faults: readonly string[];
    readonly databaseFault: string | null;
    readonly appUrl: string;
  };
  /** The job that has waited longest for a worker. */
  readonly worker: { readonly oldestDueMs: number };
  /** Null: the app has no token of the shop. */
  readonly tokens: {
    /** Null: it does not expire. */
    readonly expiresAt: EpochMs | null;
    readonly refreshTokenExpiresAt: EpochMs | null;
    /** Whether it was just renewed, to see that it can be. */
    readonly wasRenewed: boolean;
  } | null;
  readonly scopes: { readonly wanted: readonly string[]; readonly granted: readonly string[] };
  /** Of the newest orders: whether a value came, was withheld, or no order has one. */
  readonly fields: Readonly<Record<ProtectedField, 'shown' | 'withheld' | 'none'>>;
  readonly costs: readonly DocumentCost[];
  readonly webhooks: {
    readonly topics: readonly TopicSeen[];
    /** When an order of the shop last changed, by the platform; null when it has none. */
    readonly orderChangedAt: EpochMs | null;
  };
  /** Subscriptions that were made by API, beside those of shopify.app.toml. */
  readonly subscriptions: readonly { readonly topic: string; readonly uri: string }[];
  /** What the shop's own domain answers at the app's pages. */
  readonly proxy: {
    readonly address: string;
    /** Null: no answer came. */
    readonly status: number | null;
    /** Where it leads instead, if it does. */
    readonly location: string | null;
    /** The address of the app that answered; null when it was no app of this kind. */
    readonly answeredBy: string | null;
    readonly appUrl: string;
  };
  /** The built extensions that call the app; those in `wrong` call another address. */
  readonly extensions: {
    readonly appUrl: string;
    readonly built: number;
    readonly wrong: readonly string[];
  };
  /** Whether the published theme shows the app's block. */
  readonly theme: { readonly isPlaced: boolean };
  /** Shopify's own cancellation requests. */
  readonly native: {
    /** What the shop's rules allow: null where the app may not read them. */
    readonly rules: 'allow' | 'forbid' | null;
    /** Whether a recent order has such a request; null where the shop's API does not say. */
    readonly isUsed: boolean | null;
  };
}

export type CheckName = keyof HealthFacts;

/**
 * Why nothing was read: it can be seen elsewhere only or after something else works, or whoever was asked did not
 * answer (`reason` is the kind of failure, `detail` a sentence for whoever runs the app).
 */
export type Unread =
  | { readonly code: 'not_looked_at' }
  | { readonly code: 'not_readable'; readonly reason: string; readonly detail: string };

export type Facts<Name extends CheckName> = Result<HealthFacts[Name], Unread>;
export type AllFacts = { readonly [Name in CheckName]: Facts<Name> };
