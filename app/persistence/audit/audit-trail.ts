import type { Prisma } from '@prisma/client';

import type { AuditTrail } from '../../application/audit/ports.ts';
import type { Verdict } from '../../domain/audit/chain.ts';
import { parseShopDomain } from '../../domain/ids.ts';
import type { Ids } from '../../application/shared/clock.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { AUDIT_ENTRY_FORMAT } from './audit-entry.ts';
import { sealBatch } from './seal.ts';
import { verifyChain } from './verify-chain.ts';

/** The chain of hashes in PostgreSQL. */
export function createAuditTrail(
  { pool, prisma, everyShop }: Pick<Database, 'pool' | 'prisma' | 'everyShop'>,
  ids: Ids,
): AuditTrail {
  const { auditChain: chains, auditEntry: entries } = prisma;
  return {
    async shops() {
      const [chained, installed] = await Promise.all([
        everyShop.auditChain.findMany({ select: { shop: true } }),
        everyShop.session.findMany({ where: { isOnline: false }, select: { shop: true } }),
      ]);
      const all = new Set([...chained, ...installed].map(({ shop }) => shop));
      return [...all].toSorted().flatMap((shop) => parseShopDomain(shop) ?? []);
    },

    seal: async (shop) => (await inTransaction(pool, (sql) => sealBatch(sql, shop))).sealed,

    async verify(shop, now, noted) {
      const verdict = await verifyChain(pool, shop, noted ?? null);
      if (verdict) {
        await chains.updateMany({
          where: { shop },
          data: {
            verifiedAt: new Date(now),
            verdict: verdict as unknown as Prisma.InputJsonObject,
          },
        });
      }
      return verdict;
    },

    async lastVerified(shop) {
      const chain = await chains.findUnique({
        where: { shop },
        select: { verifiedAt: true, verdict: true },
      });
      if (!chain?.verifiedAt || !chain.verdict) return null;
      return {
        at: chain.verifiedAt.getTime(),
        verdict: chain.verdict as unknown as Verdict,
      };
    },

    async note(shop, { at, by, note: { type, ...data } }) {
      // Not a plain create: the table takes nothing of an erased shop.
      await entries.createMany({
        data: {
          ...{ shop, id: ids.uuid(), at: new Date(at), type, format: AUDIT_ENTRY_FORMAT },
          ...{ actor: { ...by }, data },
        },
      });
    },
  };
}
