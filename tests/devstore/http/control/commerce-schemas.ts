import { z } from 'zod';
import type { Commerce } from '../../world/contracts/contract.ts';
import {
  address,
  currency,
  decision,
  fulfillmentEvent,
  habit,
  id,
  lineQuantity,
  minor,
  orderSpec,
  ppm,
  risk,
  shop,
  text,
  units,
} from './order-schemas.ts';

/**
 * The arguments of every commerce action as they arrive over HTTP, in the order in which the world
 * takes them. The compiler holds this table and `Commerce` together: an action without a schema, or
 * a schema that admits what the action does not take, is a type error.
 */

/** `[shop, orderId]`, how most actions begin. */
const order = [shop, id] as const;

export const commerceSchemas = {
  openShop: z.tuple([
    z.strictObject({
      handle: text,
      name: text,
      email: text,
      currency,
      timezone: text,
      country: z.strictObject({ code: text, name: text }),
      city: text,
      plan: z.enum(['Basic', 'Advanced', 'Plus']).exactOptional(),
      developmentStore: z.boolean().exactOptional(),
      taxesIncluded: z.boolean().exactOptional(),
      locales: z
        .array(
          z.strictObject({
            locale: text,
            name: text,
            primary: z.boolean(),
            published: z.boolean(),
          }),
        )
        .exactOptional(),
      staff: z
        .array(
          z.strictObject({
            firstName: text,
            lastName: text,
            email: text,
            locale: text,
            accountOwner: z.boolean(),
            collaborator: z.boolean().exactOptional(),
            permissions: z
              .strictObject({
                cancelOrders: z.boolean(),
                refundOrders: z.boolean(),
                refundToStoreCredit: z.boolean(),
              })
              .exactOptional(),
          }),
        )
        .exactOptional(),
    }),
  ]),
  addLocation: z.tuple([
    shop,
    z.strictObject({
      name: text,
      city: text,
      countryCode: text,
      fulfillsOnlineOrders: z.boolean().exactOptional(),
    }),
  ]),
  addFulfillmentService: z.tuple([
    shop,
    z.strictObject({
      name: text,
      handle: text,
      city: text,
      countryCode: text,
      onFulfillmentRequest: habit.exactOptional(),
      onCancellationRequest: habit.exactOptional(),
    }),
  ]),
  setFulfillmentServiceHabit: z.tuple([
    shop,
    text,
    z.strictObject({
      onFulfillmentRequest: habit.exactOptional(),
      onCancellationRequest: habit.exactOptional(),
    }),
  ]),
  addGateway: z.tuple([
    shop,
    z.strictObject({
      name: text,
      formattedName: text,
      behaviour: z.enum(['card', 'wallet', 'manual', 'gift_card', 'store_credit']),
      refundSettlesAfterMs: z.number().int().nullable(),
      authorizationLastsMs: z.number().int().nullable(),
      fee: z.strictObject({ name: text, ratePpm: ppm, flat: minor }).exactOptional(),
    }),
  ]),
  addCollection: z.tuple([shop, z.strictObject({ title: text, handle: text.exactOptional() })]),
  changePlan: z.tuple([shop, z.enum(['Basic', 'Advanced', 'Plus'])]),
  addPage: z.tuple([
    shop,
    z.strictObject({
      handle: z.string().regex(/^[a-z0-9-]+$/),
      title: text,
      body: z.string().exactOptional(),
      translations: z
        .record(z.string(), z.strictObject({ title: text, body: z.string() }))
        .exactOptional(),
      appBlocks: z.union([z.literal('all'), z.array(text)]).exactOptional(),
    }),
  ]),
  addSellingPlan: z.tuple([
    shop,
    z.strictObject({
      name: text,
      category: z.enum(['SUBSCRIPTION', 'PRE_ORDER', 'TRY_BEFORE_YOU_BUY', 'OTHER']).nullable(),
    }),
  ]),
  addMarket: z.tuple([
    shop,
    z.strictObject({
      name: text,
      handle: text.exactOptional(),
      status: z.enum(['ACTIVE', 'DRAFT']).exactOptional(),
      countries: z.array(z.strictObject({ code: text, name: text })),
    }),
  ]),
  addProduct: z.tuple([
    shop,
    z.strictObject({
      title: text,
      productType: text.exactOptional(),
      vendor: text.exactOptional(),
      tags: z.array(text).exactOptional(),
      imageUrl: text.exactOptional(),
      isGiftCard: z.boolean().exactOptional(),
      collections: z.array(text).exactOptional(),
      variants: z.array(
        z.strictObject({
          title: text.exactOptional(),
          sku: text,
          priceInShopCurrency: minor,
          requiresShipping: z.boolean().exactOptional(),
          taxable: z.boolean().exactOptional(),
          tracked: z.boolean().exactOptional(),
          stock: z.record(z.coerce.number(), units).exactOptional(),
        }),
      ),
    }),
  ]),
  addCustomer: z.tuple([
    shop,
    z.strictObject({
      firstName: text,
      lastName: text,
      email: text,
      phone: text.exactOptional(),
      locale: text.exactOptional(),
      tags: z.array(text).exactOptional(),
      defaultAddress: address.exactOptional(),
    }),
  ]),
  addCompany: z.tuple([
    shop,
    z.strictObject({
      name: text,
      locationName: text,
      contacts: z
        .array(z.strictObject({ customerId: id, title: text.exactOptional() }))
        .exactOptional(),
    }),
  ]),
  issueGiftCard: z.tuple([
    shop,
    z.strictObject({ currency, value: minor, lastCharacters: text.exactOptional() }),
  ]),
  setSelfServeCancellations: z.tuple([shop, z.boolean()]),
  deactivateLocation: z.tuple([shop, id]),
  setStock: z.tuple([shop, id, id, z.number().int()]),

  placeOrder: z.tuple([shop, orderSpec]),
  capture: z.tuple([...order, minor.optional()]),
  markAsPaid: z.tuple(order),
  receivePayment: z.tuple([...order, z.strictObject({ gateway: text, amount: minor })]),
  settlePendingPayment: z.tuple([...order, z.enum(['paid', 'failed'])]),
  expireAuthorization: z.tuple(order),
  settlePendingRefund: z.tuple([...order, id, z.enum(['success', 'failure'])]),
  returnRefund: z.tuple([...order, id]),

  fulfill: z.tuple([
    ...order,
    z
      .strictObject({
        lines: z.array(lineQuantity).exactOptional(),
        fulfillmentOrderId: id.exactOptional(),
        tracking: z
          .strictObject({
            company: text.nullable(),
            number: text.nullable(),
            url: text.nullable(),
          })
          .exactOptional(),
        notifyCustomer: z.boolean().exactOptional(),
      })
      .optional(),
  ]),
  markDelivered: z.tuple([...order, id]),
  reportShipment: z.tuple([...order, id, fulfillmentEvent]),
  buyLabel: z.tuple([
    ...order,
    id,
    z.strictObject({ company: text.exactOptional(), number: text.exactOptional() }).optional(),
  ]),
  voidLabel: z.tuple([...order, id]),
  moveFulfillmentOrder: z.tuple([
    ...order,
    id,
    id,
    z.array(z.strictObject({ id, quantity: units })).optional(),
  ]),
  cancelFulfillment: z.tuple([...order, id]),
  reportProgress: z.tuple([...order, id]),
  submitFulfillmentRequest: z.tuple([...order, id, text.optional()]),
  answerFulfillmentRequest: z.tuple([...order, id, decision, text.optional()]),
  answerCancellationRequest: z.tuple([...order, id, decision, text.optional()]),
  holdByOtherApp: z.tuple([
    ...order,
    id,
    z.strictObject({
      appTitle: text,
      reason: text.exactOptional(),
      reasonNotes: text.exactOptional(),
      handle: text.exactOptional(),
    }),
  ]),
  releaseHold: z.tuple([...order, id, id]),

  cancelInAdmin: z.tuple([
    ...order,
    z
      .strictObject({
        reason: z
          .enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'])
          .exactOptional(),
        refund: z.boolean().exactOptional(),
        restock: z.boolean().exactOptional(),
        notifyCustomer: z.boolean().exactOptional(),
        staffNote: text.exactOptional(),
        by: text.exactOptional(),
      })
      .optional(),
  ]),
  refundInAdmin: z.tuple([
    ...order,
    z.strictObject({
      lines: z
        .array(
          z.strictObject({
            lineItemId: id,
            quantity: units,
            restockType: z.enum(['CANCEL', 'RETURN', 'NO_RESTOCK', 'LEGACY_RESTOCK']),
          }),
        )
        .exactOptional(),
      amount: minor.exactOptional(),
      notifyCustomer: z.boolean().exactOptional(),
    }),
  ]),
  editOrder: z.tuple([
    ...order,
    z.array(z.strictObject({ lineItemId: id, quantity: units, restock: z.boolean() })),
  ]),
  deleteOrder: z.tuple([...order]),
  openReturn: z.tuple([...order, z.array(lineQuantity)]),
  exchange: z.tuple([
    ...order,
    z.strictObject({
      returned: z.array(lineQuantity).min(1),
      added: z.strictObject({ sku: text, quantity: units, unitPrice: minor.exactOptional() }),
    }),
  ]),
  closeReturn: z.tuple([...order, id]),
  openDispute: z.tuple([...order, z.enum(['CHARGEBACK', 'INQUIRY'])]),
  moveDispute: z.tuple([
    ...order,
    z.enum([
      'NEEDS_RESPONSE',
      'UNDER_REVIEW',
      'ACCEPTED',
      'WON',
      'LOST',
      'PREVENTED',
      'CHARGE_REFUNDED',
    ]),
  ]),
  setRisk: z.tuple([...order, z.array(risk)]),
  assessRisk: z.tuple([...order, risk]),
  addTags: z.tuple([...order, z.array(text)]),
  closeOrder: z.tuple(order),
  requestOrderEdit: z.tuple([...order, z.array(lineQuantity)]),
  answerOrderEdit: z.tuple([...order, id, z.enum(['resolve', 'decline']), text.optional()]),
} satisfies { [Action in keyof Commerce]: z.ZodType<Parameters<Commerce[Action]>> };

/** The name of a commerce action. */
export type CommerceAction = keyof Commerce;

export function isCommerceAction(name: string): name is CommerceAction {
  return Object.hasOwn(commerceSchemas, name);
}
