import type { OrderExport } from '../../application/order/ports.ts';
import type { Platform } from '../../application/shared/platform.ts';
import { err, ok } from '../../domain/result.ts';
import { required } from '../client/answer.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { type FetchFile, fetchLines } from '../client/fetch-lines.ts';
import { reading, refused } from '../client/platform-error.ts';
import {
  type ExportedOrder,
  exportOrders,
  READ_ORDER_EXPORT,
  START_ORDER_EXPORT,
} from '../documents/order/export-orders.ts';
import { snapshotsOf } from './order-snapshots.ts';
import { since } from './search-syntax.ts';

/** Lines that are stored together; after each the place in the file is kept. */
const LINES_AT_ONCE = 500;

/** The platform takes five bulk queries of an app and shop at a time, and says so in these codes. */
const BUSY = ['OPERATION_IN_PROGRESS', 'LIMIT_REACHED'];

/** Orders by bulk operation: https://shopify.dev/docs/api/usage/bulk-operations/queries */
export function createOrderExports(
  client: AdminClient,
  fetchFile: FetchFile,
): Pick<Platform, 'startOrderExport' | 'readOrderExport' | 'exportedOrders'> {
  return {
    async startOrderExport(shop, { updatedSince }) {
      const filter = updatedSince === null ? '' : since('updated_at', updatedSince);
      const answer = await client.mutate(shop, START_ORDER_EXPORT, { query: exportOrders(filter) });
      if (!answer.ok) return answer;
      const { data, beside } = answer.value;
      if (beside) return err(beside);
      const started = data.bulkOperationRunQuery;
      const [error] = started?.userErrors ?? [];
      if (error) {
        return BUSY.includes(error.code ?? '')
          ? ok(null)
          : refused(error.code ?? null, error.message);
      }
      return reading(true, () => required(started?.bulkOperation?.id, 'BulkOperation.id'));
    },

    async readOrderExport(shop, exportId) {
      const answer = await client.send(shop, READ_ORDER_EXPORT, { id: exportId });
      if (!answer.ok) return answer;
      return reading(
        false,
        () => answer.value.bulkOperation && exportOf(answer.value.bulkOperation),
      );
    },

    async *exportedOrders(file, fromLine) {
      let line = 0;
      for await (const lines of fetchLines(fetchFile, file, LINES_AT_ONCE)) {
        if (!lines.ok) {
          yield lines;
          return;
        }
        const wanted = lines.value.slice(Math.max(0, fromLine - line));
        line += lines.value.length;
        if (wanted.length === 0) continue;
        // A line that was cut is the connection's fault, and the same line is whole the next time.
        const nodes = reading(false, () => wanted.map(parseLine));
        const page = nodes.ok ? reading(false, () => snapshotsOf(nodes.value)) : nodes;
        yield page.ok ? ok({ ...page.value, lines: wanted.length }) : page;
        if (!page.ok) return;
      }
    },
  };
}

function exportOf({
  status,
  url,
  objectCount,
}: {
  readonly status: string;
  readonly url?: string | null;
  readonly objectCount: string;
}): OrderExport {
  switch (status) {
    case 'CREATED':
    case 'RUNNING':
    case 'CANCELING':
      return { state: 'running' };
    case 'COMPLETED':
      return { state: 'written', file: url ?? null, lines: Number(objectCount) };
    // CANCELED, EXPIRED, FAILED, and whatever comes to be: nothing can be had of it.
    default:
      return { state: 'failed' };
  }
}

/** Throws TypeError for what is no JSON object. */
function parseLine(line: string): ExportedOrder {
  let node: unknown;
  try {
    node = JSON.parse(line);
  } catch {
    throw new TypeError('A line of the file is no JSON.');
  }
  if (typeof node !== 'object' || node === null) throw new TypeError('A line names no order.');
  return node as ExportedOrder;
}
