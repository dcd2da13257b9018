import type { Cancellation } from '@prisma/client';

import type { CancellationSummary } from '../../application/cancellation/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { Row } from '../database/rows.ts';

/** The columns of a cancellation that lists read. */
export const SUMMARY = [
  'id',
  'orderId',
  'orderName',
  'status',
  'requestedBy',
  'reasonId',
  'amountMinor',
  'currencyCode',
  'openedAt',
  'updatedAt',
] as const satisfies readonly (keyof Cancellation)[];

type Summary = (typeof SUMMARY)[number];
export type SummaryRow = Row<Cancellation, Summary>;

export const summary = (row: SummaryRow): CancellationSummary => ({
  id: row.id as CancellationId,
  orderId: row.orderId as OrderId,
  orderName: row.orderName,
  status: row.status as CancellationStatus,
  requestedBy: row.requestedBy as Actor['kind'],
  reasonId: row.reasonId,
  amount: money(Number(row.amountMinor), row.currencyCode),
  openedAt: row.openedAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
});
