import type { Installations } from '../../application/shop/ports.ts';
import { parseShopDomain } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';

/** Which shops have the app: those of which there is an offline session. */
export function createInstallations({
  prisma,
  everyShop,
}: Pick<Database, 'prisma' | 'everyShop'>): Installations {
  return {
    async uninstalled(shop, uninstalledAt) {
      await prisma.session.deleteMany({
        where: { shop, updatedAt: { lte: new Date(uninstalledAt) } },
      });
    },

    async setScopes(shop, scopes) {
      await prisma.session.updateMany({
        where: { shop, isOnline: false },
        data: { scope: scopes.join(',') },
      });
    },

    async list() {
      const sessions = await everyShop.session.findMany({
        where: { isOnline: false },
        distinct: ['shop'],
        select: { shop: true },
        orderBy: { shop: 'asc' },
      });
      return sessions.flatMap(({ shop }) => parseShopDomain(shop) ?? []);
    },
  };
}
