/** What an order costs besides its goods. */
import type { EpochMs, Minor } from './values.ts';

export interface TaxLine {
  readonly title: string;
  /** Parts per million: 19 % is 190000. */
  readonly ratePpm: number;
  readonly amount: Minor;
}

export interface DiscountApplication {
  readonly kind: 'code' | 'automatic' | 'manual' | 'script';
  readonly title: string;
  /** The level it works on: the order as a whole, single lines, or the shipping. */
  readonly target: 'order' | 'line' | 'shipping';
  /** `DiscountApplicationTargetSelection` */
  readonly selection: 'ALL' | 'ENTITLED' | 'EXPLICIT';
  /** `DiscountApplicationAllocationMethod` */
  readonly allocation: 'ACROSS' | 'EACH';
  readonly value:
    | { readonly type: 'percentage'; readonly ppm: number }
    | { readonly type: 'fixed'; readonly amount: Minor };
}

export interface DiscountAllocation {
  /** Index into the order's `discountApplications`. */
  readonly application: number;
  readonly amount: Minor;
}

export interface Duty {
  readonly id: number;
  readonly harmonizedSystemCode: string;
  readonly countryCodeOfOrigin: string;
  readonly price: Minor;
  /** Charged on the duty, always on top of it. */
  readonly taxLines: readonly TaxLine[];
}

/** A charge on the order as a whole, such as an import fee. */
export interface AdditionalFee {
  readonly id: number;
  readonly name: string;
  readonly price: Minor;
  /** Charged on the fee, always on top of it. */
  readonly taxLines: readonly TaxLine[];
}

/** When an order sold on account has to be paid. */
export interface PaymentTerms {
  readonly id: number;
  readonly scheduleId: number;
  /** `Net 30` */
  readonly name: string;
  readonly dueInDays: number;
  readonly issuedAt: EpochMs;
  readonly dueAt: EpochMs;
}
