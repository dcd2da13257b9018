import type { Actor } from '../../domain/actor.ts';
import { against, staffAuthority } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Policy, PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { PolicyStore } from './ports.ts';
import type { Clock } from '../shared/clock.ts';

export interface SavePolicyDeps {
  readonly clock: Clock;
  readonly policies: PolicyStore;
}

/**
 * Saves a new version on top of the one that the draft was made from; `conflict` when somebody else saved one
 * meanwhile. Who may is decided by the version in force, not by the draft.
 */
export async function savePolicy(
  { clock, policies }: SavePolicyDeps,
  shop: ShopDomain,
  by: { readonly actor: Actor; readonly access: StaffAccess },
  draft: { readonly basedOn: number; readonly document: PolicyDocument },
): Promise<Result<Policy | 'conflict', Refusal>> {
  const inForce = await policies.current(shop);
  const [refusal] = against(inForce, staffAuthority(by.access), { do: 'change_policy' });
  if (refusal) return err(refusal);
  return ok(await policies.save(shop, draft.basedOn, draft.document, by.actor, clock.now()));
}
