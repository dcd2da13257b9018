/**
 * `fulfillmentOrderMove` and `fulfillmentOrderMerge`. Texts as recorded: https://github.com/airhorns/shopify-draft-proxy
 * (fulfillment-order-move-validation.json, fulfillment-order-merge-validation.json). Those for a location that does
 * not stock the goods and for a line that is not there are not.
 */
import type { Context } from '../../../context.ts';
import {
  isMergeable,
  mergeFulfillmentOrders,
  moveFulfillmentOrder,
  moveRefusal,
  type MoveRefusal,
  type WantedUnits,
} from '../../../../world/fulfillment/fulfillment-order-moves.ts';
import type { FulfillmentOrder, Order } from '../../../../world/model.ts';
import { readId } from '../../../inputs/ids.ts';
import { notSimulated } from '../../../not-simulated.ts';
import { findWork, workSource } from '../../sources.ts';
import { mayWrite } from './fulfillment.ts';

interface LineInput {
  readonly id: string;
  readonly quantity: number;
}

interface UserError {
  readonly code: string | null;
  readonly field: readonly string[] | null;
  readonly message: string;
}

const NO_LINE = 'Fulfillment order line item does not exist.';
const INVALID_QUANTITY = 'Invalid fulfillment order line item quantity requested.';

const plain = (message: string): UserError => ({ code: null, field: null, message });

const MOVE_REFUSALS: Readonly<Record<MoveRefusal, UserError>> = {
  CLOSED: plain('Cannot change location.'),
  PROGRESS_REPORTED: {
    code: 'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS',
    field: ['id'],
    message:
      'Cannot move a fulfillment order that has had progress reported. To move a fulfillment order that has had progress reported, the fulfillment order must first be marked as open resolving the ongoing progress state.',
  },
  AT_SERVICE: plain(
    'Cannot move submitted fulfillment order that is at a 3PL fulfillment service.',
  ),
  NO_LOCATION: { code: null, field: ['id'], message: 'Location not found.' },
  NOT_STOCKED: plain('The destination location does not stock the requested inventory item.'),
  NO_LINE: plain(NO_LINE),
  INVALID_QUANTITY: plain(INVALID_QUANTITY),
};

interface MoveArgs {
  readonly id: string;
  readonly newLocationId: string;
  readonly fulfillmentOrderLineItems?: readonly LineInput[] | null;
}

function fulfillmentOrderMove(_root: null, args: MoveArgs, context: Context): object {
  const { kernel, shop, actor } = context;
  const found = findWork(context, readId('FulfillmentOrder', args.id));
  const refused = (error: UserError): object => ({
    movedFulfillmentOrder: null,
    originalFulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [error],
  });
  if (found === null || !mayWrite(context, found.part)) {
    return refused({ code: null, field: ['id'], message: 'Fulfillment order does not exist.' });
  }
  const { order, part: work } = found;
  const to = shop.locations.get(readId('Location', args.newLocationId));
  const wanted = args.fulfillmentOrderLineItems?.map(wantedUnits) ?? null;
  const why = moveRefusal(shop, order, work, to, wanted);
  if (why !== null || to === undefined) return refused(MOVE_REFUSALS[why ?? 'NO_LOCATION']);
  if (to.id === work.locationId) {
    throw notSimulated('Mutation.fulfillmentOrderMove(newLocationId: where it is)');
  }
  const isHeld = work.holds.length > 0;
  if (isHeld && wanted !== null) {
    throw notSimulated('Mutation.fulfillmentOrderMove(fulfillmentOrderLineItems: of held work)');
  }
  const { moved, remaining } = moveFulfillmentOrder(kernel, shop, order, work, to, wanted, actor);
  return {
    movedFulfillmentOrder: workSource(order, moved),
    originalFulfillmentOrder: workSource(order, work),
    remainingFulfillmentOrder: remaining === null ? null : workSource(order, remaining),
    userErrors: [],
  };
}

function wantedUnits({ id, quantity }: LineInput): WantedUnits {
  return { id: readId('FulfillmentOrderLineItem', id), quantity };
}

interface MergeArgs {
  readonly fulfillmentOrderMergeInputs: readonly {
    readonly mergeIntents: readonly {
      readonly fulfillmentOrderId: string;
      readonly fulfillmentOrderLineItems?: readonly LineInput[] | null;
    }[];
  }[];
}

type Intent = MergeArgs['fulfillmentOrderMergeInputs'][number]['mergeIntents'][number];

/** All sets or none: the first refusal is the answer. */
function fulfillmentOrderMerge(
  _root: null,
  { fulfillmentOrderMergeInputs: inputs }: MergeArgs,
  context: Context,
): object {
  const refused = (error: UserError): object => ({
    fulfillmentOrderMerges: null,
    userErrors: [error],
  });
  const sets: { order: Order; works: FulfillmentOrder[] }[] = [];
  for (const [set, { mergeIntents }] of inputs.entries()) {
    const works: FulfillmentOrder[] = [];
    let of: Order | null = null;
    for (const [place, intent] of mergeIntents.entries()) {
      const found = findWork(context, readId('FulfillmentOrder', intent.fulfillmentOrderId));
      if (found === null || !mayWrite(context, found.part)) {
        return refused({
          code: 'FULFILLMENT_ORDER_NOT_FOUND',
          field: null,
          message: 'Fulfillment order does not exist.',
        });
      }
      const error = intentError(found.part, intent, [
        'fulfillmentOrderMergeInputs',
        String(set),
        'mergeIntents',
        String(place),
      ]);
      if (error !== null) return refused(error);
      if (of !== null && of !== found.order) {
        throw notSimulated('Mutation.fulfillmentOrderMerge(of several orders)');
      }
      of = found.order;
      works.push(found.part);
    }
    if (new Set(works.map(({ locationId }) => locationId)).size > 1) {
      throw notSimulated('Mutation.fulfillmentOrderMerge(across locations)');
    }
    if (of !== null) sets.push({ order: of, works });
  }
  return {
    fulfillmentOrderMerges: sets.flatMap(({ order, works: [first, ...others] }) => {
      if (first === undefined) return [];
      mergeFulfillmentOrders(context.kernel, context.shop, order, first, others, context.actor);
      return [{ fulfillmentOrder: workSource(order, first) }];
    }),
    userErrors: [],
  };
}

function intentError(
  work: FulfillmentOrder,
  { fulfillmentOrderLineItems: lines }: Intent,
  path: readonly string[],
): UserError | null {
  for (const [index, { quantity }] of (lines ?? []).entries()) {
    if (quantity <= 0) {
      return {
        code: 'GREATER_THAN',
        field: [...path, 'fulfillmentOrderLineItems', String(index), 'quantity'],
        message: 'You must select at least one item to merge into a new fulfillment order.',
      };
    }
  }
  if (!isMergeable(work)) {
    return plain(`Fulfillment order: ${work.id} is currently not in a mergeable state.`);
  }
  for (const wanted of (lines ?? []).map(wantedUnits)) {
    const line = work.lines.find(({ id }) => id === wanted.id);
    if (line === undefined) return plain(NO_LINE);
    if (wanted.quantity > line.remainingQuantity) return plain(INVALID_QUANTITY);
    if (wanted.quantity < line.remainingQuantity) {
      throw notSimulated('Mutation.fulfillmentOrderMerge(of a part)');
    }
  }
  if (lines != null && lines.length < work.lines.length) {
    throw notSimulated('Mutation.fulfillmentOrderMerge(of a part)');
  }
  return null;
}

export const fulfillmentMoveMutations = { fulfillmentOrderMove, fulfillmentOrderMerge };
