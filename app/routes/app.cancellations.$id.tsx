import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';

import {
  type Answering,
  approveRequest,
  declineRequest,
  resumeCancellation,
} from '../application/answer-request.ts';
import { readRecord } from '../application/cancellation-record.ts';
import { type CancellationId, type ShopDomain, parseCancellationId } from '../domain/ids.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refusedBody } from '../http/refused.ts';
import { asPermitted, refusedToStaff } from '../http/staff-order.ts';
import { STAFF_LOCALE, staffJson } from '../http/staff.ts';
import {
  type CancellationAnswer,
  cancellationAnswer,
} from '../presentation/cancellation-answer.ts';
import { presentCancellation } from '../presentation/present-cancellation.ts';

/** Where a cancellation stands; pages ask for it while it is on its way. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    return id
      ? cancellationAnswerOf(args.context, shop, id)
      : refusedToStaff([{ code: 'not_found' }]);
  });

/** Approves or declines a request, or leads a cancellation on that needs a person. */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    if (!id) return refusedToStaff([{ code: 'not_found' }]);
    const body = await readJsonBody(args.request, cancellationAnswer);
    if (!body.ok) return refusedBody(body.error);
    return asPermitted(args, staff, async (by) => {
      const answered = await carryOut(args.context, staff.shop, id, by, body.value);
      return answered.ok
        ? cancellationAnswerOf(args.context, staff.shop, id)
        : refusedToStaff(answered.error);
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
    : refusedToStaff([{ code: 'not_found' }]);
}
