import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { confirmBulk, discardBulk, stopBulk } from '../application/bulk/decide-bulk.ts';
import type { StaffMember } from '../application/cancellation/open/asked-by-staff.ts';
import { type BulkView, type DecideBulkBody, decideBulkBody } from '../contract/bulk/bulk-view.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { parseBulkId, readBulkView } from '../http/staff/staff-bulk.ts';
import { type Staff, staffJson } from '../http/staff/staff.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';

/** How far a bulk has come. */
export const loader = (args: LoaderFunctionArgs) => staffJson(args, (staff) => answer(args, staff));

/** Confirms, stops or gives up a bulk; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, decideBulkBody);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    return asPermitted(args, staff, async (by) => {
      const decided = await decide(args, staff, by, body.value);
      return decided.ok ? answer(args, staff) : refusedToStaff(staff, decided.error);
    });
  });

async function decide(
  { params, context: { container } }: ActionFunctionArgs,
  { shop }: Staff,
  by: StaffMember,
  body: DecideBulkBody,
): Promise<Result<null, readonly Refusal[]>> {
  const id = parseBulkId(params['id']);
  if (id === null) return err([{ code: 'bulk_not_found' }]);
  switch (body.do) {
    case 'confirm':
      return confirmBulk(container, shop, id, by, body);
    case 'stop':
      return stopBulk(container, shop, id, by.actor);
    case 'discard': {
      const bulk = await container.bulks.get(shop, id);
      if (!bulk) return err([{ code: 'bulk_not_found' }]);
      await discardBulk(container, shop, bulk);
      return ok(null);
    }
  }
}

async function answer(
  args: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>,
  staff: Staff,
): Promise<Response> {
  const view = await readBulkView(args, staff, parseBulkId(args.params['id']));
  return view
    ? Response.json(view satisfies BulkView)
    : refusedToStaff(staff, [{ code: 'bulk_not_found' }]);
}
