import type { NotificationStore } from '../../application/notification/ports.ts';
import { parseShopDomain } from '../../domain/ids.ts';
import { DEFAULT_NOTIFICATIONS } from '../../domain/notification/notification-settings.ts';
import { NOTIFICATION_FORMAT, readNotifications } from '../../formats/notification-format.ts';
import type { Database } from '../database/database.ts';

/** What shops have set about their mails, in PostgreSQL: one document a shop. */
export function createNotificationStore({
  prisma,
  everyShop,
}: Pick<Database, 'prisma' | 'everyShop'>): NotificationStore {
  const { notificationSettings: table } = prisma;
  return {
    async current(shop) {
      const row = await table.findUnique({ where: { shop } });
      if (!row) return { version: 0, settings: DEFAULT_NOTIFICATIONS };
      return { version: row.version, settings: readNotifications(row.format, row.document) };
    },

    async save(shop, basedOn, settings, by, at) {
      const data = {
        version: basedOn + 1,
        document: settings,
        format: NOTIFICATION_FORMAT,
        savedBy: { ...by },
        savedAt: new Date(at),
      };
      const { count } =
        basedOn === 0
          ? await table.createMany({ data: { shop, ...data }, skipDuplicates: true })
          : await table.updateMany({ where: { shop, version: basedOn }, data });
      return count === 1 ? 'saved' : 'conflict';
    },

    async shopsWithDigest() {
      const rows = await everyShop.notificationSettings.findMany({
        where: {
          OR: ['hourly', 'daily'].map((equals) => ({
            document: { path: ['staff', 'when'], equals },
          })),
        },
        select: { shop: true },
        orderBy: { shop: 'asc' },
      });
      return rows.flatMap(({ shop }) => parseShopDomain(shop) ?? []);
    },
  };
}
