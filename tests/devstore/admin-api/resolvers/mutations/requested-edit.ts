/** Answers to the buyer's own requests. */
import type { Context } from '../../context.ts';
import { answerRequestedEdit, DECLINE_NOTE_MAX } from '../../../world/orders/requested-edits.ts';
import { requestedEditById } from '../order/requested-edit.ts';

type Answer = Parameters<typeof answerRequestedEdit>[4];

function answerEdit(id: string, answer: Answer, context: Context): object {
  const found = requestedEditById(context, id);
  if (found === null || found.edit.status !== 'REQUESTED') {
    return {
      requestedOrderEdit: found,
      userErrors: [{ field: ['input', 'id'], message: 'The request is not open.' }],
    };
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
    return {
      requestedOrderEdit: null,
      userErrors: [{ field: ['input', 'declineNote'], message: 'Decline note is too long.' }],
    };
  }
  return answerEdit(input.id, { decision: 'decline', note: text }, context);
}

export const requestedEditMutations = { requestedOrderEditResolve, requestedOrderEditDecline };
