/** Cursor connections: https://shopify.dev/docs/api/usage/pagination-graphql */
import { GraphQLError } from 'graphql';

/** Marks the arguments of a connection that is read in bulk: everything comes at once, whatever is asked for. */
export const WHOLE = Symbol('whole');

export interface ConnectionArgs {
  readonly [WHOLE]?: true;
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/** Largest page the platform gives. Source: https://shopify.dev/docs/api/usage/limits */
const MAX_PAGE = 250;

/** A page of `all`. Cursors are made of `idOf`, so that they stay valid while the list grows. */
export function connection<T>(
  all: readonly T[],
  args: ConnectionArgs,
  idOf: (item: T) => number | string,
): object {
  const { first, last } = args[WHOLE] === true ? { first: all.length, last: null } : args;
  if (args[WHOLE] === undefined && first == null && last == null) {
    throw new GraphQLError('you must provide one of first or last', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  if (args[WHOLE] === undefined && ((first ?? 0) > MAX_PAGE || (last ?? 0) > MAX_PAGE)) {
    throw new GraphQLError(`The page size must be at most ${MAX_PAGE}.`, {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  const ordered = args.reverse === true ? [...all].reverse() : all;
  const position = (cursor: string): number =>
    ordered.findIndex((item) => cursorOf(idOf(item)) === cursor);
  const from = args.after == null ? 0 : position(args.after) + 1;
  const to = args.before == null ? ordered.length : Math.max(position(args.before), from);
  let start = from;
  let end = to;
  if (first != null) end = Math.min(end, start + first);
  if (last != null) start = Math.max(start, end - last);
  const nodes = ordered.slice(start, end);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(idOf(node)) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf(id: number | string): string {
  return Buffer.from(JSON.stringify({ last_id: id })).toString('base64');
}
