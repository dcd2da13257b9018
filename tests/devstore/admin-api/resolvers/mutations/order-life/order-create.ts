/** `orderCreate`: an order that an app brings in, paid by whatever it says. */
import type { PaymentSpec } from '../../../../world/contracts/contract.ts';
import type { Gateway, Shop } from '../../../../world/model.ts';
import { parseDecimal } from '../../../../world/money/money.ts';
import { placeOrder } from '../../../../world/orders/place-order.ts';
import type { Context } from '../../../context.ts';
import { readId } from '../../../inputs/ids.ts';
import { notSimulated } from '../../../not-simulated.ts';

interface MoneyBagInput {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
  readonly presentmentMoney?: unknown;
}

interface OrderInput {
  readonly lineItems?: readonly (Readonly<Record<string, unknown>> & {
    readonly variantId?: string | null;
    readonly quantity: number;
    readonly priceSet?: MoneyBagInput | null;
    readonly requiresShipping?: boolean | null;
  })[];
  readonly transactions?: readonly (Readonly<Record<string, unknown>> & {
    readonly kind?: string | null;
    readonly status?: string | null;
    readonly gateway?: string | null;
    readonly amountSet: MoneyBagInput;
  })[];
  readonly email?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly test?: boolean | null;
  readonly currency?: string | null;
}

interface OrderCreateArgs {
  readonly order: OrderInput;
  readonly options?: {
    readonly inventoryBehaviour?: string | null;
    readonly sendReceipt?: boolean | null;
    readonly sendFulfillmentReceipt?: boolean | null;
  } | null;
}

const ORDER_FIELDS = ['lineItems', 'transactions', 'email', 'note', 'tags', 'test', 'currency'];
const LINE_FIELDS = ['variantId', 'quantity', 'priceSet', 'requiresShipping', 'taxable'];
const TRANSACTION_FIELDS = ['kind', 'status', 'gateway', 'amountSet', 'test'];

/**
 * Prices and payments are the app's word: nothing is taxed, discounted or charged. Without a transaction the
 * order is owed. A gateway that the shop does not have moves money as a test card does. The limit of five orders a
 * minute in development stores is not simulated.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCreate
 */
export function orderCreate(
  _root: null,
  { order: input, options }: OrderCreateArgs,
  context: Context,
): object {
  const { kernel, shop } = context;
  onlyKnown('OrderCreateOrderInput', input, ORDER_FIELDS);
  // The default takes no stock, which no order placed here does.
  if (options?.inventoryBehaviour !== 'DECREMENT_IGNORING_POLICY') {
    throw notSimulated(
      `OrderCreateOptionsInput.inventoryBehaviour: ${options?.inventoryBehaviour ?? 'BYPASS'}`,
    );
  }
  if (input.currency != null && input.currency !== shop.currency) {
    throw notSimulated('OrderCreateOrderInput.currency');
  }
  const lines = (input.lineItems ?? []).map((line) => {
    onlyKnown('OrderCreateLineItemInput', line, LINE_FIELDS);
    if (line.variantId == null) throw notSimulated('OrderCreateLineItemInput without variantId');
    const variant = shop.variants.get(readId('ProductVariant', line.variantId));
    if (variant !== undefined && line.requiresShipping !== variant.requiresShipping) {
      throw notSimulated('OrderCreateLineItemInput.requiresShipping: other than its variant');
    }
    return {
      variant,
      quantity: line.quantity,
      ...(line.priceSet == null ? {} : { unitPrice: amountOf(shop, line.priceSet) }),
    };
  });
  if (lines.length === 0 || lines.some(({ variant }) => variant === undefined)) {
    return refused(['order', 'lineItems'], 'Line items are invalid');
  }
  const order = placeOrder(kernel, shop, {
    lines: lines.map(({ variant, ...line }) => ({ ...line, sku: variant?.sku ?? '', taxes: [] })),
    payments: (input.transactions ?? []).map((transaction) => paymentOf(shop, transaction)),
    email: input.email ?? null,
    taxesIncluded: false,
    tags: input.tags ?? [],
    test: input.test ?? false,
    silent: options.sendReceipt !== true,
    ...(input.note == null ? {} : { note: input.note }),
  });
  return { order, userErrors: [] };
}

function paymentOf(
  shop: Shop,
  transaction: NonNullable<OrderInput['transactions']>[number],
): PaymentSpec {
  onlyKnown('OrderCreateOrderTransactionInput', transaction, TRANSACTION_FIELDS);
  const { kind = 'SALE', status = 'SUCCESS', gateway } = transaction;
  if (status !== 'SUCCESS')
    throw notSimulated(`OrderCreateOrderTransactionInput.status: ${status}`);
  if (kind !== 'SALE' && kind !== 'AUTHORIZATION') {
    throw notSimulated(`OrderCreateOrderTransactionInput.kind: ${kind}`);
  }
  const name = gateway ?? 'bogus';
  if (!shop.gateways.has(name)) shop.gateways.set(name, testCard(name));
  return {
    gateway: name,
    amount: amountOf(shop, transaction.amountSet),
    state: kind === 'SALE' ? 'sale' : 'authorization',
  };
}

const testCard = (name: string): Gateway => ({
  name,
  formattedName: name,
  behaviour: 'card',
  refundSettlesAfterMs: null,
  authorizationLastsMs: 7 * 24 * 3600 * 1000,
});

function amountOf(shop: Shop, bag: MoneyBagInput): number {
  if (bag.presentmentMoney != null) throw notSimulated('MoneyBagInput.presentmentMoney');
  return parseDecimal(bag.shopMoney.amount, shop.currency);
}

function onlyKnown(type: string, given: object, known: readonly string[]): void {
  // What is false or null is the schema's own default.
  const strange = Object.entries(given).find(
    ([name, value]) => value != null && value !== false && !known.includes(name),
  );
  if (strange) throw notSimulated(`${type}.${strange[0]}`);
}

const refused = (field: readonly string[], message: string): object => ({
  order: null,
  userErrors: [{ code: 'INVALID', field, message }],
});
