import { randomUUID } from 'node:crypto';

import type { Prisma } from '@prisma/client';

import type { AuditNote } from '../../application/audit/ports.ts';
import type { PrivacyStore } from '../../application/shop/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { OrderId } from '../../domain/ids.ts';
import { AUDIT_ENTRY_FORMAT } from '../audit/audit-entry.ts';
import type { Database } from '../database/database.ts';
import { type ShopTransaction, inTypedTransaction, sqlIn } from '../database/transaction.ts';
import { ordersOf } from '../order/orders-of-customer.ts';
import { lockErasures, noteErased } from './erasures.ts';

/** Every model of the schema that has a shop. */
type ModelOfAShop = {
  [
    Model in Prisma.ModelName
  ]: 'shop' extends keyof Prisma.TypeMap['model'][Model]['payload']['scalars']
    ? Uncapitalize<Model>
    : never;
}[Prisma.ModelName];

/** Takes a shop's rows out of each table, those that others refer to last. One that is missing does not compile. */
const FORGET = {
  auditLink: ({ auditLink }, where) => auditLink.deleteMany({ where }),
  auditChain: ({ auditChain }, where) => auditChain.deleteMany({ where }),
  auditEntry: ({ auditEntry }, where) => auditEntry.deleteMany({ where }),
  historyExportPart: ({ historyExportPart }, where) => historyExportPart.deleteMany({ where }),
  historyExport: ({ historyExport }, where) => historyExport.deleteMany({ where }),
  historyRow: ({ historyRow }, where) => historyRow.deleteMany({ where }),
  historyHead: ({ historyHead }, where) => historyHead.deleteMany({ where }),
  figureDay: ({ figureDay }, where) => figureDay.deleteMany({ where }),
  orderDay: ({ orderDay }, where) => orderDay.deleteMany({ where }),
  shopSetup: ({ shopSetup }, where) => shopSetup.deleteMany({ where }),
  staffName: ({ staffName }, where) => staffName.deleteMany({ where }),
  notificationSettings: ({ notificationSettings }, where) =>
    notificationSettings.deleteMany({ where }),
  mailDelivery: ({ mailDelivery }, where) => mailDelivery.deleteMany({ where }),
  requestAssignment: ({ requestAssignment }, where) => requestAssignment.deleteMany({ where }),
  cancellationTexts: ({ cancellationTexts }, where) => cancellationTexts.deleteMany({ where }),
  cancellationEvent: ({ cancellationEvent }, where) => cancellationEvent.deleteMany({ where }),
  cancellation: ({ cancellation }, where) => cancellation.deleteMany({ where }),
  policyVersion: ({ policyVersion }, where) => policyVersion.deleteMany({ where }),
  orderTerm: ({ orderTerm }, where) => orderTerm.deleteMany({ where }),
  mirroredOrder: ({ mirroredOrder }, where) => mirroredOrder.deleteMany({ where }),
  orderFacts: ({ orderFacts }, where) => orderFacts.deleteMany({ where }),
  bulkCancellationOrder: ({ bulkCancellationOrder }, where) =>
    bulkCancellationOrder.deleteMany({ where }),
  bulkCancellation: ({ bulkCancellation }, where) => bulkCancellation.deleteMany({ where }),
  orderView: ({ orderView }, where) => orderView.deleteMany({ where }),
  syncWatermark: ({ syncWatermark }, where) => syncWatermark.deleteMany({ where }),
  flowRun: ({ flowRun }, where) => flowRun.deleteMany({ where }),
  flowUse: ({ flowUse }, where) => flowUse.deleteMany({ where }),
  flowOwed: ({ flowOwed }, where) => flowOwed.deleteMany({ where }),
  orderExport: ({ orderExport }, where) => orderExport.deleteMany({ where }),
  unreadableOrder: ({ unreadableOrder }, where) => unreadableOrder.deleteMany({ where }),
  webhookDelivery: ({ webhookDelivery }, where) => webhookDelivery.deleteMany({ where }),
  stockLevel: ({ stockLevel }, where) => stockLevel.deleteMany({ where }),
  dataRequest: ({ dataRequest }, where) => dataRequest.deleteMany({ where }),
  guestChallenge: ({ guestChallenge }, where) => guestChallenge.deleteMany({ where }),
  guestAttempts: ({ guestAttempts }, where) => guestAttempts.deleteMany({ where }),
  session: ({ session }, where) => session.deleteMany({ where }),
} satisfies Record<
  ModelOfAShop,
  (typed: ShopTransaction, where: { readonly shop: string }) => Promise<unknown>
>;

/** Takes a shop's jobs out of the queue, with the caller's own statements. */
export type ForgetJobs = (sql: ReturnType<typeof sqlIn>, shop: string) => Promise<void>;

/** Erasure in PostgreSQL: what is there goes, and what comes again is kept out by the tables themselves. */
export function createPrivacyStore(
  { prisma }: Pick<Database, 'prisma'>,
  forgetJobs: ForgetJobs,
): PrivacyStore {
  return {
    redactCustomer: (shop, { customerId, orderIds }) =>
      inTypedTransaction(prisma, async (typed) => {
        await lockErasures(typed, shop);
        const ofCustomer = await ordersOf(typed, shop, customerId, orderIds);
        if (customerId) await noteErased(typed, shop, 'customer', [customerId]);
        await noteErased(typed, shop, 'order', ofCustomer);
        await forgetCustomer(typed, shop, customerId, ofCustomer);
        await noteErasure(typed, shop, ofCustomer.length);
      }),

    redactShop: (shop) =>
      inTypedTransaction(prisma, async (typed) => {
        await lockErasures(typed, shop);
        await noteErased(typed, shop, 'shop', ['']);
        // SQL: the append-only history lets go of nothing but the shop named here.
        await typed.$executeRaw`SELECT set_config('unorder.redacted_shop', ${shop}, true)`;
        for (const forget of Object.values(FORGET)) await forget(typed, { shop });
        await forgetJobs(sqlIn(typed), shop);
      }),
  };
}

/**
 * The erasure is part of the record; whose it was is not. Files of the history may hold them: they go, and say so to
 * whoever asked for them.
 */
async function noteErasure(typed: ShopTransaction, shop: string, orders: number): Promise<void> {
  const { type, ...data }: AuditNote = { type: 'customer_erased', orders };
  const actor = { kind: 'system' } satisfies Actor;
  await typed.auditEntry.createMany({
    data: { shop, id: randomUUID(), at: new Date(), type, actor, data, format: AUDIT_ENTRY_FORMAT },
  });
  await typed.historyExportPart.deleteMany({ where: { shop } });
  await typed.historyExport.updateMany({ where: { shop }, data: { state: 'erased', bytes: 0 } });
}

async function forgetCustomer(
  typed: ShopTransaction,
  shop: string,
  customerId: string | null,
  orders: readonly OrderId[],
): Promise<void> {
  const orderId = { in: [...orders] };
  // SQL: writing the rows anew is enough where the tables' triggers keep out what was erased.
  await typed.$executeRaw`
    UPDATE order_mirror SET updated_at = updated_at WHERE shop = ${shop} AND order_id = ANY (${orders})`;
  await typed.$executeRaw`
    UPDATE webhook_inbox SET news = news WHERE shop = ${shop}
      AND (news -> 'snapshot' ->> 'customerId' = ${customerId} OR news -> 'snapshot' ->> 'id' = ANY (${orders}))`;
  const theirs = customerId === null ? [] : [{ customerId }];
  await typed.orderFacts.deleteMany({ where: { shop, OR: [...theirs, { orderId }] } });
  await typed.cancellationTexts.updateMany({
    where: { shop, cancellation: { orderId } },
    data: { customerComment: null, noteToCustomer: null, internalNote: null, proofOfPayment: null },
  });
  const named = await typed.mirroredOrder.findMany({
    where: { shop, orderId },
    select: { name: true },
  });
  await typed.guestChallenge.deleteMany({
    where: { shop, OR: [{ orderId }, { orderName: { in: named.map(({ name }) => name) } }] },
  });
  if (customerId !== null) await typed.dataRequest.deleteMany({ where: { shop, customerId } });
}
