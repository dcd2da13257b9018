/** The world: what it is made of, how it is opened, and what it says of itself. */
export type * from './contracts/contract.ts';
export { createWorld } from './create-world.ts';
export { gid } from './gid.ts';
export type * from './model.ts';
export { formatFixed, formatForPeople } from './money/money.ts';
export { isRestock, summarizeOrder } from './orders/summary.ts';
