import * as z from 'zod/mini';

import type { Json } from '../json.ts';

const state = z.enum(['ok', 'attention', 'broken', 'unknown']);
export type HealthState = Json<typeof state>;

const finding = z.object({
  state,
  /** What it means, in a sentence. */
  means: z.string(),
  /** What to do; null where nothing is to be done. */
  todo: z.nullable(z.string()),
});
export type FindingView = Json<typeof finding>;

const check = z.object({
  name: z.string(),
  title: z.string(),
  state,
  findings: z.array(finding),
  /** When a webhook of each topic last came; only of the check that is about them. */
  topics: z.nullable(z.array(z.object({ topic: z.string(), lastAt: z.nullable(z.string()) }))),
  /** What each query costs; only of the check that is about them. */
  costs: z.nullable(
    z.array(
      z.object({ document: z.string(), expected: z.number(), reported: z.nullable(z.number()) }),
    ),
  ),
});
export type CheckView = Json<typeof check>;

/** What the health page opens with: what takes seconds to find out comes after it. */
export const healthPageView = z.object({
  /** Why this staff member may not see it; null when they may. */
  forbidden: z.nullable(z.string()),
});
export type HealthPageView = Json<typeof healthPageView>;

/** Answer of `GET /api/staff/health`. */
export const healthView = z.object({
  lookedAt: z.string(),
  state,
  checks: z.array(check),
});
export type HealthView = Json<typeof healthView>;
