import * as z from 'zod/mini';

import type { Json } from '../json.ts';

const listKey = z.array(z.string());

/** A list's way to the pages beside it: what an entry is sorted by, its id last; null where there is none. */
export const listPaging = z.object({ previous: z.nullable(listKey), next: z.nullable(listKey) });
export type ListPaging = Json<typeof listPaging>;

/** What a list shows, as its page was asked for it. */
export const listQuery = <Sort extends string, Filters extends Record<string, z.core.$ZodType>>(
  sorts: readonly [Sort, ...Sort[]],
  filters: Filters,
) =>
  z.object({
    text: z.string(),
    filters: z.object(filters),
    sort: z.object({ by: z.enum(sorts), direction: z.enum(['ascending', 'descending']) }),
    /** Null for the first page. */
    cursor: z.nullable(z.object({ side: z.enum(['after', 'before']), key: listKey })),
  });
