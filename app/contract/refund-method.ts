import * as z from 'zod/mini';

/** How money goes back: the way it came, or as store credit. */
export const refundMethod = z.enum(['original', 'store_credit']);
