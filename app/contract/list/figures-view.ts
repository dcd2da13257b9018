import * as z from 'zod/mini';

import type { Json } from '../json.ts';

/** A part of all, as a bar: how many, and how much of a hundred. */
const share = z.object({
  label: z.string(),
  count: z.number(),
  /** "62%" */
  share: z.string(),
  percent: z.number(),
  /** The list of them. */
  url: z.string(),
});
export type ShareView = Json<typeof share>;

const tile = z.object({
  label: z.string(),
  value: z.string(),
  help: z.nullable(z.string()),
  url: z.nullable(z.string()),
});
export type TileView = Json<typeof tile>;

/** What a shop's days came to, as the home page shows it. */
export const figuresView = z.object({
  /** So many days up to today; null where somebody chose their own. */
  days: z.nullable(z.number()),
  /** "2026-12-24", in the shop's time zone, both included. */
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  isEmpty: z.boolean(),
  tiles: z.array(tile),
  /** Every day from the first to the last, or every week of a long time. */
  bars: z.array(z.object({ label: z.string(), opened: z.number(), cancelled: z.number() })),
  /** One row a currency: amounts of different ones are never added. */
  money: z.array(
    z.object({
      currency: z.string(),
      back: z.string(),
      kept: z.string(),
      saved: z.string(),
      changed: z.string(),
      credit: z.string(),
    }),
  ),
  who: z.array(share),
  reasons: z.array(share),
});
export type FiguresView = Json<typeof figuresView>;

/** The guide for a new shop; each step until it is done. */
export const setupView = z.object({
  steps: z.array(
    z.object({
      key: z.enum(['policy', 'page', 'block', 'mail', 'test']),
      done: z.boolean(),
    }),
  ),
});
export type SetupView = Json<typeof setupView>;

/** Body of the POST that notes a step of the guide. */
export const setupBody = z.strictObject({
  note: z.enum(['policy_read', 'block_seen', 'page_seen', 'dismissed']),
});
export const setupNoted = z.object({ noted: z.boolean() });
