/** An order, and the values that commerce actions are made of, as they arrive over HTTP. */
import { z } from 'zod';

export const shop = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);
export const id = z.number().int().positive();
export const minor = z.number().int();
export const units = z.number().int().nonnegative();
const epochMs = z.number().int();
export const text = z.string();
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const ppm = z.number().int();

export const address = z.strictObject({
  firstName: text,
  lastName: text,
  address1: text,
  city: text,
  zip: text,
  country: text,
  countryCode: text,
  phone: text.nullable(),
});

export const habit = z.strictObject({
  decision: z.enum(['accept', 'reject', 'silent']),
  afterMs: z.number().int().nonnegative(),
  message: text.exactOptional(),
});

export const risk = z.strictObject({
  level: z.enum(['HIGH', 'MEDIUM', 'LOW', 'NONE', 'PENDING']),
  provider: text.nullable(),
  providerAppId: id.exactOptional(),
  facts: z.array(
    z.strictObject({
      description: text,
      sentiment: z.enum(['POSITIVE', 'NEUTRAL', 'NEGATIVE']),
    }),
  ),
});

export const fulfillmentEvent = z.strictObject({
  status: z.enum([
    'ATTEMPTED_DELIVERY',
    'CARRIER_PICKED_UP',
    'CONFIRMED',
    'DELAYED',
    'DELIVERED',
    'FAILURE',
    'IN_TRANSIT',
    'LABEL_PRINTED',
    'LABEL_PURCHASED',
    'OUT_FOR_DELIVERY',
    'READY_FOR_PICKUP',
  ]),
  message: text.nullable().exactOptional(),
  happenedAt: epochMs.nullable().exactOptional(),
  estimatedDeliveryAt: epochMs.nullable().exactOptional(),
  address1: text.nullable().exactOptional(),
  city: text.nullable().exactOptional(),
  province: text.nullable().exactOptional(),
  country: text.nullable().exactOptional(),
  zip: text.nullable().exactOptional(),
  latitude: z.number().nullable().exactOptional(),
  longitude: z.number().nullable().exactOptional(),
});

export const lineQuantity = z.strictObject({ lineItemId: id, quantity: units });
export const decision = z.enum(['accept', 'reject']);

const taxes = z.array(z.strictObject({ title: text, ratePpm: ppm }));

const orderLine = z.strictObject({
  sku: text,
  quantity: z.number().int().positive(),
  unitPrice: minor.exactOptional(),
  lineDiscount: minor.exactOptional(),
  taxes: taxes.exactOptional(),
  duty: minor.exactOptional(),
  dutyTaxes: taxes.exactOptional(),
  restockable: z.boolean().exactOptional(),
  group: z.strictObject({ title: text, quantity: units }).exactOptional(),
  sellingPlan: text.exactOptional(),
  contract: z.boolean().exactOptional(),
  customAttributes: z.record(text, text).exactOptional(),
  locationId: id.exactOptional(),
});

const payment = z.strictObject({
  gateway: text,
  amount: minor.exactOptional(),
  state: z.enum(['sale', 'authorization', 'pending', 'unpaid', 'declined']),
  captured: minor.exactOptional(),
  card: z.strictObject({ brand: text, lastDigits: text }).exactOptional(),
  giftCardId: id.exactOptional(),
  tendered: minor.exactOptional(),
  roundedBy: z.number().int().exactOptional(),
});

const discountSource = {
  title: text,
  kind: z.enum(['code', 'automatic', 'manual', 'script']).exactOptional(),
  minimumSubtotal: minor.exactOptional(),
};

const discountValue = z.union([
  z.strictObject({ percentPpm: ppm }),
  z.strictObject({ fixed: minor }),
]);

const discount = z.discriminatedUnion('on', [
  z.strictObject({ ...discountSource, on: z.enum(['order', 'shipping']), off: discountValue }),
  z.strictObject({
    ...discountSource,
    on: z.literal('lines'),
    skus: z.array(text),
    off: discountValue,
    across: z.boolean().exactOptional(),
  }),
  z.strictObject({
    ...discountSource,
    on: z.literal('buy_x_get_y'),
    buys: z.strictObject({ sku: text, quantity: units }),
    gets: z.strictObject({ sku: text, quantity: units, percentPpm: ppm.exactOptional() }),
  }),
]);

export const orderSpec = z.strictObject({
  lines: z.array(orderLine).min(1),
  payments: z.array(payment),
  customerId: id.exactOptional(),
  email: text.nullable().exactOptional(),
  companyId: id.exactOptional(),
  presentmentCurrency: currency.exactOptional(),
  shopPerPresentment: text.exactOptional(),
  taxesIncluded: z.boolean().exactOptional(),
  dutiesIncluded: z.boolean().exactOptional(),
  taxes: taxes.exactOptional(),
  shipping: z
    .strictObject({
      title: text,
      price: minor,
      discount: minor.exactOptional(),
      taxes: taxes.exactOptional(),
    })
    .exactOptional(),
  discounts: z.array(discount).exactOptional(),
  orderDiscount: z
    .strictObject({
      title: text,
      kind: z.enum(['code', 'automatic', 'manual']).exactOptional(),
      percentPpm: ppm.exactOptional(),
      fixed: minor.exactOptional(),
    })
    .exactOptional(),
  additionalFees: z
    .array(z.strictObject({ name: text, price: minor, taxes: taxes.exactOptional() }))
    .exactOptional(),
  tip: minor.exactOptional(),
  tipLine: z.strictObject({ unfulfilled: z.boolean() }).exactOptional(),
  paymentTerms: z.strictObject({ dueInDays: units }).exactOptional(),
  note: text.exactOptional(),
  tags: z.array(text).exactOptional(),
  sourceName: text.exactOptional(),
  channelName: text.exactOptional(),
  importedBy: text.exactOptional(),
  retailLocationId: id.exactOptional(),
  deliveryMethod: z.enum(['SHIPPING', 'PICK_UP', 'LOCAL', 'NONE', 'RETAIL']).exactOptional(),
  fulfillAt: epochMs.exactOptional(),
  shippingAddress: address.nullable().exactOptional(),
  billingAddress: address.nullable().exactOptional(),
  risk: z.array(risk).exactOptional(),
  customerLocale: text.exactOptional(),
  test: z.boolean().exactOptional(),
  silent: z.boolean().exactOptional(),
});
