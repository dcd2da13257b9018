import type { MirroredOrder } from '@prisma/client';

import type { OrderSnapshot, OrderTraits } from '../../application/order/ports.ts';
import type { CustomerId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { Row } from '../database/rows.ts';

/** What the copy keeps of an order, as the lists show it. */
export const SNAPSHOT = [
  'orderId',
  'name',
  'customerId',
  'customerName',
  'email',
  'createdAt',
  'updatedAt',
  'cancelledAt',
  'financialStatus',
  'fulfillmentStatus',
  'totalMinor',
  'currencyCode',
  'risk',
  'countryCode',
  'locations',
  'tags',
] as const satisfies readonly (keyof MirroredOrder)[];

type Snapshot = (typeof SNAPSHOT)[number];

/** A row of `order_mirror` as SQL reads it. */
export type OrderMirrorRow = Row<MirroredOrder, Snapshot>;

export const snapshotOf = (row: OrderMirrorRow | Pick<MirroredOrder, Snapshot>): OrderSnapshot => ({
  id: row.orderId as OrderId,
  name: row.name,
  customerId: row.customerId as CustomerId | null,
  customerName: row.customerName,
  email: row.email,
  createdAt: row.createdAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
  cancelledAt: row.cancelledAt?.getTime() ?? null,
  financialStatus: row.financialStatus,
  fulfillmentStatus: row.fulfillmentStatus,
  total: money(Number(row.totalMinor), row.currencyCode),
  ...traitsOf(row),
});

/** Written by the copy itself: lists of texts. Nothing is said of an order that was copied before they were read. */
function traitsOf(
  row: Pick<MirroredOrder, 'risk' | 'countryCode' | 'locations' | 'tags'>,
): Pick<OrderSnapshot, 'traits'> {
  if (row.risk === null) return {};
  return {
    traits: {
      risk: row.risk as OrderTraits['risk'],
      countryCode: row.countryCode,
      locations: row.locations as readonly string[] | null,
      tags: (row.tags ?? []) as readonly string[],
    },
  };
}
