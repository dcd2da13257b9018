import { expect, it } from 'vitest';

import {
  SHOP,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/route-context.ts';
import { DEFAULT_POLICY } from '../domain/policy/policy.ts';
import type { RouteContext } from '../../tests/support/route-context.ts';
import { action } from './api.staff.policy.tsx';

// JSON leaves out what is undefined.
const document = { ...DEFAULT_POLICY, version: undefined };

const save = ({ context }: RouteContext, body: unknown): Promise<Response> =>
  outcome(
    action({
      request: requestTo('/api/staff/policy', { token: sessionToken(), body }),
      context,
      params: {},
    }),
  );

it('saves settings as a new version', async () => {
  const route = await createRouteContext();
  const response = await save(route, { basedOn: 0, document: { ...document, enabled: false } });
  expect(await response.json()).toMatchObject({ version: 1, enabled: false });
  expect(await route.database.policies.current(SHOP)).toMatchObject({ version: 1, enabled: false });
});

it('does not overwrite what somebody else saved meanwhile', async () => {
  const route = await createRouteContext();
  await save(route, { basedOn: 0, document: { ...document, restock: false } });
  const response = await save(route, { basedOn: 0, document: { ...document, enabled: false } });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ refusals: [{ code: 'policy_changed' }] });
  expect(await route.database.policies.current(SHOP)).toMatchObject({ version: 1, enabled: true });
});

it('refuses settings that the schema refuses, whatever the page let through', async () => {
  const route = await createRouteContext();
  const response = await save(route, { basedOn: 0, document: { ...document, reasons: [] } });
  expect(response.status).toBe(422);
  expect(await route.database.policies.current(SHOP)).toEqual(DEFAULT_POLICY);
});
