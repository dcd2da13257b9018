import type { EpochMs } from '../../domain/time.ts';
import type { CustomerId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Actor } from '../../domain/actor.ts';

export interface ShopProfile {
  readonly name: string;
  readonly currencyCode: string;
  /** Currencies that customers can pay in, the shop's own among them. */
  readonly paymentCurrencyCodes: readonly string[];
  /** ISO 3166-1 code of the shop's own address. */
  readonly countryCode: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** Where customers reach the storefront, without a trailing slash. */
  readonly storefrontUrl: string;
  /** The shop's address for customers. */
  readonly contactEmail: string;
  readonly locales: readonly {
    readonly locale: string;
    readonly name: string;
    readonly primary: boolean;
    /** Whether customers can choose it. */
    readonly published: boolean;
  }[];
  /** The active ones that are made of countries. */
  readonly markets: readonly {
    readonly id: string;
    readonly name: string;
    readonly countries: readonly { readonly code: string; readonly name: string }[];
  }[];
}

export interface CollectionName {
  readonly id: string;
  readonly title: string;
}

/** The app's installation in a shop. */
export interface Installations {
  /** Forgets the shop's tokens, unless they came after an instant: the shop installed the app anew. */
  uninstalled(shop: ShopDomain, before: EpochMs): Promise<void>;
  setScopes(shop: ShopDomain, scopes: readonly string[]): Promise<void>;
  /** Shops that have the app now. */
  list(): Promise<readonly ShopDomain[]>;
}

/** What has to go when a shop leaves or a person asks, and never comes back, whoever brings it again. */
export interface PrivacyStore {
  /** Removes names, addresses and texts of one customer; the history keeps what happened. */
  redactCustomer(
    shop: ShopDomain,
    customer: { readonly customerId: CustomerId | null; readonly orderIds: readonly OrderId[] },
  ): Promise<void>;
  /** Removes everything of a shop. Nothing is stored of it any more until it installs the app anew. */
  redactShop(shop: ShopDomain): Promise<void>;
}

/** A customer's request to know what is stored of them; the merchant answers it. */
export interface DataRequest {
  /** The platform's number of it. */
  readonly id: string;
  readonly customerId: CustomerId | null;
  /** The orders that the platform names in it. */
  readonly orderIds: readonly OrderId[];
  readonly requestedAt: EpochMs;
  /** When it was answered, and by whom; null as long as it was not. */
  readonly handedOver: { readonly at: EpochMs; readonly by: Actor } | null;
}

export interface DataRequestStore {
  /** Keeps it; one that is known stays as it is. */
  record(shop: ShopDomain, request: Omit<DataRequest, 'handedOver'>): Promise<void>;
  /** Those to be answered first, then the others; the newest first, at most 200. */
  list(shop: ShopDomain): Promise<readonly DataRequest[]>;
  get(shop: ShopDomain, id: string): Promise<DataRequest | null>;
  /** Every order of the customer that anything is stored of. */
  ordersOf(
    shop: ShopDomain,
    request: Pick<DataRequest, 'customerId' | 'orderIds'>,
  ): Promise<readonly OrderId[]>;
  /** Notes the first answer; later ones change nothing. */
  markHandedOver(shop: ShopDomain, id: string, by: Actor, at: EpochMs): Promise<void>;
}

/** How a shop's own staff are called, so that its record can say who did what long after they left. */
export interface StaffNames {
  seen(shop: ShopDomain, staffId: string, name: string, at: EpochMs): Promise<void>;
  /** By the ids of events' actors; who was never seen is missing. */
  of(shop: ShopDomain, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All of them, those seen last first, at most 250. */
  list(shop: ShopDomain): Promise<readonly NamedStaff[]>;
}

export interface NamedStaff {
  readonly staffId: string;
  readonly name: string;
}

/** What a shop pays for the app, as the platform says. */
export interface Billing {
  /** Of the shop itself, by the platform's name for it. */
  readonly shopPlan: string;
  readonly isDevelopmentStore: boolean;
  /** By which the app is named in the admin's addresses; null when it has none. */
  readonly appHandle: string | null;
  readonly subscriptions: readonly {
    readonly name: string;
    /** By the platform's name: ACTIVE, FROZEN, PENDING and others. */
    readonly status: string;
    readonly isTest: boolean;
    readonly createdAt: EpochMs;
    readonly trialDays: number;
    readonly periodEndsAt: EpochMs | null;
  }[];
}
