import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { resumeExport, stopExport } from '../application/history/export-history.ts';
import { historyExportChange } from '../contract/list/history-view.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { writeExportToken } from '../http/staff/export-token.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { staffJson } from '../http/staff/staff.ts';

/** Where a file can be fetched: for two minutes, by whoever has the address. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, (staff) =>
    asPermitted(args, staff, async () => {
      const { exports, clock, config } = args.context.container;
      const exportId = idOf(args.params['id']);
      const file = exportId && (await exports.find(staff.shop, exportId));
      if (!file || file.state !== 'done') return refusedToStaff(staff, [{ code: 'not_found' }]);
      const claim = { shop: staff.shop, exportId: file.id };
      const token = await writeExportToken(claim, clock.now(), config.shopify.apiSecret);
      return Response.json({ url: `/exports/${token}` });
    }),
  );

/** Stops a file's writing, or has it gone on with. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, historyExportChange);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    return asPermitted(args, staff, async () => {
      const id = idOf(args.params['id']);
      const change = body.value.do === 'stop' ? stopExport : resumeExport;
      return id && (await change(args.context.container, staff.shop, id))
        ? Response.json({ id })
        : refusedToStaff(staff, [{ code: 'not_found' }]);
    });
  });

/** A UUID, as cancellations' ids are. */
const idOf = (text: string | undefined): string | null => parseCancellationId(text ?? '');
