import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';

import {
  type Answering,
  approveRequest,
  declineRequest,
  resumeCancellation,
} from '../application/cancellation/answer-request.ts';
import { assignRequest } from '../application/cancellation/assign-request.ts';
import { readRecord } from '../application/cancellation/cancellation-record.ts';
import { type CancellationId, type ShopDomain, parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { MOST_STAFF_CHOICE_BYTES, choiceOf } from '../http/staff/staff-choice.ts';
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

/** Answers or assigns a request, or leads a cancellation on that needs a person. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff(staff, [{ code: 'not_found' }]);
    const body = await readJsonBody(args.request, cancellationAnswer, MOST_STAFF_CHOICE_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    if (body.value.answer === 'assign') {
      const assignment = { to: body.value.to, by: staff.actor.staffId };
      const assigned = await assignRequest(args.context.container, staff.shop, id, assignment);
      return assigned.ok
        ? cancellationAnswerOf(args.context, staff, id)
        : refusedToStaff(staff, [assigned.error]);
    }
    const answer = body.value;
    return asPermitted(args, staff, async (by) => {
      const answered = await carryOut(args.context, staff.shop, id, by, answer);
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
  answer: Exclude<CancellationAnswer, { answer: 'assign' }>,
) {
  switch (answer.answer) {
    case 'approve_changed': {
      const choice = choiceOf(answer);
      return choice.ok
        ? approveRequest(container, shop, id, by, { kind: 'changed', choice: choice.value })
        : choice;
    }
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
