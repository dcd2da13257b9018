import type { ActionFunctionArgs } from '@remix-run/node';

import { beginExport } from '../application/history/export-history.ts';
import { HISTORY_LIST } from '../application/history/history-search.ts';
import { filterOf } from '../application/history/read-history.ts';
import { historyExportBody } from '../contract/list/history-view.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';
import { readListQuery } from '../presentation/list/list-query.ts';

/** Begins a file of what the history's list shows at an address. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, historyExportBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    return asPermitted(args, staff, async ({ actor }) => {
      const { container } = args.context;
      const { what, format, query } = body.value;
      const { timeZone } = await container.records.state(staff.shop);
      const asked = readListQuery(HISTORY_LIST, new URLSearchParams(query));
      const id = await beginExport(container, staff.shop, actor, {
        ...{ what, format, timeZone, locale: staff.messages.locale },
        filter: filterOf(asked, timeZone),
      });
      return Response.json({ id });
    });
  });
