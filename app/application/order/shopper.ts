import type { CustomerId } from '../../domain/ids.ts';

/** Who asks: a signed-in customer, or somebody who has proved that the order's mail is theirs. */
export type Shopper =
  | { readonly kind: 'customer'; readonly customerId: CustomerId }
  | { readonly kind: 'guest' };
