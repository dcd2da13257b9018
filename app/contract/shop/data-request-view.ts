import * as z from 'zod/mini';

import type { Json } from '../json.ts';

const dataRequest = z.object({
  id: z.string(),
  /** The customer's page in the admin; null for a guest, whom only orders name. */
  customerUrl: z.nullable(z.string()),
  customer: z.string(),
  requestedAt: z.string(),
  dueAt: z.string(),
  isOverdue: z.boolean(),
  /** When it was answered; null as long as it was not. */
  handedOverAt: z.nullable(z.string()),
});
export type DataRequestView = Json<typeof dataRequest>;

/** What customers asked to know, for the merchant who has to answer. */
export const dataRequestsView = z.object({
  /** Why this staff member may not see them; null when they may. */
  forbidden: z.nullable(z.string()),
  requests: z.array(dataRequest),
});
export type DataRequestsView = Json<typeof dataRequestsView>;

/** Answer of `POST /api/staff/data-requests/:id`, which takes no body: the customer counts as answered. */
export const dataHandedOver = z.object({ handedOver: z.literal(true) });
export type DataHandedOver = Json<typeof dataHandedOver>;

/**
 * Answer of `GET /api/staff/data-requests/:id`: the file that is handed over. Everything stored, under names that
 * explain themselves.
 */
export const customerData = z.object({
  about: z.string(),
  customerId: z.nullable(z.string()),
  requestedAt: z.string(),
  orders: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      customerId: z.nullable(z.string()),
      customerName: z.nullable(z.string()),
      email: z.nullable(z.string()),
      createdAt: z.string(),
      updatedAt: z.string(),
      cancelledAt: z.nullable(z.string()),
      financialStatus: z.nullable(z.string()),
      fulfillmentStatus: z.nullable(z.string()),
      total: z.object({ amount: z.string(), currencyCode: z.string() }),
    }),
  ),
  cancellations: z.array(
    z.object({
      id: z.string(),
      orderId: z.string(),
      status: z.string(),
      requestedAt: z.string(),
      reason: z.nullable(z.string()),
      customerComment: z.nullable(z.string()),
      internalNote: z.nullable(z.string()),
      noteToCustomer: z.nullable(z.string()),
      proofOfPayment: z.nullable(z.string()),
      /** What happened, as it is stored: each kind of event has fields of its own. */
      history: z.array(z.looseObject({ at: z.string(), type: z.string() })),
    }),
  ),
});
export type CustomerDataFile = Json<typeof customerData>;
