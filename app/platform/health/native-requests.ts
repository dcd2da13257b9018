import { z } from 'zod';

import type { Facts, HealthFacts } from '../../domain/health/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import { document } from '../client/document.ts';
import type { Probe } from './probe.ts';
import { unread } from './unread.ts';

/** Which the app does not ask for: what it opens is read where a merchant has granted it besides. */
const SCOPE_FOR_RULES = 'read_legal_policies';

/*
 * Released with 2026-10, and later than the schema that this project's documents are checked against: a shop whose
 * API lacks them answers with an error, which is no answer.
 * Sources: https://shopify.dev/changelog/return-policy-profiles-are-now-available-in-the-graphql-admin-api,
 * https://shopify.dev/docs/api/admin-graphql/unstable/objects/ReturnPoliciesEditRules
 */
const RULES = document<unknown, object>(`
  query ReadCancellationRules {
    returnPolicyProfiles(first: 20) { nodes { editRules { canAcceptEdits } } }
  }
`);
const REQUESTS = document<unknown, object>(`
  query ReadRequestedEdits {
    orders(first: 50, sortKey: UPDATED_AT, reverse: true) { nodes { displayRequestedEditStatus } }
  }
`);

const rules = z.object({
  returnPolicyProfiles: z.object({
    nodes: z.array(z.object({ editRules: z.object({ canAcceptEdits: z.boolean() }).nullable() })),
  }),
});
const requests = z.object({
  orders: z.object({
    nodes: z.array(z.object({ displayRequestedEditStatus: z.string().nullable() })),
  }),
});

/** Whether customers can ask by Shopify's own button, as far as a shop says. */
export async function readNativeRequests(
  probe: Probe,
  shop: ShopDomain,
  granted: readonly string[],
): Promise<Facts<'native'>> {
  const used = await probe(shop, REQUESTS, {});
  if (!used.ok) return unread(used.error);
  const seen = requests.safeParse(used.value.data);
  const isUsed = seen.success
    ? seen.data.orders.nodes.some(
        ({ displayRequestedEditStatus: status }) => status !== null && status !== 'NONE',
      )
    : null;
  if (!granted.includes(SCOPE_FOR_RULES)) return ok({ rules: null, isUsed });
  const answer = await probe(shop, RULES, {});
  if (!answer.ok) return unread(answer.error);
  return ok({ rules: rulesIn(answer.value.data), isUsed });
}

/** A profile without rules allows everything. */
function rulesIn(data: unknown): HealthFacts['native']['rules'] {
  const read = rules.safeParse(data);
  if (!read.success) return null;
  const { nodes } = read.data.returnPolicyProfiles;
  return nodes.every(({ editRules }) => editRules?.canAcceptEdits === false) ? 'forbid' : 'allow';
}
