import type { PrismaClient } from '@prisma/client';

/**
 * Prisma's client for what belongs to one shop: a query that names none throws before it is sent, also where the
 * shop is there but undefined, which Prisma reads as "of whatever shop".
 */
export function ofOneShop(client: PrismaClient) {
  return client.$extends({
    name: 'of-one-shop',
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (namesItsShop(args)) return query(args);
          throw new Error(`${model}.${operation} names no shop.`);
        },
      },
    },
  });
}

export type ShopClient = ReturnType<typeof ofOneShop>;

function namesItsShop(args: unknown): boolean {
  const { where, data } = args as { readonly where?: unknown; readonly data?: unknown };
  if (where !== undefined) return holdsShop(where);
  const rows: readonly unknown[] = Array.isArray(data) ? data : [data];
  return rows.every(holdsShop);
}

/** By itself, or in a key of several columns that begins with it: `{ shop_id: { shop, id } }`. */
function holdsShop(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return Object.entries(given).some(([field, value]) =>
    field.startsWith('shop_') ? holdsShop(value) : field === 'shop' && typeof value === 'string',
  );
}
