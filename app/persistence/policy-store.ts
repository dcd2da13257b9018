import { Prisma, type PrismaClient } from '@prisma/client';

import type { PolicyStore } from '../application/ports.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { DEFAULT_POLICY, type Policy, policyDocument } from '../domain/policy/policy.ts';

/** Policies in PostgreSQL, one row a version. A stored one that no longer fits the schema throws. */
export function createPolicyStore(prisma: PrismaClient): PolicyStore {
  return {
    current: (shop) => current(prisma, shop),

    async save(shop, basedOn, document, by, at) {
      if ((await current(prisma, shop)).version !== basedOn) return 'conflict';
      const version = basedOn + 1;
      try {
        await prisma.policyVersion.create({
          data: { shop, version, document, savedBy: { ...by }, savedAt: new Date(at) },
        });
      } catch (error) {
        if (isTaken(error)) return 'conflict';
        throw error;
      }
      return { ...document, version };
    },
  };
}

async function current(prisma: PrismaClient, shop: ShopDomain): Promise<Policy> {
  const newest = await prisma.policyVersion.findFirst({
    where: { shop },
    orderBy: { version: 'desc' },
  });
  if (!newest) return DEFAULT_POLICY;
  return { ...policyDocument.parse(newest.document), version: newest.version };
}

/** Another save got the version first. Source: https://www.prisma.io/docs/orm/reference/error-reference */
const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
