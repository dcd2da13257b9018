import { z } from 'zod';
import type { FaultRule } from '../../world/contracts/contract.ts';
import type { Placement } from '../../pages/storefront/theme/theme-editor.ts';
import type { MailFault } from '../../mail/mail-fault.ts';
import type { TokenSubject } from '../tokens/session-token.ts';
import type { TokenFault } from '../tokens/token-fault.ts';

/** What the control interface accepts, apart from the commerce actions (commerce-schemas.ts). */

const shop = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);
const ms = z.number().int().nonnegative();
const scopes = z.array(z.string());

export const advanceSchema = z.strictObject({ advanceMs: ms });

export const attachSchema = z.strictObject({
  /** The app process's address on this machine, or null to detach it. */
  url: z
    .url()
    .refine((url) => ['127.0.0.1', 'localhost'].includes(new URL(url).hostname), 'not loopback')
    .nullable(),
});

export const placementSchema = z.strictObject({
  block: z.string().regex(/^[^/]+\/[^/]+$/),
  page: z.string().startsWith('/'),
  placed: z.boolean(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
}) satisfies z.ZodType<Placement>;

const adminApiEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer_lost_after_acting') }),
  z.strictObject({ kind: z.literal('answer_lost_before_acting') }),
  z.strictObject({
    kind: z.literal('http'),
    status: z.number().int().min(400).max(599),
    retryAfterSeconds: z.number().exactOptional(),
    acted: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('errors_after_acting'),
    message: z.string().exactOptional(),
    code: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('field_denied'), field: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('root_denied') }),
  z.strictObject({ kind: z.literal('throttled') }),
  z.strictObject({ kind: z.literal('internal_error') }),
  z.strictObject({ kind: z.literal('slow'), ms }),
  z.strictObject({ kind: z.literal('malformed_body') }),
]);

const gatewayEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('decline'),
    errorCode: z.string().exactOptional(),
    message: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('pending'), settlesAfterMs: ms }),
  z.strictObject({
    kind: z.literal('fail_later'),
    afterMs: ms,
    errorCode: z.string().exactOptional(),
  }),
]);

const jobEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fail'),
    code: z.string().exactOptional(),
    message: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stall'), ms }),
  z.strictObject({ kind: z.literal('done_without_cancelling') }),
  z.strictObject({ kind: z.literal('at_once') }),
  z.strictObject({
    kind: z.literal('staged'),
    settlesAfterMs: ms,
    note: z.enum(['early', 'late']),
  }),
]);

const webhookEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('duplicate'),
    copies: z.number().int().positive().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('delay'), ms }),
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({ kind: z.literal('reorder'), withinMs: ms }),
]);

const bulkEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fail'),
    code: z.enum(['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'ACCESS_DENIED']),
    afterObjects: z.number().int().nonnegative().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stall'), ms }),
]);

export const faultRuleSchema = z.strictObject({
  fault: z.discriminatedUnion('at', [
    z.strictObject({ at: z.literal('admin_api'), operation: z.string(), effect: adminApiEffect }),
    z.strictObject({
      at: z.literal('gateway'),
      gateway: z.string(),
      action: z.enum(['refund', 'void', 'capture', '*']),
      effect: gatewayEffect,
    }),
    z.strictObject({ at: z.literal('job'), job: z.literal('order_cancel'), effect: jobEffect }),
    z.strictObject({
      at: z.literal('bulk_operation'),
      type: z.enum(['QUERY', 'MUTATION', '*']),
      effect: bulkEffect,
    }),
    z.strictObject({ at: z.literal('webhook'), topic: z.string(), effect: webhookEffect }),
  ]),
  shop: shop.exactOptional(),
  nth: z.number().int().positive().exactOptional(),
  count: z.union([z.number().int().positive(), z.literal('always')]).exactOptional(),
  forMs: ms.exactOptional(),
}) satisfies z.ZodType<FaultRule>;

const times = z.number().int().positive().default(1);

export const mailFaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reject'),
    code: z.literal([421, 450, 451, 452, 550, 552, 554]),
    times,
  }),
  z.strictObject({ kind: z.literal('drop-before-accept'), times }),
  z.strictObject({ kind: z.literal('drop-after-accept'), times }),
]) satisfies z.ZodType<MailFault>;

export const tokenFaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer-lost'), times }),
  z.strictObject({
    kind: z.literal('http'),
    status: z.number().int().min(400).max(599),
    times,
  }),
]) satisfies z.ZodType<TokenFault>;

export const privacyRequestSchema = z.strictObject({
  shop,
  clientId: z.string(),
  request: z.discriminatedUnion('topic', [
    z.strictObject({ topic: z.literal('customers/data_request'), customerId: z.number().int() }),
    z.strictObject({ topic: z.literal('customers/redact'), customerId: z.number().int() }),
    z.strictObject({ topic: z.literal('shop/redact') }),
  ]),
});

const flowPart = { shop, clientId: z.string(), handle: z.string() };
export const flowRunSchema = z.strictObject({
  ...flowPart,
  properties: z.record(z.string(), z.unknown()),
});
export const flowUseSchema = z.strictObject({ ...flowPart, isUsed: z.boolean() });
export const flowRepeatSchema = z.strictObject({ id: z.string() });

const charged = { shop, subscriptionId: z.number().int() };
const amount = z.string().regex(/^\d+(\.\d+)?$/);
export const billingPlanSchema = z.strictObject({
  shop,
  clientId: z.string(),
  plan: z.strictObject({
    name: z.string(),
    handle: z.string(),
    amount,
    currency: z.string().length(3),
    interval: z.enum(['EVERY_30_DAYS', 'ANNUAL']).exactOptional(),
    trialDays: z.number().int().nonnegative().exactOptional(),
    test: z.boolean().exactOptional(),
  }),
});
export const billingAnswerSchema = z.strictObject({
  ...charged,
  answer: z.enum(['approve', 'decline']),
});
export const billingFreezeSchema = z.strictObject({ ...charged, isFrozen: z.boolean() });

export const installationSchema = z.strictObject({ clientId: z.string(), shop });
export const grantSchema = installationSchema.extend({ scopes });

export const tokenSubjectSchema = z.discriminatedUnion('surface', [
  z.strictObject({ surface: z.literal('admin'), shop, staffUserId: z.string() }),
  z.strictObject({
    surface: z.literal('customer-account'),
    shop,
    customerId: z.string().nullable(),
  }),
]) satisfies z.ZodType<TokenSubject>;

/** Which rows a list shows; every part may be left out. */
const orderQuerySchema = z.object({
  shop: shop.exactOptional(),
  orderId: z.coerce.number().int().positive().exactOptional(),
});
export const summaryQuerySchema = z.object({
  shop,
  orderId: z.coerce.number().int().positive(),
});
export const ledgerQuerySchema = orderQuerySchema.extend({
  since: z.coerce.number().int().nonnegative().exactOptional(),
});
export const deliveryQuerySchema = orderQuerySchema.extend({
  topic: z.string().exactOptional(),
});
export const ordersQuerySchema = z.object({
  shop,
  name: z.string().exactOptional(),
});
export const delaySchema = z.strictObject({ byMs: ms });
