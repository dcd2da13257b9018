import type * as z from 'zod/mini';

import type { DeepReadonly } from '../domain/deep-readonly.ts';

/** The type of what a schema lets through; what was sent is nobody's to change. */
export type Json<Schema extends z.core.$ZodType> = DeepReadonly<z.output<Schema>>;
