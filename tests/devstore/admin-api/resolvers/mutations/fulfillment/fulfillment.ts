/** Holds, and asking a 3PL to stop. */
import type { Context } from '../../../context.ts';
import * as holds from '../../../../world/fulfillment/fulfillment-holds.ts';
import * as work from '../../../../world/fulfillment/fulfillment-requests.ts';
import { cancelFulfillment } from '../../../../world/fulfillment/fulfillments.ts';
import { readId } from '../../../inputs/ids.ts';
import { holdSource } from '../../fulfillment.ts';
import { findInOrders, findWork, fulfillmentSource, workSource } from '../../sources.ts';
import { reach } from '../../../scopes.ts';

interface HoldArgs {
  readonly id: string;
  readonly fulfillmentHold: {
    readonly reason: string;
    readonly reasonNotes?: string | null;
    readonly handle?: string | null;
    readonly externalId?: string | null;
    readonly fulfillmentOrderLineItems?:
      | readonly { readonly id: string; readonly quantity: number }[]
      | null;
  };
}

const HOLD_REFUSALS: Readonly<
  Record<holds.HoldRefusal, { code: string | null; field: string[]; message: string }>
> = {
  DUPLICATE_FULFILLMENT_HOLD_HANDLE: {
    code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
    field: ['fulfillmentHold', 'handle'],
    message:
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
  },
  FULFILLMENT_ORDER_HOLD_LIMIT_REACHED: {
    code: 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
    field: ['id'],
    message:
      'The maximum number of fulfillment holds for this fulfillment order has been reached for this app.',
  },
  FULFILLMENT_ORDER_NOT_SPLITTABLE: {
    code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
    message: 'The fulfillment order is not in a splittable state.',
  },
  DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS: {
    code: 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
    field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
    message: 'The fulfillment order line items are not unique.',
  },
  GREATER_THAN_ZERO: {
    code: 'GREATER_THAN_ZERO',
    field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
    message: 'The fulfillment order line item quantity must be greater than 0.',
  },
  INVALID_LINE_ITEM_QUANTITY: {
    code: 'INVALID_LINE_ITEM_QUANTITY',
    field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
    message: 'The fulfillment order line item quantity is invalid.',
  },
  HANDLE_TOO_LONG: {
    code: null,
    field: ['fulfillmentHold', 'handle'],
    message: `Handle is too long (maximum is ${holds.MAX_HANDLE_LENGTH} characters)`,
  },
  NOT_HOLDABLE: {
    code: null,
    field: ['id'],
    message: 'The fulfillment order is not in a state that can be put on hold.',
  },
};

function fulfillmentOrderHold(_root: null, args: HoldArgs, context: Context): object {
  const found = findWork(context, readId('FulfillmentOrder', args.id));
  const refused = (error: object): object => ({
    fulfillmentHold: null,
    fulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [error],
  });
  if (found === null || !mayWrite(context, found.part)) return refused(notFound());
  const { order, part } = found;
  const wanted = args.fulfillmentHold;
  const lines = wanted.fulfillmentOrderLineItems ?? [];
  const placed = holds.placeHold(
    context.kernel,
    context.shop,
    order,
    part,
    {
      handle: wanted.handle ?? '',
      reason: wanted.reason,
      reasonNotes: wanted.reasonNotes ?? null,
      externalId: wanted.externalId ?? null,
      lines:
        lines.length === 0
          ? null
          : lines.map(({ id, quantity }) => ({
              id: readId('FulfillmentOrderLineItem', id),
              quantity,
            })),
    },
    context.actor,
  );
  if ('refused' in placed) return refused(HOLD_REFUSALS[placed.refused]);
  return {
    fulfillmentHold: holdSource(placed.hold),
    fulfillmentOrder: workSource(order, part),
    remainingFulfillmentOrder:
      placed.remaining === null ? null : workSource(order, placed.remaining),
    userErrors: [],
  };
}

interface ReleaseArgs {
  readonly id: string;
  readonly holdIds?: readonly string[] | null;
}

function fulfillmentOrderReleaseHold(_root: null, args: ReleaseArgs, context: Context): object {
  const found = findWork(context, readId('FulfillmentOrder', args.id));
  if (found === null || !mayWrite(context, found.part)) {
    return { fulfillmentOrder: null, userErrors: [notFound()] };
  }
  const { order, part } = found;
  const ids = args.holdIds == null ? null : args.holdIds.map((id) => readId('FulfillmentHold', id));
  const foreign = part.holds.some(
    ({ id, heldBy }) =>
      ids?.includes(id) === true &&
      (heldBy.kind !== 'app' || heldBy.appId !== context.installation.app.id),
  );
  if (foreign) {
    return {
      fulfillmentOrder: null,
      userErrors: [
        {
          code: 'INVALID_ACCESS',
          field: ['holdIds'],
          message: "The app doesn't have access to release the fulfillment hold.",
        },
      ],
    };
  }
  holds.releaseHolds(context.kernel, context.shop, order, part, ids, context.actor);
  return { fulfillmentOrder: workSource(order, part), userErrors: [] };
}

interface RequestArgs {
  readonly id: string;
  readonly message?: string | null;
}

function fulfillmentOrderSubmitCancellationRequest(
  _root: null,
  args: RequestArgs,
  context: Context,
): object {
  const found = findWork(context, readId('FulfillmentOrder', args.id));
  if (found === null) return { fulfillmentOrder: null, userErrors: [notFound()] };
  const { order, part } = found;
  if (!work.canRequestCancellation(part)) {
    return {
      fulfillmentOrder: null,
      userErrors: [
        {
          field: ['id'],
          message: 'Cannot request cancellation for the fulfillment order in its current state.',
        },
      ],
    };
  }
  work.submitCancellationRequest(
    context.kernel,
    context.shop,
    order,
    part,
    args.message ?? null,
    context.actor,
  );
  return { fulfillmentOrder: workSource(order, part), userErrors: [] };
}

function fulfillmentOrderCancel(
  _root: null,
  args: { readonly id: string },
  context: Context,
): object {
  const found = findWork(context, readId('FulfillmentOrder', args.id));
  const refused = (error: object): object => ({
    fulfillmentOrder: null,
    replacementFulfillmentOrder: null,
    userErrors: [error],
  });
  if (found === null) return refused({ ...notFound(), code: null });
  const { order, part } = found;
  if (part.progressReportedByHand) {
    return refused({
      code: 'FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS',
      field: ['id'],
      message:
        'Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.',
    });
  }
  if (!['SUBMITTED', 'CANCELLATION_REQUESTED'].includes(part.requestStatus)) {
    return refused({
      code: 'FULFILLMENT_ORDER_CANNOT_BE_CANCELLED',
      field: ['id'],
      message: "Fulfillment order is not in cancelable request state and can't be canceled.",
    });
  }
  const replacement = work.cancelFulfillmentOrder(
    context.kernel,
    context.shop,
    order,
    part,
    context.actor,
  );
  return {
    fulfillmentOrder: workSource(order, part),
    replacementFulfillmentOrder: workSource(order, replacement),
    userErrors: [],
  };
}

function fulfillmentCancel(_root: null, args: { readonly id: string }, context: Context): object {
  const id = readId('Fulfillment', args.id);
  const found = findInOrders(context, (order) => order.fulfillments.find((f) => f.id === id));
  if (found === null || found.part.status === 'CANCELLED' || found.part.deliveredAt !== null) {
    return {
      fulfillment: found === null ? null : fulfillmentSource(found.order, found.part),
      userErrors: [{ field: ['id'], message: 'The fulfillment cannot be cancelled.' }],
    };
  }
  cancelFulfillment(context.kernel, context.shop, found.order, found.part, context.actor);
  return { fulfillment: fulfillmentSource(found.order, found.part), userErrors: [] };
}

function notFound(): object {
  return {
    code: 'FULFILLMENT_ORDER_NOT_FOUND',
    field: ['id'],
    message: 'The fulfillment order could not be found.',
  };
}

/** Whose location it is decides which scope an app must hold to act on the work. */
export function mayWrite(
  { installation }: Context,
  part: { readonly fulfillmentServiceHandle: string | null },
): boolean {
  const granted = reach(installation.scopes);
  return part.fulfillmentServiceHandle === null
    ? granted.has('write_merchant_managed_fulfillment_orders')
    : granted.has('write_third_party_fulfillment_orders');
}

export const fulfillmentMutations = {
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrderSubmitCancellationRequest,
  fulfillmentOrderCancel,
  fulfillmentCancel,
};
