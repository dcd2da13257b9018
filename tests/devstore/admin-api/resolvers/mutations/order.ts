/** Tags, notes and closing. */
import type { Context } from '../../context.ts';
import { typeOfGid } from '../../../world/gid.ts';
import type { Order } from '../../../world/model.ts';
import { publishOrder } from '../../../world/delivery/publish.ts';
import { readId } from '../../inputs/ids.ts';
import { readAddress, type AddressInput } from '../../inputs/mailing-address.ts';
import { notSimulated } from '../../not-simulated.ts';
import { visibleOrder } from '../sources.ts';

interface TagsArgs {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Only orders can be tagged here. */
function taggable(id: string, context: Context, mutation: string): Order | null {
  const type = typeOfGid(id);
  if (type !== 'Order') throw notSimulated(`Mutation.${mutation}(id: ${type ?? id})`);
  return visibleOrder(context, readId('Order', id));
}

function changeTags(
  order: Order | null,
  context: Context,
  change: (tags: readonly string[]) => string[],
): object {
  if (order === null) {
    return { node: null, userErrors: [{ field: ['id'], message: 'Resource does not exist' }] };
  }
  order.tags = change(order.tags);
  publishOrder(context.kernel, context.shop, order);
  return { node: order, userErrors: [] };
}

function tagsAdd(_root: null, { id, tags }: TagsArgs, context: Context): object {
  const added = tags.flatMap((tag) => tag.split(',')).map((tag) => tag.trim());
  return changeTags(taggable(id, context, 'tagsAdd'), context, (kept) => [
    ...new Set([...kept, ...added.filter((tag) => tag !== '')]),
  ]);
}

function tagsRemove(_root: null, { id, tags }: TagsArgs, context: Context): object {
  return changeTags(taggable(id, context, 'tagsRemove'), context, (kept) =>
    kept.filter((tag) => !tags.includes(tag)),
  );
}

interface OrderInput {
  readonly id: string;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly poNumber?: string | null;
  readonly customAttributes?: readonly { readonly key: string; readonly value: string }[] | null;
  readonly shippingAddress?: AddressInput | null;
}

const ORDER_INPUT: ReadonlySet<string> = new Set<keyof OrderInput>([
  ...(['id', 'note', 'tags', 'email', 'phone', 'poNumber', 'customAttributes'] as const),
  'shippingAddress',
]);

/**
 * Refusals as recorded, each with the order beside it and nothing changed: https://github.com/airhorns/shopify-draft-proxy
 * (orderUpdate-input-validation.json). Whether a province belongs to its country is not looked up here.
 */
function orderUpdate(
  _root: null,
  { input }: { readonly input: OrderInput },
  context: Context,
): object {
  const order = visibleOrder(context, readId('Order', input.id));
  if (order === null) {
    return { order: null, userErrors: [{ field: ['id'], message: 'Order does not exist' }] };
  }
  const unread = Object.keys(input).find((field) => !ORDER_INPUT.has(field));
  if (unread !== undefined) throw notSimulated(`OrderInput.${unread}`);
  const userErrors = orderInputErrors(input);
  if (userErrors.length > 0) return { order, userErrors };
  const { note: text, tags, email, phone, poNumber, customAttributes, shippingAddress } = input;
  if (text !== undefined) order.note = text;
  if (tags != null) order.tags = [...tags];
  if (email !== undefined) order.email = email;
  if (phone !== undefined) order.phone = phone;
  if (poNumber !== undefined) order.poNumber = poNumber;
  if (customAttributes != null) order.customAttributes = [...customAttributes];
  if (shippingAddress != null) order.shippingAddress = readAddress(shippingAddress);
  publishOrder(context.kernel, context.shop, order);
  return { order, userErrors: [] };
}

const PHONE = /^\+?[\d\s().-]{5,}$/;

function orderInputErrors(input: OrderInput): { field: string[] | null; message: string }[] {
  if (Object.keys(input).length === 1) {
    return [{ field: null, message: 'No valid update parameters have been provided' }];
  }
  const { phone, shippingAddress: to } = input;
  return [
    ...(phone != null && !PHONE.test(phone)
      ? [{ field: ['phone'], message: 'Phone is invalid' }]
      : []),
    ...(to != null && !to.lastName
      ? [{ field: ['shippingAddress', 'lastName'], message: 'Enter a last name' }]
      : []),
    ...(to != null && !to.zip
      ? [{ field: ['shippingAddress', 'zip'], message: 'Enter a ZIP code' }]
      : []),
  ];
}

function orderClose(
  _root: null,
  { input }: { readonly input: { readonly id: string } },
  context: Context,
): object {
  const order = visibleOrder(context, readId('Order', input.id));
  if (order === null) {
    return { order: null, userErrors: [{ field: ['id'], message: 'Order does not exist' }] };
  }
  if (order.closedAt === null) {
    order.closedAt = context.kernel.now();
    publishOrder(context.kernel, context.shop, order);
  }
  return { order, userErrors: [] };
}

export const orderMutations = {
  tagsAdd,
  tagsRemove,
  orderUpdate,
  orderClose,
};
