import { gid } from '../../world/gid.ts';
import { statusOf, type BulkOperation, type BulkType } from '../../world/bulk/bulk-operations.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import type { Context, TypeResolvers } from '../context.ts';
import { equals, matcherOf, numeric, time } from '../inputs/search-syntax.ts';
import { notSimulated } from '../not-simulated.ts';

const bulkOperation: TypeResolvers<'BulkOperation'> = {
  id: ({ id }) => gid('BulkOperation', id),
  status: (operation, _args, { kernel }) => statusOf(operation, kernel.now()),
  type: ({ type }) => type,
  query: ({ query }) => query,
  errorCode: ({ errorCode }) => errorCode,
  createdAt: ({ createdAt }) => iso(createdAt),
  completedAt: ({ completedAt }) => iso(completedAt),
  objectCount: ({ objectCount }) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }) => String(rootObjectCount),
  fileSize: ({ fileSize }) => (fileSize === null ? null : String(fileSize)),
  url: (operation, _args, { kernel }) =>
    statusOf(operation, kernel.now()) === 'EXPIRED' ? null : operation.url,
  partialDataUrl: ({ partialDataUrl }) => partialDataUrl,
};

export const bulkOperationResolvers = { BulkOperation: bulkOperation };

export interface BulkOperationsArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

/** Newest first unless reversed. */
export function bulkOperationsPage(context: Context, args: BulkOperationsArgs): object {
  if ((args.sortKey ?? 'CREATED_AT') !== 'CREATED_AT') {
    throw notSimulated(`QueryRoot.bulkOperations(sortKey: ${args.sortKey ?? ''})`);
  }
  const now = context.kernel.now();
  const matches = matcherOf<BulkOperation>(
    {
      root: 'bulkOperations',
      filters: {
        id: numeric(({ id }) => id),
        created_at: time(({ createdAt }) => createdAt),
        operation_type: equals(({ type }) => type),
        status: equals((operation) => statusOf(operation, now)),
      },
      freeText: () => {
        throw notSimulated('QueryRoot.bulkOperations(query: free text)');
      },
    },
    args.query ?? '',
  );
  const found = context.kernel.bulk.of(context.installation).filter(matches).toReversed();
  return connection(found, args, ({ id }) => id);
}

export const latestOperation = (
  { kernel, installation }: Context,
  type: BulkType,
): BulkOperation | null =>
  kernel.bulk
    .of(installation)
    .filter((operation) => operation.type === type)
    .at(-1) ?? null;
