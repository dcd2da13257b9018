import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';

import {
  type Answering,
  approveRequest,
  declineRequest,
  resumeCancellation,
} from '../application/cancellation/answer-request.ts';
import { readRecord } from '../application/cancellation/cancellation-record.ts';
import { type CancellationId, type ShopDomain, parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { asPermitted, refusedBodyOfStaff, refusedToStaff } from '../http/staff/staff-order.ts';
import { type Staff, staffAccess, staffJson } from '../http/staff/staff.ts';
import {
  type CancellationAnswer,
  cancellationAnswer,
} from '../contract/staff/cancellation-answer.ts';
import type { StaffCancellationView } from '../contract/staff/staff-cancellation-view.ts';
import { presentCancellation } from '../presentation/cancellation/present-cancellation.ts';

/** Where a cancellation stands; pages ask for it while it is on its way. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    return id
      ? cancellationAnswerOf(args.context, staff, id)
      : refusedToStaff(staff, [{ code: 'not_found' }]);
  });

/** Approves or declines a request, or leads a cancellation on that needs a person. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff(staff, [{ code: 'not_found' }]);
    const body = await readJsonBody(args.request, cancellationAnswer);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    return asPermitted(args, staff, async (by) => {
      const answered = await carryOut(args.context, staff.shop, id, by, body.value);
      return answered.ok
        ? cancellationAnswerOf(args.context, staff, id)
        : refusedToStaff(staff, answered.error);
    });
  });

function carryOut(
  { container }: AppLoadContext,
  shop: ShopDomain,
  id: CancellationId,
  by: Answering,
  answer: CancellationAnswer,
) {
  switch (answer.answer) {
    case 'approve':
      return approveRequest(container, shop, id, by, {
        kind: 'as_asked',
        noteToCustomer: answer.noteToCustomer,
      });
    case 'decline':
      return declineRequest(container, shop, id, by, answer);
    case 'resume':
      return resumeCancellation(container, shop, id, by, answer);
  }
}

async function cancellationAnswerOf(
  context: AppLoadContext,
  staff: Staff,
  id: CancellationId,
): Promise<Response> {
  const { store, policies } = context.container;
  const [record, policy, access] = await Promise.all([
    readRecord(store, staff.shop, id),
    policies.current(staff.shop),
    staffAccess({ context }, staff),
  ]);
  return record
    ? Response.json(
        presentCancellation(record, policy, access, staff.messages) satisfies StaffCancellationView,
      )
    : refusedToStaff(staff, [{ code: 'not_found' }]);
}
