/** The Admin API over a world, without HTTP. */
export { requestedCost } from './cost.ts';
export { createAdminGraphql } from './execute.ts';
export { protectedFieldOf } from './protected-data.ts';
