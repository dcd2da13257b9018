import type { ShopDomain } from '../../domain/ids.ts';
import type { TopicSeen } from '../../domain/health/facts.ts';
import type { Database } from '../database/database.ts';

/**
 * When a webhook of each topic last came, as far back as the inbox remembers (30 days).
 *
 * @param topics those that are asked for; of each there is one entry
 */
export const createTopicsSeen =
  ({ prisma }: Pick<Database, 'prisma'>) =>
  async (shop: ShopDomain, topics: readonly string[]): Promise<readonly TopicSeen[]> => {
    const rows = await prisma.webhookDelivery.groupBy({
      by: ['topic'],
      where: { shop },
      _max: { receivedAt: true },
    });
    const last = new Map(rows.map(({ topic, _max }) => [topic, _max.receivedAt?.getTime()]));
    return topics.map((topic) => ({ topic, lastAt: last.get(topic) ?? null }));
  };
