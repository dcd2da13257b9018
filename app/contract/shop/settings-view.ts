import * as z from 'zod/mini';

import type { Json } from '../json.ts';

/** The page of all settings needs nothing: each has a page of its own. */
export const settingsView = z.object({});

/** Whom customers and staff turn to. */
export const supportView = z.object({
  /** The shop's address for customers, which they are given when they are told no; null when it cannot be read. */
  customersWriteTo: z.nullable(z.string()),
  returnPolicyUrl: z.nullable(z.string()),
  /** Whoever runs the app, as a mail address or a web address; null where they name none. */
  operator: z.nullable(z.string()),
  shop: z.string(),
});
export type SupportView = Json<typeof supportView>;

/** What the shop pays for, as Shopify says. */
export const planView = z.object({
  /** In words: why it could not be read; null when it was. */
  unread: z.nullable(z.string()),
  /** Of the shop itself, by Shopify's name. */
  shopPlan: z.nullable(z.string()),
  isDevelopmentStore: z.boolean(),
  subscriptions: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      isActive: z.boolean(),
      isTest: z.boolean(),
      /** Null when there is none, or it is over. */
      trialEndsAt: z.nullable(z.string()),
      periodEndsAt: z.nullable(z.string()),
    }),
  ),
  /** Where a plan is chosen; null where nothing is charged. */
  choosePlanUrl: z.nullable(z.string()),
});
export type PlanView = Json<typeof planView>;
