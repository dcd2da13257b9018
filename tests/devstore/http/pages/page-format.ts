import type { Actor, Amount, Shop } from '../../world/model.ts';
import { formatFixed } from '../../world/money/money.ts';

/** `12.50 EUR`, `1250 JPY`: with as many decimals as the currency has. */
export function formatAmount({ minor, currency }: Amount): string {
  return `${formatFixed(minor, currency)} ${currency}`;
}

/** `22 Nov 2026, 06:55:12` in the shop's time zone, or in UTC where there is no shop. */
export function formatTime(at: number, shop: Shop | null): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: shop?.timezone ?? 'UTC',
  }).format(at);
}

/** Who did it, in a word or two. */
export function formatActor(actor: Actor): string {
  switch (actor.kind) {
    case 'app':
      return actor.title;
    case 'staff':
    case 'gateway':
      return actor.name;
    case 'fulfillment_service':
      return actor.handle;
    case 'customer':
      return 'Customer';
    case 'platform':
      return 'Shopify';
  }
}
