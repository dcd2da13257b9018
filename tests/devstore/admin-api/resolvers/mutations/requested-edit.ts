/** Requests of buyers: made for them, marked as done, declined. A second answer is an error. The words are our own. */
import type { Context } from '../../context.ts';
import {
  answerRequestedEdit,
  DECLINE_NOTE_MAX,
  requestOrderEdit,
  requestRefusal,
  type WantedRemoval,
} from '../../../world/orders/annotations/requested-edits.ts';
import { readId } from '../../inputs/ids.ts';
import { requestedEditById, requestedEditSource } from '../order/requested-edit.ts';
import { visibleOrder } from '../sources.ts';

type Answer = Parameters<typeof answerRequestedEdit>[4];

export interface RemovalsInput {
  readonly orderId: string;
  readonly lineItems: {
    readonly removals?:
      | readonly { readonly lineItemId: string; readonly quantity: number }[]
      | null;
  };
}

export function wantedRemovals({ lineItems }: RemovalsInput): WantedRemoval[] {
  return (lineItems.removals ?? []).map(({ lineItemId, quantity }) => ({
    lineItemId: readId('LineItem', lineItemId),
    quantity,
  }));
}

const refused = (code: string, field: readonly string[], message: string): object => ({
  requestedOrderEdit: null,
  userErrors: [{ code, field: ['input', ...field], message }],
});

function requestedOrderEditCreate(
  _root: null,
  { input }: { readonly input: RemovalsInput },
  context: Context,
): object {
  const { kernel, shop, actor } = context;
  const order = visibleOrder(context, readId('Order', input.orderId));
  if (order === null) return refused('NOT_FOUND', ['orderId'], 'Order does not exist.');
  const removals = wantedRemovals(input);
  const why = requestRefusal(order, removals);
  if (why !== null) return refused('INVALID', ['lineItems', 'removals'], why);
  const edit = requestOrderEdit(kernel, shop, order, removals, actor);
  return { requestedOrderEdit: requestedEditSource(order, edit), userErrors: [] };
}

function answerEdit(id: string, answer: Answer, context: Context): object {
  const found = requestedEditById(context, id);
  if (found === null) return refused('NOT_FOUND', ['id'], 'The request does not exist.');
  if (found.edit.status !== 'REQUESTED') {
    return refused('INVALID', ['id'], 'The request is not open.');
  }
  answerRequestedEdit(context.kernel, context.shop, found.order, found.edit, answer, context.actor);
  return { requestedOrderEdit: found, userErrors: [] };
}

function requestedOrderEditResolve(
  _root: null,
  { input }: { readonly input: { readonly id: string } },
  context: Context,
): object {
  return answerEdit(input.id, { decision: 'resolve' }, context);
}

function requestedOrderEditDecline(
  _root: null,
  { input }: { readonly input: { readonly id: string; readonly declineNote?: string | null } },
  context: Context,
): object {
  const text = input.declineNote ?? null;
  if (text !== null && text.length > DECLINE_NOTE_MAX) {
    return refused('INVALID', ['declineNote'], 'Decline note is too long.');
  }
  return answerEdit(input.id, { decision: 'decline', note: text }, context);
}

export const requestedEditMutations = {
  requestedOrderEditCreate,
  requestedOrderEditResolve,
  requestedOrderEditDecline,
};
