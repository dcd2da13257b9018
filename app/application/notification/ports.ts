import type { Actor } from '../../domain/actor.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { NotificationSettings } from '../../domain/notification/notification-settings.ts';
import type { EpochMs } from '../../domain/time.ts';

/** Settings with the number of the save that they came by; 0 before the first. */
export interface SavedNotifications {
  readonly version: number;
  readonly settings: NotificationSettings;
}

export interface NotificationStore {
  /** What the shop has set; the default where it has set nothing. */
  current(shop: ShopDomain): Promise<SavedNotifications>;
  /** Saves over the version that was changed; `conflict` when somebody else saved one meanwhile. */
  save(
    shop: ShopDomain,
    basedOn: number,
    settings: NotificationSettings,
    by: Actor,
    at: EpochMs,
  ): Promise<'saved' | 'conflict'>;
  /** Shops whose staff are told of what waits together. */
  shopsWithDigest(): Promise<readonly ShopDomain[]>;
}

/** What became of a mail that was handed to the mail server. */
export interface Delivery {
  /** The mail's key: the same mail tried again is the same entry. */
  readonly key: string;
  readonly template: string;
  readonly audience: 'customer' | 'staff';
  /** Null where it is about no single order. */
  readonly orderName: string | null;
  /** `retrying`: the server asked to come again, or was not reached. */
  readonly status: 'sent' | 'refused' | 'retrying';
  /** Of the mail server or the connection; null for what was sent. */
  readonly code: string | null;
  readonly at: EpochMs;
}

/** Every mail that was tried, without its address or its words. */
export interface MailLog {
  note(shop: ShopDomain, delivery: Delivery): Promise<void>;
  wasSent(shop: ShopDomain, key: string): Promise<boolean>;
  /** The latest first. */
  list(
    shop: ShopDomain,
    limit: number,
  ): Promise<readonly (Delivery & { readonly attempts: number })[]>;
}
