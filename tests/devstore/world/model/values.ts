/** The values everything else is made of. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** `harbor-and-pine.myshopify.com` */
export type ShopDomain = string;

/** ISO 4217, upper case. */
export type CurrencyCode = string;

/** A whole number of minor units, always a safe integer. */
export type Minor = number;

export interface Amount {
  readonly minor: Minor;
  readonly currency: CurrencyCode;
}

/** Who did something. The ledger and the order's timeline name them. */
export type Actor =
  | { readonly kind: 'app'; readonly appId: number; readonly title: string }
  | { readonly kind: 'staff'; readonly name: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'fulfillment_service'; readonly handle: string }
  | { readonly kind: 'gateway'; readonly name: string }
  | { readonly kind: 'platform' };

export interface Address {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
  readonly countryCode: string;
  readonly phone: string | null;
}
