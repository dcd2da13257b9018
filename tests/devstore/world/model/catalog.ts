/** What a shop sells, and how much of it there is. */
import type { EpochMs, Minor } from './values.ts';

export interface Product {
  readonly kind: 'Product';
  readonly id: number;
  readonly title: string;
  readonly handle: string;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  /** A `data:` address of an SVG, or null. */
  readonly imageUrl: string | null;
  readonly isGiftCard: boolean;
  readonly variantIds: number[];
  readonly createdAt: EpochMs;
}

export interface Collection {
  readonly kind: 'Collection';
  readonly id: number;
  readonly title: string;
  readonly handle: string;
  readonly productIds: number[];
  updatedAt: EpochMs;
}

export type SellingPlanCategory = 'SUBSCRIPTION' | 'PRE_ORDER' | 'TRY_BEFORE_YOU_BUY' | 'OTHER';

export interface SellingPlan {
  readonly kind: 'SellingPlan';
  readonly id: number;
  readonly name: string;
  readonly category: SellingPlanCategory | null;
  readonly createdAt: EpochMs;
}

export interface Variant {
  readonly kind: 'ProductVariant';
  readonly id: number;
  readonly productId: number;
  readonly title: string;
  readonly sku: string;
  /** In the shop's currency. */
  readonly priceInShopCurrency: Minor;
  readonly inventoryItemId: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
}

export interface InventoryItem {
  readonly kind: 'InventoryItem';
  readonly id: number;
  readonly variantId: number;
  readonly sku: string;
  readonly tracked: boolean;
  readonly levels: Map<number, InventoryLevel>;
}

/** `on_hand` is always `available + committed`: no other state is simulated. */
export interface InventoryLevel {
  readonly id: number;
  readonly locationId: number;
  available: number;
  committed: number;
  updatedAt: EpochMs;
}
