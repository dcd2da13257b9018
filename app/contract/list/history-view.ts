import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { tone } from '../staff/order-state-view.ts';
import { staffCancellationView } from '../staff/staff-cancellation-view.ts';
import { listPaging, listQuery } from './list-query.ts';

const row = z.object({
  id: z.string(),
  /** As people say it: "#1042". */
  orderName: z.string(),
  customerName: z.nullable(z.string()),
  /** ISO 8601. */
  requestedAt: z.string(),
  /** Who began it; by name, of the staff. */
  who: z.string(),
  outcomeLabel: z.string(),
  tone,
  reason: z.string(),
  /** What came back, or is to. */
  amount: z.string(),
});
export type HistoryRowView = Json<typeof row>;

export const historyExportView = z.object({
  id: z.string(),
  /** What the file holds, and how it is written. */
  title: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  state: z.enum(['queued', 'running', 'stopped', 'done', 'erased']),
  /** "1,200 of 5,000", or the file's size. */
  progress: z.string(),
  /** From 0 to 100. */
  percent: z.number(),
  /** It has not grown for a while: somebody may have to take it up again. */
  isStalled: z.boolean(),
  expiresAt: z.string(),
});
export type HistoryExportView = Json<typeof historyExportView>;

const choice = z.object({ value: z.string(), label: z.string() });

/** One page of the history. */
export const historyView = z.extend(listPaging, {
  query: listQuery(['date'], {
    who: z.exactOptional(z.string()),
    outcome: z.exactOptional(z.string()),
    step: z.exactOptional(z.string()),
    reason: z.exactOptional(z.string()),
    date: z.exactOptional(z.string()),
  }),
  rows: z.array(row),
  choices: z.object({
    who: z.array(choice),
    outcome: z.array(choice),
    step: z.array(choice),
    reason: z.array(choice),
  }),
  /** In which days are meant; an IANA name. */
  timeZone: z.string(),
  /** What the last check of the record found; null before the first. */
  verified: z.nullable(z.object({ at: z.string(), holds: z.boolean(), text: z.string() })),
  exports: z.array(historyExportView),
  /** Why this staff member may export nothing; null when they may. */
  forbidden: z.nullable(z.string()),
});
export type HistoryView = Json<typeof historyView>;

/** One cancellation's whole story. */
export const historyEntryView = z.object({
  orderName: z.string(),
  /** The number at the end of the order's id, as addresses use it. */
  orderNumber: z.string(),
  customerName: z.nullable(z.string()),
  cancellation: staffCancellationView,
});
export type HistoryEntryView = Json<typeof historyEntryView>;

/** Body of the POST that asks for a file. */
export const historyExportBody = z.strictObject({
  what: z.enum(['cancellations', 'steps']),
  format: z.enum(['csv', 'spreadsheet', 'jsonl']),
  /** The list's own address, without its cursor. */
  query: z.string().check(z.maxLength(500)),
});

/** Body of the POST that stops a file's writing, or has it gone on with. */
export const historyExportChange = z.strictObject({ do: z.enum(['stop', 'resume']) });

/** What the routes of files answer. */
export const historyExportDone = z.object({ id: z.string() });
/** Where a file can be fetched for two minutes. */
export const historyExportLink = z.object({ url: z.string() });
