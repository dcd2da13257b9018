import { expect, it } from 'vitest';

import type { OrderId, ShopDomain } from '../../../domain/ids.ts';
import { err } from '../../../domain/result.ts';
import { HOUR } from '../../../domain/time.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { platformError } from '../../client/platform-error.ts';
import { createNativeRequests } from './requested-order-edits.ts';

const shop = 'example.myshopify.com' as ShopDomain;
const id = 'gid://shopify/Order/1' as OrderId;

/** Reads where every question is answered with an error of this code. */
function refusedWith(code: string) {
  const asked = { times: 0, now: 0 };
  const client = {
    send: async () => {
      asked.times += 1;
      return err(platformError('refused', code, 'No.'));
    },
    mutate: () => Promise.reject(new Error('Reads only')),
  } satisfies AdminClient;
  return { asked, read: createNativeRequests(client, { now: () => asked.now }) };
}

it('asks an API that does not know such requests once an hour', async () => {
  const { asked, read } = refusedWith('undefinedField');
  expect(await read(shop, id)).toEqual([]);
  expect(await read(shop, id)).toEqual([]);
  expect(asked.times).toBe(1);
  asked.now = HOUR;
  expect(await read(shop, id)).toEqual([]);
  expect(asked.times).toBe(2);
});

it('asks again at once where it merely could not be answered', async () => {
  const { asked, read } = refusedWith('THROTTLED');
  expect(await read(shop, id)).toEqual([]);
  expect(await read(shop, id)).toEqual([]);
  expect(asked.times).toBe(2);
});
