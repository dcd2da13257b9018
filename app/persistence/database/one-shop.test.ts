import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { afterAll, describe, expect, test } from 'vitest';

import { ofOneShop } from './one-shop.ts';

const shop = 'one.myshopify.com';
/** Nothing listens there: what is sent fails, and otherwise than what is not. */
const client = new PrismaClient({
  adapter: new PrismaPg({ connectionString: 'postgresql://127.0.0.1:1/nowhere' }),
});
const prisma = ofOneShop(client);
afterAll(() => client.$disconnect());

const NOT_SENT = /names no shop/;

describe('a query that names no shop throws before it is sent', () => {
  const whole = { id: '1', requestedAt: new Date(0) };
  test.each<[string, () => Promise<unknown>]>([
    ['of all rows', () => prisma.dataRequest.findMany()],
    ['by another column', () => prisma.dataRequest.findFirst({ where: { id: '1' } })],
    [
      'of whatever shop',
      () => prisma.dataRequest.deleteMany({ where: { shop: undefined as never } }),
    ],
    ['of every other shop', () => prisma.dataRequest.count({ where: { shop: { not: shop } } })],
    ['of any of several', () => prisma.dataRequest.count({ where: { OR: [{ shop }, {}] } })],
    [
      'of a related row',
      () => prisma.cancellationTexts.count({ where: { cancellation: { shop } } }),
    ],
    [
      'a change of all',
      () => prisma.dataRequest.updateMany({ data: { handedOverAt: new Date(0) } }),
    ],
    [
      'a row of no shop among others',
      () => prisma.dataRequest.createMany({ data: [{ shop, ...whole }, whole as never] }),
    ],
  ])('%s', async (_which, ask) => {
    await expect(ask()).rejects.toThrow(NOT_SENT);
  });
});

describe('one that does is sent', () => {
  const row = { shop, id: '1', requestedAt: new Date(0) };
  test.each<[string, () => Promise<unknown>]>([
    ['in a condition', () => prisma.dataRequest.findMany({ where: { shop, id: '1' } })],
    ['in a key', () => prisma.dataRequest.findUnique({ where: { shop_id: { shop, id: '1' } } })],
    ['in a row', () => prisma.dataRequest.create({ data: row })],
    ['in every row', () => prisma.dataRequest.createMany({ data: [row, row] })],
  ])('%s', async (_which, ask) => {
    await expect(ask()).rejects.not.toThrow(NOT_SENT);
  });
});
