import type { ShopDomain } from '../../domain/ids.ts';
import { namedCollections } from '../../domain/policy/document/named-collections.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { PolicyStore, SavedPolicyVersion } from './ports.ts';
import type { Platform } from '../shared/platform.ts';
import type { ShopProfile } from '../shop/ports.ts';

/** What the policy's page shows: the policy in force, its history, and the shop it is for. */
export interface PolicyPage {
  readonly policy: Policy;
  readonly versions: readonly SavedPolicyVersion[];
  /** Null when the platform did not answer: a policy can be looked after without it. */
  readonly shop: ShopProfile | null;
  readonly gateways: readonly string[] | null;
  /** By id, of the collections that the policy names. */
  readonly collectionTitles: ReadonlyMap<string, string> | null;
}

export async function readPolicyPage(
  deps: {
    readonly policies: PolicyStore;
    readonly platform: Pick<Platform, 'readShop' | 'readGateways' | 'collectionTitles'>;
  },
  shop: ShopDomain,
): Promise<PolicyPage> {
  const policy = await deps.policies.current(shop);
  const [versions, profile, gateways, titles] = await Promise.all([
    deps.policies.versions(shop),
    deps.platform.readShop(shop),
    deps.platform.readGateways(shop),
    deps.platform.collectionTitles(shop, namedCollections(policy)),
  ]);
  return {
    policy,
    versions,
    shop: profile.ok ? profile.value : null,
    gateways: gateways.ok ? gateways.value : null,
    collectionTitles: titles.ok ? titles.value : null,
  };
}
