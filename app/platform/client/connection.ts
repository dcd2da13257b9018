import type { PlatformResult } from '../../application/shared/platform.ts';
import { ok } from '../../domain/result.ts';
import { required } from './answer.ts';
import { reading } from './platform-error.ts';

/** A page of a list. Source: https://shopify.dev/docs/api/usage/pagination-graphql */
interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Where the next page begins; null after the last one. Throws MalformedAnswer. */
export const nextCursor = ({ pageInfo }: Connection<unknown>): string | null =>
  pageInfo.hasNextPage ? required(pageInfo.endCursor, 'PageInfo.endCursor') : null;

/** Everything from a first page to the end of the list, or until what was read so far is enough. */
export async function readToEnd<Node>(
  first: Connection<Node>,
  readAfter: (cursor: string) => Promise<PlatformResult<Connection<Node>>>,
  isEnough: (soFar: readonly Node[]) => boolean = () => false,
): Promise<PlatformResult<Node[]>> {
  const nodes = [...first.nodes];
  let cursor = reading(false, () => nextCursor(first));
  while (cursor.ok && cursor.value !== null && !isEnough(nodes)) {
    const page = await readAfter(cursor.value);
    if (!page.ok) return page;
    nodes.push(...page.value.nodes);
    cursor = reading(false, () => nextCursor(page.value));
  }
  return cursor.ok ? ok(nodes) : cursor;
}
