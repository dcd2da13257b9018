import type { EpochMs } from '../../model.ts';

/** ISO 8601 to the second, as Shopify writes times. Null stays null. */
export function iso<T extends EpochMs | null>(at: T): T extends null ? null : string;
export function iso(at: EpochMs | null): string | null {
  return at === null ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}
