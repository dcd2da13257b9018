import { expect, it } from 'vitest';

import { err, ok } from '../../domain/result.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { DEFAULT_POLICY } from '../../messages/default-policy.ts';
import { OWNER, member } from '../../../tests/support/facts/staff-access.ts';
import { CHECK_NAMES } from '../../domain/health/judge-health.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { HealthReads } from './ports.ts';
import { readHealth } from './read-health.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;

/** Every read is asked in vain, but for those given. */
function depsOf(reads: Partial<HealthReads>) {
  const errors: Record<string, unknown>[] = [];
  const asked: string[] = [];
  const nothing = Object.fromEntries(
    CHECK_NAMES.map((name) => [
      name,
      async () => {
        asked.push(name);
        return err({ code: 'not_looked_at' } as const);
      },
    ]),
  ) as unknown as HealthReads;
  return {
    errors,
    asked,
    clock: { now: () => 5 },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: Record<string, unknown>) => void errors.push(fields),
    },
    policies: { current: async () => DEFAULT_POLICY } as unknown as PolicyStore,
    health: { ...nothing, ...reads },
  };
}

it('one check that fails leaves the others standing, and is logged', async () => {
  const deps = depsOf({
    scopes: () => Promise.reject(new Error('a mistake')),
    worker: async () => ok({ oldestDueMs: 0 }),
  });
  const health = await readHealth(deps, SHOP, { access: ok(OWNER) });
  if (!health.ok) throw new Error('It was refused.');
  const found = new Map(health.value.checked.map((it) => [it.check, it.findings[0]?.code]));
  expect(found.get('scopes')).toBe('not_readable');
  expect(found.get('worker')).toBe('worker_working');
  expect(deps.errors).toMatchObject([{ check: 'scopes', shop: SHOP }]);
});

it('is for those who may change the policy, and asks nothing for others', async () => {
  const deps = depsOf({});
  for (const access of [
    ok(member({ mayRefundOrders: false })),
    err({ code: 'not_found' } as const),
  ]) {
    const health = await readHealth(deps, SHOP, { access });
    expect(health.ok).toBe(false);
  }
  expect(deps.asked).toEqual([]);
});
