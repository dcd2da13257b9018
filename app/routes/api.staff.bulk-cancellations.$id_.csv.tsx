import type { LoaderFunctionArgs } from '@remix-run/node';

import { readBulk } from '../application/bulk/read-bulk.ts';
import { parseBulkId } from '../http/staff/staff-bulk.ts';
import { staffJson } from '../http/staff/staff.ts';
import { refusedToStaff } from '../http/staff/staff-order.ts';
import { bulkCsv } from '../presentation/bulk/bulk-csv.ts';

/** What became of each order of a bulk, as a file. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseBulkId(args.params['id']);
    const seen = id && (await readBulk(args.context.container, staff.shop, id));
    if (!seen) return refusedToStaff(staff, [{ code: 'bulk_not_found' }]);
    return new Response(bulkCsv(seen, staff.messages), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="cancellations-${seen.bulk.number}.csv"`,
      },
    });
  });
