import { expect, it } from 'vitest';

import { member } from '../../tests/support/facts/staff-access.ts';
import {
  createRouteContext,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import { meetsContract } from '../../tests/support/stages/contract.ts';
import type { HealthReads } from '../application/health/ports.ts';
import { type HealthView, healthView } from '../contract/shop/health-view.ts';
import { CHECK_NAMES } from '../domain/health/judge-health.ts';
import { err, ok } from '../domain/result.ts';
import { loader } from './api.staff.health.tsx';

async function ask(reads: Partial<HealthReads>, access = ok(member())) {
  const { context } = await createRouteContext({
    platform: { readStaffAccess: async () => access },
  });
  const nothing = async () => err({ code: 'not_looked_at' });
  const all = Object.fromEntries(CHECK_NAMES.map((name) => [name, nothing] as const));
  Object.assign(context.container, { health: { ...all, ...reads } });
  const request = requestTo('/api/staff/health', { token: sessionToken() });
  return loader({ request, context, params: {} });
}

it('answers with every check, in words and in the shop’s own time', async () => {
  const at = Date.UTC(2026, 10, 30, 23, 30);
  const response = await ask({
    tokens: async () =>
      ok({ expiresAt: at, refreshTokenExpiresAt: at + 90 * 86_400_000, wasRenewed: false }),
  });
  const view = (await response.json()) as HealthView;
  meetsContract(healthView, view);
  expect(view.checks.map(({ name }) => name)).toEqual(CHECK_NAMES);
  // Half past midnight in Berlin.
  const tokens = view.checks.find(({ name }) => name === 'tokens');
  expect(tokens?.findings[0]?.means).toContain('Dec 1, 2026');
});

it('is refused to staff who may not change the policy', async () => {
  const response = await ask({}, ok(member({ mayRefundOrders: false })));
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.json()).toMatchObject({
    refusals: [{ code: 'staff_may_not_see_health' }],
  });
});
