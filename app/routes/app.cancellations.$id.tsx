import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';

import {
  approveRequest,
  declineRequest,
  resumeCancellation,
} from '../application/answer-request.ts';
import { readRecord } from '../application/read-shopper-order.ts';
import { type CancellationId, type ShopDomain, parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refused, refusedBody } from '../http/refused.ts';
import { STAFF_LOCALE, type Staff, staffJson } from '../http/staff.ts';
import {
  type CancellationAnswer,
  cancellationAnswer,
} from '../presentation/cancellation-answer.ts';
import { presentCancellation } from '../presentation/present-cancellation.ts';
import { presentStaffRefusal } from '../presentation/present-staff-order.ts';

/** Where a cancellation stands; pages ask for it while it is on its way. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    return id
      ? cancellationAnswerOf(args.context, shop, id)
      : refused([{ code: 'not_found' }], presentStaffRefusal);
  });

/** Approves or declines a request, or leads a cancellation on that needs a person. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refused([{ code: 'not_found' }], presentStaffRefusal);
    const body = await readJsonBody(args.request, cancellationAnswer);
    if (!body.ok) return refusedBody(body.error);
    const answered = await carryOut(args.context, staff, id, body.value);
    return answered.ok
      ? cancellationAnswerOf(args.context, staff.shop, id)
      : refused(answered.error, presentStaffRefusal);
  });

function carryOut(
  { container }: AppLoadContext,
  { shop, actor }: Staff,
  id: CancellationId,
  answer: CancellationAnswer,
) {
  switch (answer.answer) {
    case 'approve':
      return approveRequest(container, shop, id, actor, {
        kind: 'as_asked',
        noteToCustomer: answer.noteToCustomer,
      });
    case 'decline':
      return declineRequest(container, shop, id, actor, answer.noteToCustomer);
    case 'resume':
      return resumeCancellation(container, shop, id, actor, answer.choice);
  }
}

async function cancellationAnswerOf(
  { container }: AppLoadContext,
  shop: ShopDomain,
  id: CancellationId,
): Promise<Response> {
  const [record, policy] = await Promise.all([
    readRecord(container.store, shop, id),
    container.policies.current(shop),
  ]);
  return record
    ? Response.json(presentCancellation(record, policy, STAFF_LOCALE))
    : refused([{ code: 'not_found' }], presentStaffRefusal);
}
