/** Apps, where they are installed, and the tokens they call with. */
import type { FlowSpec } from './flow-contract.ts';
import type { EpochMs, ShopDomain, StaffMember } from '../model.ts';

/** The protected customer fields, each approved by itself. */
export type ProtectedField = 'name' | 'email' | 'phone' | 'address';

/**
 * What of customers' data an app is approved for: `none`; or orders and customers ("level 1"), and of the protected
 * fields ("level 2") these. Source: https://shopify.dev/docs/apps/launch/protected-customer-data
 */
export type ProtectedData = 'none' | readonly ProtectedField[];

export interface AppSpec {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly title: string;
  readonly handle: string;
  /** Scopes the app asks for; `write_x` includes `read_x`. */
  readonly scopes: readonly string[];
  /** The app's public address; relative webhook addresses are resolved against it. */
  readonly applicationUrl: string;
  readonly webhookApiVersion: string;
  readonly webhookSubscriptions: readonly WebhookSubscriptionSpec[];
  /** Everything when left out, as for a custom app. */
  readonly protectedData?: ProtectedData;
  /** What its extensions bring to Flow; nothing when left out. */
  readonly flow?: FlowSpec;
}

export interface WebhookSubscriptionSpec {
  /** As in shopify.app.toml: `orders/cancelled`, or a compliance topic. */
  readonly topic: string;
  /** Absolute, or relative to the app's address. */
  readonly uri: string;
  readonly name?: string;
  readonly includeFields?: readonly string[];
  readonly filter?: string;
}

export interface App {
  readonly id: number;
  readonly spec: AppSpec;
}

export interface Installation {
  readonly app: App;
  readonly shop: ShopDomain;
  readonly id: number;
  readonly scopes: readonly string[];
  readonly installedAt: EpochMs;
}

export interface TokenAnswer {
  readonly accessToken: string;
  readonly scope: string;
  /** Seconds. Null for a token that does not expire. */
  readonly expiresIn: number | null;
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresIn: number | null;
}

/** A token that speaks for one member of staff. */
export interface OnlineTokenAnswer {
  readonly accessToken: string;
  readonly scope: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Those of the app's scopes that the member of staff has too. */
  readonly associatedUserScopes: readonly string[];
  readonly staff: StaffMember;
}

/** Who calls with a token, and how far it reaches. */
export interface TokenBearer {
  readonly installation: Installation;
  readonly scopes: readonly string[];
  /** The member of staff an online token speaks for; null for an offline one. */
  readonly staff: StaffMember | null;
}

export interface Apps {
  /** Registers an app, or replaces the registration with the same client id (a new deploy). */
  register(spec: AppSpec): App;
  get(clientId: string): App | null;
  list(): readonly App[];
  install(clientId: string, shop: ShopDomain, scopes?: readonly string[]): Installation;
  installation(clientId: string, shop: ShopDomain): Installation | null;
  /** Changes what the merchant has granted; sends `app/scopes_update`. */
  grant(clientId: string, shop: ShopDomain, scopes: readonly string[]): void;
  /** Revokes every token and sends `app/uninstalled`. */
  uninstall(clientId: string, shop: ShopDomain): void;
  /** An offline token: expiring (1 h, refresh 90 d) or, with `expiring: false`, lasting. */
  issueToken(o: {
    clientId: string;
    shop: ShopDomain;
    expiring: boolean;
  }): TokenAnswer | { readonly error: 'app_not_installed' };
  /** An online token: a member of staff's, for 24 hours, with no more than that member may do. */
  issueOnlineToken(o: {
    clientId: string;
    shop: ShopDomain;
    staffId: number;
  }): OnlineTokenAnswer | { readonly error: 'app_not_installed' | 'no_such_staff_member' };
  refreshToken(o: {
    clientId: string;
    shop: ShopDomain;
    refreshToken: string;
  }): TokenAnswer | { readonly error: 'invalid_refresh_token' };
  /** Null when the token is unknown, expired, revoked or of another shop. */
  verifyToken(shop: ShopDomain, accessToken: string): TokenBearer | null;
}
