/** Who buys, and the credit they hold. */
import type { Address, CurrencyCode, EpochMs, Minor } from './values.ts';

export interface Customer {
  readonly kind: 'Customer';
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string;
  readonly tags: string[];
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  readonly defaultAddress: Address | null;
  /** One account per currency, as Shopify keeps them. */
  readonly storeCredit: Map<CurrencyCode, StoreCreditAccount>;
}

export interface StoreCreditAccount {
  readonly id: number;
  readonly currency: CurrencyCode;
  balance: Minor;
  /** Oldest first. */
  readonly movements: StoreCreditMovement[];
}

export interface StoreCreditMovement {
  readonly id: number;
  /** Negative when it was spent. */
  readonly amount: Minor;
  readonly balanceAfter: Minor;
  /** `StoreCreditSystemEvent` */
  readonly event: 'ADJUSTMENT' | 'ORDER_CANCELLATION' | 'ORDER_PAYMENT' | 'ORDER_REFUND';
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs | null;
}

export interface Company {
  readonly kind: 'Company';
  readonly id: number;
  readonly name: string;
  readonly locationId: number;
  readonly locationName: string;
  /** The people who may buy for it. */
  readonly contacts: readonly CompanyContact[];
}

export interface CompanyContact {
  readonly id: number;
  readonly customerId: number;
  readonly title: string | null;
}

export interface GiftCard {
  readonly kind: 'GiftCard';
  readonly id: number;
  readonly lastCharacters: string;
  readonly currency: CurrencyCode;
  readonly initialValue: Minor;
  balance: Minor;
  enabled: boolean;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  deactivatedAt: EpochMs | null;
  readonly customerId: number | null;
  /** The order line that sold it, when it was bought in this shop. */
  readonly soldBy: { readonly orderId: number; readonly lineItemId: number } | null;
}
