/** The Admin API over a world, without HTTP. */
export { requestedCost } from './cost.ts';
export { createAdminGraphql } from './execute.ts';
export { withRequestedOrderEdits } from './inputs/requested-order-edits.ts';
export { protectedFieldOf } from './protected-data.ts';
