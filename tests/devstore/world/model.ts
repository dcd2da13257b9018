/**
 * The shapes of what a shop holds. Plain data, mutated only by the world's own modules; everyone
 * else reads. Every amount is a whole number of minor units (cents, yen, fils) in the order's
 * presentment currency unless its name says otherwise.
 */
export type * from './model/catalog.ts';
export type * from './model/customer.ts';
export type * from './model/fulfillment.ts';
export type * from './model/order.ts';
export type * from './model/payment.ts';
export type * from './model/price.ts';
export type * from './model/refund.ts';
export type * from './model/shop.ts';
export type * from './model/values.ts';
