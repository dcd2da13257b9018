import { Prisma } from '@prisma/client';
import { z } from 'zod';

import type { PolicyStore } from '../../application/policy/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { DEFAULT_POLICY } from '../../messages/default-policy.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Database } from '../database/database.ts';
import type { ShopClient } from '../database/one-shop.ts';
import { POLICY_FORMAT, readPolicy } from '../../formats/policy-format.ts';

/** How every collection's id begins, wherever in a policy it stands. */
const COLLECTION = '%gid://shopify/Collection/%';

/**
 * Policies in PostgreSQL, one row a version, append-only. What holds before a merchant saves one is stored as
 * version 0 when the shop is first seen: a release with other defaults changes nothing for shops that are there.
 * A stored one that fits no known format throws.
 */
export function createPolicyStore({ prisma }: Pick<Database, 'prisma'>): PolicyStore & {
  /** Whether any version that the shop ever saved names a collection. */
  namesCollections(shop: ShopDomain): Promise<boolean>;
} {
  const newestWhere = async (
    where: Prisma.PolicyVersionWhereInput & { readonly shop: ShopDomain },
  ): Promise<Policy> => {
    const row = await prisma.policyVersion.findFirst({ where, orderBy: { version: 'desc' } });
    if (row) return asPolicy(row);
    await storeDefault(prisma, where.shop);
    return DEFAULT_POLICY;
  };
  const current = (shop: ShopDomain): Promise<Policy> => newestWhere({ shop });

  return {
    current,

    inForceAt: (shop, at) => newestWhere({ shop, savedAt: { lte: new Date(at) } }),

    async version(shop, version) {
      const row = await prisma.policyVersion.findUnique({
        where: { shop_version: { shop, version } },
      });
      if (row) return asPolicy(row);
      return version === DEFAULT_POLICY.version ? newestWhere({ shop, version }) : null;
    },

    async versions(shop) {
      const rows = await prisma.policyVersion.findMany({
        where: { shop, version: { not: DEFAULT_POLICY.version } },
        orderBy: { version: 'desc' },
        select: { version: true, savedBy: true, savedAt: true },
      });
      return rows.map(({ version, savedBy, savedAt }) => ({
        version,
        savedBy: actor.parse(savedBy),
        savedAt: savedAt.getTime(),
      }));
    },

    async namesCollections(shop) {
      // SQL: nothing else finds a text anywhere in a document without reading every one.
      const [found] = await prisma.$queryRaw<{ named: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM policy_versions WHERE shop = ${shop} AND document::text LIKE ${COLLECTION}
        ) AS named`;
      return found?.named === true;
    },

    async save(shop, basedOn, document, by, at) {
      if ((await current(shop)).version !== basedOn) return 'conflict';
      const version = basedOn + 1;
      try {
        await prisma.policyVersion.create({
          data: {
            ...{ shop, version, document, format: POLICY_FORMAT },
            ...{ savedBy: { ...by }, savedAt: new Date(at) },
          },
        });
      } catch (error) {
        if (isTaken(error)) return 'conflict';
        throw error;
      }
      return { ...document, version };
    },
  };
}

/** Nobody saved it, and it was in force before every order. */
async function storeDefault(prisma: ShopClient, shop: ShopDomain): Promise<void> {
  const { version, ...document } = DEFAULT_POLICY;
  const savedBy = { kind: 'system' } satisfies Actor;
  const stored = {
    ...{ shop, version, document, format: POLICY_FORMAT },
    ...{ savedBy, savedAt: EVER },
  };
  await prisma.policyVersion.createMany({ data: [stored], skipDuplicates: true });
}

const EVER = new Date(0);

const asPolicy = ({
  document,
  version,
  format,
}: {
  readonly document: unknown;
  readonly version: number;
  readonly format: number;
}): Policy => ({ ...readPolicy(format, document), version });

const actor: z.ZodType<Actor> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shopper') }),
  z.object({ kind: z.literal('staff'), staffId: z.string() }),
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('flow'), runId: z.string(), workflow: z.string().nullable() }),
  z.object({ kind: z.literal('outside') }),
]);

/** Another save got the version first. Source: https://www.prisma.io/docs/orm/reference/error-reference */
const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
