import type { Prisma } from '@prisma/client';

import type { AuditTrail } from '../../application/audit/ports.ts';
import type { Verdict } from '../../domain/audit/chain.ts';
import { parseShopDomain } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { type OnUnreadable, projectHistory } from '../history/project-history.ts';
import { lockChain, sealBatch, tryToLockChain } from './seal.ts';
import { verifyChain } from './verify-chain.ts';

/** The chain of hashes in PostgreSQL; what is chained is written into the history in the same transaction. */
export function createAuditTrail(
  { pool, prisma, everyShop }: Pick<Database, 'pool' | 'prisma' | 'everyShop'>,
  onUnreadable: OnUnreadable,
): AuditTrail {
  const { auditChain: chains } = prisma;
  return {
    async shops() {
      const [chained, installed] = await Promise.all([
        everyShop.auditChain.findMany({ select: { shop: true } }),
        everyShop.session.findMany({ where: { isOnline: false }, select: { shop: true } }),
      ]);
      const all = new Set([...chained, ...installed].map(({ shop }) => shop));
      return [...all].toSorted().flatMap((shop) => parseShopDomain(shop) ?? []);
    },

    seal: (shop, how = 'wait') =>
      inTransaction(pool, async (sql) => {
        if (how === 'wait') await lockChain(sql, shop);
        else if (!(await tryToLockChain(sql, shop))) return 0;
        const { sealed, cancellations } = await sealBatch(sql, shop);
        await projectHistory(sql, shop, cancellations, onUnreadable);
        return sealed;
      }),

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
  };
}
