import type { CheckName, Facts } from '../../domain/health/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';

export interface HowToLook {
  /** Renews the shop's token to see that it can be; otherwise nothing is changed by looking. */
  readonly renewToken: boolean;
}

/** Reads what each check judges: one question each, and none of them waits for another. */
export type HealthReads = {
  readonly [Name in CheckName]: (shop: ShopDomain, how: HowToLook) => Promise<Facts<Name>>;
};
