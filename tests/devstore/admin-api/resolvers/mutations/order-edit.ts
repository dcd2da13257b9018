/** `orderEditBegin`, `orderEditSetQuantity`, `orderEditCommit`: taking units off an order. */
import type { Context, Sources } from '../../context.ts';
import { idOf } from '../../../world/gid.ts';
import { commitEdit, editRefusal, quantityRefusal } from '../../../world/orders/order-edit.ts';
import { lineOf } from '../../../world/lookup.ts';
import { currentQuantity } from '../../../world/orders/order-totals.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';
import { calculatedLine, calculatedOrder, editSessionById } from '../order/order-edit.ts';
import { visibleOrder } from '../sources.ts';

function orderEditBegin(_root: null, args: { readonly id: string }, context: Context): object {
  const order = visibleOrder(context, readId('Order', args.id));
  const why = order === null ? 'The order does not exist.' : editRefusal(order, context.actor);
  if (order === null || why !== null) {
    return {
      calculatedOrder: null,
      orderEditSession: null,
      userErrors: [{ field: ['id'], message: why }],
    };
  }
  const { kernel, shop } = context;
  const session = kernel.edits.begin(kernel.nextId(), shop.domain, order.id);
  const source: Sources['OrderEditSession'] = { kind: 'OrderEditSession', session };
  return {
    calculatedOrder: calculatedOrder(order, session),
    orderEditSession: source,
    userErrors: [],
  };
}

interface SetQuantityArgs {
  readonly id: string;
  readonly lineItemId: string;
  readonly quantity: number;
  readonly restock?: boolean | null;
}

/**
 * `locationId` is "no longer supported": restocked units go where they were reserved.
 * Source: https://shopify.dev/docs/api/admin-graphql/2024-04/mutations/orderEditSetQuantity
 */
function orderEditSetQuantity(_root: null, args: SetQuantityArgs, context: Context): object {
  const calculated = editSessionById(context, calculatedId(args.id));
  const refused = (field: string, message: string): object => ({
    calculatedLineItem: null,
    calculatedOrder: null,
    orderEditSession: null,
    userErrors: [{ field: [field], message }],
  });
  if (calculated === null) return refused('id', 'The calculated order does not exist.');
  const { order, session } = calculated;
  const lineItemId =
    idOf('CalculatedLineItem', args.lineItemId) ?? readId('LineItem', args.lineItemId);
  const line = order.lines.find((candidate) => candidate.id === lineItemId);
  if (line === undefined) return refused('lineItemId', 'The line item does not exist.');
  if (args.quantity > currentQuantity(line)) {
    throw notSimulated('Mutation.orderEditSetQuantity(quantity: more than before)');
  }
  const change = { lineItemId, quantity: args.quantity, restock: args.restock ?? false };
  const why = quantityRefusal(order, change);
  if (why !== null) return refused('quantity', why);
  session.changes.set(lineItemId, change);
  const source: Sources['OrderEditSession'] = { kind: 'OrderEditSession', session };
  return {
    calculatedLineItem: calculatedLine(order, line, session),
    calculatedOrder: calculated,
    orderEditSession: source,
    userErrors: [],
  };
}

interface CommitArgs {
  readonly id: string;
  readonly notifyCustomer?: boolean | null;
  readonly staffNote?: string | null;
}

function orderEditCommit(_root: null, args: CommitArgs, context: Context): object {
  const calculated = editSessionById(context, calculatedId(args.id));
  const refused = (message: string): object => ({
    order: calculated?.order ?? null,
    successMessages: [],
    userErrors: [{ field: ['id'], message }],
  });
  if (calculated === null) return refused('The calculated order does not exist.');
  const { order, session } = calculated;
  const changes = [...session.changes.values()];
  if (changes.length === 0) return refused('There are no staged changes to commit.');
  // The order may have been shipped or cancelled since the session began.
  const why =
    editRefusal(order, context.actor) ??
    changes.map((c) => quantityRefusal(order, c)).find((w) => w !== null);
  if (why != null) return refused(why);
  if (changes.some((c) => c.quantity > currentQuantity(lineOf(order, c.lineItemId)))) {
    throw notSimulated('Mutation.orderEditCommit(of units that another edit took off meanwhile)');
  }
  const successMessages = commitEdit(context.kernel, context.shop, order, changes, {
    actor: context.actor,
    notifyCustomer: args.notifyCustomer ?? false,
    staffNote: args.staffNote ?? null,
  });
  context.kernel.edits.end(session);
  return { order, successMessages, userErrors: [] };
}

/** A session may be named by its calculated order or by itself. */
function calculatedId(id: string): string {
  return id.replace('gid://shopify/OrderEditSession/', 'gid://shopify/CalculatedOrder/');
}

export const orderEditMutations = { orderEditBegin, orderEditSetQuantity, orderEditCommit };
